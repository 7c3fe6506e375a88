import { FormLayout } from "@shopify/polaris";
import type { FieldErrors } from "../../components/settings/field-errors.ts";
import { NumberField } from "../../components/settings/section.tsx";
import type { RangeForm } from "./shipping-form.ts";
import { texts } from "./texts.ts";

type Props = { value: RangeForm; path: string; errors: FieldErrors; onChange: (value: RangeForm) => void };

/** The least and the most working days of something. */
export function RangeFields({ value, path, errors, onChange }: Props) {
  return (
    <FormLayout.Group condensed>
      <NumberField
        label={`${texts.least}, ${texts.workingDays}`}
        value={value.min}
        path={`${path}.min`}
        errors={errors}
        onChange={(min) => onChange({ ...value, min })}
      />
      <NumberField
        label={`${texts.most}, ${texts.workingDays}`}
        value={value.max}
        path={`${path}.max`}
        errors={errors}
        onChange={(max) => onChange({ ...value, max })}
      />
    </FormLayout.Group>
  );
}

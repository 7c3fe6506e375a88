import { FormLayout, Text, TextField } from "@shopify/polaris";
import { errorOf, NumberField, Rows, Section, withEntry, withoutEntry } from "../../components/settings/section.tsx";
import type { Draft } from "../../components/settings/use-draft.ts";
import { RangeFields } from "./range-fields.tsx";
import type { ShippingForm } from "./shipping-form.ts";
import { texts } from "./texts.ts";

const words = texts.handling;

export function HandlingCard({ draft: { form, change, errors } }: { draft: Draft<ShippingForm> }) {
  const { handling } = form;
  const set = (part: Partial<ShippingForm["handling"]>) => change({ handling: { ...handling, ...part } });
  const { rules } = handling;
  return (
    <Section heading={words.heading} text={words.text}>
      <FormLayout>
        <Text as="h3" variant="headingSm">
          {words.all}
        </Text>
        <RangeFields
          value={handling.workingDays}
          path="handling.workingDays"
          errors={errors}
          onChange={(workingDays) => set({ workingDays })}
        />
        <NumberField
          label={words.preparing}
          value={handling.preparingWorkingDays}
          path="handling.preparingWorkingDays"
          errors={errors}
          onChange={(preparingWorkingDays) => set({ preparingWorkingDays })}
        />
      </FormLayout>
      <Rows
        heading={words.rules}
        none={words.none}
        add={words.add}
        remove={texts.remove}
        onAdd={() => set({ rules: [...rules, { location: "", method: "", workingDays: handling.workingDays }] })}
        onRemove={(index) => set({ rules: withoutEntry(rules, index) })}
        rows={rules.map((rule, index) => ({
          key: String(index),
          title: words.rule(index + 1),
          fields: (
            <>
              <FormLayout.Group>
                <TextField
                  label={words.location}
                  placeholder={texts.any}
                  {...errorOf(errors, `handling.rules.${index}.location`)}
                  value={rule.location}
                  onChange={(location) => set({ rules: withEntry(rules, index, { location }) })}
                  autoComplete="off"
                  maxLength={120}
                />
                <TextField
                  label={words.method}
                  placeholder={texts.any}
                  {...errorOf(errors, `handling.rules.${index}.method`)}
                  value={rule.method}
                  onChange={(method) => set({ rules: withEntry(rules, index, { method }) })}
                  autoComplete="off"
                  maxLength={120}
                />
              </FormLayout.Group>
              <RangeFields
                value={rule.workingDays}
                path={`handling.rules.${index}.workingDays`}
                errors={errors}
                onChange={(workingDays) => set({ rules: withEntry(rules, index, { workingDays }) })}
              />
            </>
          ),
        }))}
      />
    </Section>
  );
}

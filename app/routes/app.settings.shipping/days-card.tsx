import { ChoiceList, FormLayout, Select, TextField } from "@shopify/polaris";
import { errorOf, Section } from "../../components/settings/section.tsx";
import type { Draft } from "../../components/settings/use-draft.ts";
import type { ShippingForm } from "./shipping-form.ts";
import { texts } from "./texts.ts";

type Props = { draft: Draft<ShippingForm>; shopZone: string; zones: readonly string[] };
const words = texts.days;

export function DaysCard({ draft: { form, change, errors }, shopZone, zones }: Props) {
  return (
    <Section heading={words.heading}>
      <FormLayout>
        <FormLayout.Group>
          <TextField
            label={words.cutOff}
            type="time"
            {...errorOf(errors, "cutOff")}
            value={form.cutOff}
            onChange={(cutOff) => change({ cutOff })}
            autoComplete="off"
          />
          <Select
            label={words.timeZone}
            options={[
              { value: "", label: words.shopZone(shopZone) },
              ...zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") })),
            ]}
            {...errorOf(errors, "timeZone")}
            value={form.timeZone}
            onChange={(timeZone) => change({ timeZone })}
          />
        </FormLayout.Group>
        <FormLayout.Group>
          <Weekdays
            title={words.yours}
            days={form.workingWeekdays}
            {...errorOf(errors, "workingWeekdays")}
            onChange={(workingWeekdays) => change({ workingWeekdays })}
          />
          <Weekdays
            title={words.carriers}
            days={form.carrierWeekdays}
            {...errorOf(errors, "carrierWeekdays")}
            onChange={(carrierWeekdays) => change({ carrierWeekdays })}
          />
        </FormLayout.Group>
      </FormLayout>
    </Section>
  );
}

type WeekdaysProps = { title: string; days: readonly number[]; error?: string; onChange: (days: number[]) => void };

function Weekdays({ title, days, error, onChange }: WeekdaysProps) {
  return (
    <ChoiceList
      allowMultiple
      title={title}
      choices={words.names.map((label, index) => ({ label, value: String(index + 1) }))}
      {...(error === undefined ? {} : { error })}
      selected={days.map(String)}
      onChange={(chosen) => onChange(chosen.map(Number).toSorted((a, b) => a - b))}
    />
  );
}

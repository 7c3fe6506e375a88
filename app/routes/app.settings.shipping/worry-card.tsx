import { FormLayout, Text } from "@shopify/polaris";
import { NumberField, Section } from "../../components/settings/section.tsx";
import type { Draft } from "../../components/settings/use-draft.ts";
import type { ShippingForm } from "./shipping-form.ts";
import { texts } from "./texts.ts";

type Thresholds = ShippingForm["thresholds"];
const words = texts.worry;
const REACHES = [
  ["silentDays", words.silent],
  ["lostDays", words.lost],
] as const;
const DAYS = [
  ["firstScanWorkingDays", words.firstScan],
  ["recentlyDeliveredDays", words.recentlyDelivered],
  ["stuckOutForDeliveryDays", words.stuck],
  ["longPickupDays", words.longPickup],
  ["refundDays", words.refund],
] as const;

export function WorryCard({ draft: { form, change, errors } }: { draft: Draft<ShippingForm> }) {
  const { thresholds } = form;
  const set = (part: Partial<Thresholds>) => change({ thresholds: { ...thresholds, ...part } });
  return (
    <Section heading={words.heading} text={words.text}>
      <FormLayout>
        {REACHES.map(([name, label]) => (
          <div key={name} role="group" aria-label={label}>
            <Text as="p">{label}</Text>
            <FormLayout.Group condensed>
              {(["domestic", "international"] as const).map((where) => (
                <NumberField
                  key={where}
                  label={words[where]}
                  value={thresholds[name][where]}
                  path={`thresholds.${name}.${where}`}
                  errors={errors}
                  onChange={(typed) => set({ [name]: { ...thresholds[name], [where]: typed } })}
                />
              ))}
            </FormLayout.Group>
          </div>
        ))}
        {DAYS.map(([name, label]) => (
          <NumberField
            key={name}
            label={label}
            value={thresholds[name]}
            path={`thresholds.${name}`}
            errors={errors}
            onChange={(typed) => set({ [name]: typed })}
          />
        ))}
      </FormLayout>
    </Section>
  );
}

import { FormLayout, Select, Text, TextField } from "@shopify/polaris";
import { errorAt } from "../../components/settings/field-errors.ts";
import { CountryList, type CountryName } from "../../components/settings/name-list.tsx";
import { errorOf, Rows, Section, withEntry, withoutEntry } from "../../components/settings/section.tsx";
import type { Draft } from "../../components/settings/use-draft.ts";
import { RangeFields } from "./range-fields.tsx";
import type { ShippingForm } from "./shipping-form.ts";
import { texts } from "./texts.ts";

type Props = { draft: Draft<ShippingForm>; countries: readonly CountryName[] };
const words = texts.transit;

export function TransitCard({ draft: { form, change, errors }, countries }: Props) {
  const { transit } = form;
  const { rules, zones } = transit;
  const set = (part: Partial<ShippingForm["transit"]>) => change({ transit: { ...transit, ...part } });
  const places = [
    { value: "", label: words.anywhere },
    { value: "domestic", label: words.domestic },
    ...zones.map(({ name }) => ({ value: name, label: name })),
    ...countries.map(({ code, name }) => ({ value: code, label: name })),
  ].filter((one, index, all) => all.findIndex(({ value }) => value === one.value) === index);
  return (
    <Section heading={words.heading} text={words.text}>
      <FormLayout>
        <Text as="h3" variant="headingSm">
          {words.all}
        </Text>
        <RangeFields
          value={transit.workingDays}
          path="transit.workingDays"
          errors={errors}
          onChange={(workingDays) => set({ workingDays })}
        />
      </FormLayout>
      <Rows
        heading={words.rules}
        none={words.none}
        add={words.add}
        remove={texts.remove}
        onAdd={() => set({ rules: [...rules, { method: "", to: "", workingDays: transit.workingDays }] })}
        onRemove={(index) => set({ rules: withoutEntry(rules, index) })}
        rows={rules.map((rule, index) => ({
          key: String(index),
          title: words.rule(index + 1),
          fields: (
            <>
              <FormLayout.Group>
                <TextField
                  label={texts.handling.method}
                  placeholder={texts.any}
                  {...errorOf(errors, `transit.rules.${index}.method`)}
                  value={rule.method}
                  onChange={(method) => set({ rules: withEntry(rules, index, { method }) })}
                  autoComplete="off"
                  maxLength={120}
                />
                <Select
                  label={words.to}
                  // A zone that is gone stays visible until another place is chosen.
                  options={places.some(({ value }) => value === rule.to) ? places : [...places, rule.to]}
                  {...errorOf(errors, `transit.rules.${index}.to`)}
                  value={rule.to}
                  onChange={(to) => set({ rules: withEntry(rules, index, { to }) })}
                />
              </FormLayout.Group>
              <RangeFields
                value={rule.workingDays}
                path={`transit.rules.${index}.workingDays`}
                errors={errors}
                onChange={(workingDays) => set({ rules: withEntry(rules, index, { workingDays }) })}
              />
            </>
          ),
        }))}
      />
      <Rows
        heading={words.zones}
        add={words.addZone}
        remove={texts.remove}
        onAdd={() => set({ zones: [...zones, { name: words.newZone(zones.length + 1), countries: [] }] })}
        onRemove={(index) => set({ zones: withoutEntry(zones, index) })}
        rows={zones.map((zone, index) => ({
          key: String(index),
          title: words.zone(index + 1),
          fields: (
            <>
              <TextField
                label={words.zoneName}
                {...errorOf(errors, `transit.zones.${index}.name`)}
                value={zone.name}
                // Rules follow the zone they name.
                onChange={(name) =>
                  set({
                    zones: withEntry(zones, index, { name }),
                    rules: rules.map((rule) =>
                      rule.to === zone.name && zone.name !== "" ? { ...rule, to: name } : rule,
                    ),
                  })
                }
                autoComplete="off"
                maxLength={120}
              />
              <CountryList
                label={words.zoneCountries}
                countries={countries}
                codes={zone.countries}
                error={errorAt(errors, `transit.zones.${index}.countries`)}
                onChange={(codes) => set({ zones: withEntry(zones, index, { countries: codes }) })}
              />
            </>
          ),
        }))}
      />
    </Section>
  );
}

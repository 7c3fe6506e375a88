import { BlockStack, Checkbox, ChoiceList, FormLayout, Select, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import type { FieldErrors } from "../../components/settings/field-errors.ts";
import type { CountryName } from "../../components/settings/name-list.tsx";
import { errorOf, Rows, Section, withEntry, withoutEntry } from "../../components/settings/section.tsx";
import { useAsked } from "../../components/settings/use-asked.ts";
import type { Draft } from "../../components/settings/use-draft.ts";
import type { ShippingForm } from "./shipping-form.ts";
import { texts } from "./texts.ts";

type Holidays = ShippingForm["holidays"];
type Listed = { holidays: { day: string; name: string; shown: string }[]; regions: { code: string; name: string }[] };
type Props = { draft: Draft<ShippingForm>; countries: readonly CountryName[]; home: string };
const words = texts.holidays;

export function HolidaysCard({ draft: { form, change, errors }, countries, home }: Props) {
  const [country, setCountry] = useState(home);
  const { holidays } = form;
  const set = (part: Partial<Holidays>) => change({ holidays: { ...holidays, ...part } });
  return (
    <Section heading={words.heading}>
      <Checkbox
        label={words.follow}
        helpText={words.followHelp}
        checked={holidays.followPublic}
        onChange={(followPublic) => set({ followPublic })}
      />
      <Select
        label={words.country}
        options={countries.map(({ code, name }) => ({ value: code, label: name }))}
        value={country}
        onChange={setCountry}
      />
      <OfCountry
        country={country}
        name={countries.find(({ code }) => code === country)?.name ?? country}
        holidays={holidays}
        errors={errors}
        set={set}
      />
      <OwnDays heading={words.off} help={words.offHelp} list="daysOff" holidays={holidays} errors={errors} set={set} />
      <OwnDays
        heading={words.open}
        help={words.openHelp}
        list="openDays"
        holidays={holidays}
        errors={errors}
        set={set}
      />
    </Section>
  );
}

type PartProps = { holidays: Holidays; errors: FieldErrors; set: (part: Partial<Holidays>) => void };

function OfCountry({ country, name, holidays, errors, set }: PartProps & { country: string; name: string }) {
  const region = holidays.regions[country] ?? "";
  const asked = useAsked<Listed>(
    `/app/settings/shipping/holidays?${new URLSearchParams({ country, region }).toString()}`,
  );
  const { removed, added } = holidays;
  const isRemoved = (day: string) => removed.some((one) => one.country === country && one.day === day);
  const keep = (days: readonly string[], shown: Listed["holidays"]) => {
    const others = removed.filter((one) => one.country !== country || !shown.some(({ day }) => day === one.day));
    const cleared = shown.filter(({ day }) => !days.includes(day)).map(({ day }) => ({ country, day }));
    set({ removed: [...others, ...cleared] });
  };
  const theirs = added.flatMap((one, index) => (one.country === country ? [{ day: one.day, index }] : []));
  const regions = asked.kind === "known" ? asked.value.regions : [];
  return (
    <BlockStack gap="400">
      {(regions.length > 0 || region !== "") && (
        <Select
          label={words.region}
          options={[
            { value: "", label: words.wholeCountry },
            ...(regions.some(({ code }) => code === region) || region === "" ? [] : [{ value: region, label: region }]),
            ...regions.map(({ code, name: label }) => ({ value: code, label })),
          ]}
          value={region}
          onChange={(code) => set({ regions: { ...holidays.regions, [country]: code } })}
        />
      )}
      {asked.kind === "waiting" && <Text as="p">{words.loading}</Text>}
      {asked.kind === "failed" && <Text as="p">{words.failed}</Text>}
      {asked.kind === "known" && asked.value.holidays.length === 0 && <Text as="p">{words.none}</Text>}
      {asked.kind === "known" && asked.value.holidays.length > 0 && (
        <ChoiceList
          allowMultiple
          title={words.listed}
          choices={asked.value.holidays.map(({ day, shown }) => ({ value: day, label: shown }))}
          selected={asked.value.holidays.map(({ day }) => day).filter((day) => !isRemoved(day))}
          onChange={(days) => keep(days, asked.value.holidays)}
        />
      )}
      <Rows
        heading={words.added(name)}
        help={words.addedHelp}
        add={words.add}
        remove={texts.remove}
        onAdd={() => set({ added: [...added, { country, day: "" }] })}
        onRemove={(at) => set({ added: withoutEntry(added, theirs[at]?.index ?? -1) })}
        rows={theirs.map(({ day, index }, at) => ({
          key: String(index),
          title: words.dayNumber(words.added(name), at + 1),
          fields: (
            <DayField
              day={day}
              errors={errors}
              path={`holidays.added.${index}`}
              onChange={(typed) => set({ added: withEntry(added, index, { day: typed }) })}
            />
          ),
        }))}
      />
    </BlockStack>
  );
}

type OwnDaysProps = PartProps & { heading: string; help: string; list: "daysOff" | "openDays" };

function OwnDays({ heading, help, list, holidays, errors, set }: OwnDaysProps) {
  const days = holidays[list];
  return (
    <Rows
      heading={heading}
      help={help}
      add={words.add}
      remove={texts.remove}
      onAdd={() => set({ [list]: [...days, { day: "", name: "" }] })}
      onRemove={(index) => set({ [list]: withoutEntry(days, index) })}
      rows={days.map(({ day, name }, index) => ({
        key: String(index),
        title: words.dayNumber(heading, index + 1),
        fields: (
          <FormLayout.Group>
            <DayField
              day={day}
              errors={errors}
              path={`holidays.${list}.${index}`}
              onChange={(typed) => set({ [list]: withEntry(days, index, { day: typed }) })}
            />
            <TextField
              label={words.name}
              {...errorOf(errors, `holidays.names.${day}`)}
              value={name}
              onChange={(typed) => set({ [list]: withEntry(days, index, { name: typed }) })}
              autoComplete="off"
              maxLength={80}
            />
          </FormLayout.Group>
        ),
      }))}
    />
  );
}

type DayProps = { day: string; errors: FieldErrors; path: string; onChange: (day: string) => void };

function DayField({ day, errors, path, onChange }: DayProps) {
  return (
    <TextField
      label={words.day}
      type="date"
      {...errorOf(errors, path)}
      value={day}
      onChange={onChange}
      autoComplete="off"
    />
  );
}

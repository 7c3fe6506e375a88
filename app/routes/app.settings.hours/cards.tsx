import { BlockStack, Checkbox, FormLayout, InlineStack, Link, Select, Text, TextField } from "@shopify/polaris";
import type { CountryName } from "../../components/settings/name-list.tsx";
import { errorOf, Section } from "../../components/settings/section.tsx";
import { useAsked } from "../../components/settings/use-asked.ts";
import type { Draft } from "../../components/settings/use-draft.ts";
import type { HoursForm } from "./hours-form.ts";
import { texts } from "./texts.ts";

type Props = { draft: Draft<HoursForm> };
export type ExampleAnswer = { kind: "ok"; sentence: string } | { kind: "invalid" };

/** What the form's hours come to right now, as they are being edited. */
export function ExampleCard({ form }: { form: HoursForm }) {
  const words = texts.example;
  const asked = useAsked<ExampleAnswer>("/app/settings/hours/example", JSON.stringify(form));
  const known = asked.kind === "known" && asked.value.kind === "ok" ? asked.value.sentence : null;
  return (
    <Section heading={words.heading} text={words.text}>
      <div aria-live="polite" style={{ minHeight: "2.5rem" }}>
        {known ? (
          <Text as="p" fontWeight="semibold">
            {known}
          </Text>
        ) : (
          <Text as="p" tone="subdued">
            {known === "" ? words.nothing : asked.kind === "known" ? words.invalid : words[asked.kind]}
          </Text>
        )}
      </div>
    </Section>
  );
}

export function AnswerCard({
  draft: { form, change, errors },
  shopZone,
  zones,
}: Props & { shopZone: string; zones: readonly string[] }) {
  const words = texts.answer;
  return (
    <Section heading={words.heading}>
      <FormLayout>
        <FormLayout.Group>
          <TextField
            label={words.hours}
            helpText={words.hoursHelp}
            suffix={words.suffix}
            {...errorOf(errors, "answerHours")}
            value={form.answerHours}
            onChange={(answerHours) => change({ answerHours })}
            inputMode="numeric"
            autoComplete="off"
            maxLength={3}
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
      </FormLayout>
    </Section>
  );
}

export function HolidaysCard({ draft: { form, change }, countries }: Props & { countries: readonly CountryName[] }) {
  const words = texts.holidays;
  return (
    <Section heading={words.heading}>
      <BlockStack gap="300">
        <Checkbox
          label={words.follow}
          helpText={words.followHelp}
          checked={form.followHolidays}
          onChange={(followHolidays) => change({ followHolidays })}
        />
        <Select
          label={words.country}
          options={[
            { value: "", label: words.none },
            ...countries.map(({ code, name }) => ({ value: code, label: name })),
          ]}
          disabled={!form.followHolidays}
          value={form.country}
          onChange={(country) => change({ country })}
        />
        <InlineStack>
          <Link url="/app/settings/shipping">{words.link}</Link>
        </InlineStack>
      </BlockStack>
    </Section>
  );
}

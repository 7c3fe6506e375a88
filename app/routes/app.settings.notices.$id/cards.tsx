import { BlockStack, FormLayout, Select, Text, TextField } from "@shopify/polaris";
import { errorAt } from "../../components/settings/field-errors.ts";
import { CountryList, type CountryName, NameList } from "../../components/settings/name-list.tsx";
import { errorOf, NumberField, Section } from "../../components/settings/section.tsx";
import type { Draft } from "../../components/settings/use-draft.ts";
import { dayWords } from "../../components/shop-time.ts";
import { noticeSentence, type NoticePhase, phaseOf } from "../../orders/notice-words.ts";
import { type NoticeForm, noticeOf } from "./notice-form.ts";
import { texts } from "./texts.ts";

type Props = { draft: Draft<NoticeForm> };

export function WhatCard({ draft: { form, change, errors } }: Props) {
  const words = texts.what;
  return (
    <Section heading={words.heading}>
      <FormLayout>
        <TextField
          label={words.title}
          helpText={words.titleHelp}
          {...errorOf(errors, "title")}
          value={form.title}
          onChange={(title) => change({ title })}
          autoComplete="off"
          maxLength={200}
        />
        <FormLayout.Group>
          <Select
            label={words.delays}
            options={(["handling", "transit"] as const).map((value) => ({ value, label: words.delay[value] }))}
            value={form.delays}
            onChange={(value) => change({ delays: value === "transit" ? "transit" : "handling" })}
          />
          <NumberField
            label={words.extra}
            value={form.extraWorkingDays}
            path="extraWorkingDays"
            errors={errors}
            onChange={(extraWorkingDays) => change({ extraWorkingDays })}
          />
        </FormLayout.Group>
        <FormLayout.Group>
          {(["from", "until"] as const).map((end) => (
            <TextField
              key={end}
              label={words[end]}
              type="date"
              {...errorOf(errors, end)}
              value={form[end]}
              onChange={(day) => change({ [end]: day })}
              autoComplete="off"
            />
          ))}
        </FormLayout.Group>
      </FormLayout>
    </Section>
  );
}

export function ScopeCard({
  draft: { form, change, errors },
  countries,
}: Props & { countries: readonly CountryName[] }) {
  const words = texts.scope;
  const { scope } = form;
  const set = (part: Partial<NoticeForm["scope"]>) => change({ scope: { ...scope, ...part } });
  const list = (name: "locations" | "carriers" | "methods", help: string) => (
    <NameList
      label={words[name]}
      help={help}
      names={scope[name]}
      error={errorAt(errors, `scope.${name}`)}
      onChange={(names) => set({ [name]: names })}
    />
  );
  return (
    <Section heading={words.heading} text={words.text}>
      <FormLayout>
        {list("locations", words.locationsHelp)}
        <CountryList
          label={words.countries}
          countries={countries}
          codes={scope.countries}
          error={errorAt(errors, "scope.countries")}
          onChange={(codes) => set({ countries: codes })}
        />
        {list("carriers", words.carriersHelp)}
        {list("methods", words.methodsHelp)}
      </FormLayout>
    </Section>
  );
}

const EFFECT: Record<NoticePhase, string> = {
  over: texts.preview.over,
  in_force: texts.preview.inForce,
  coming: texts.preview.coming,
};

/** What the notice comes to, as it is being edited. */
export function PreviewCard({
  form,
  countries,
  today,
}: {
  form: NoticeForm;
  countries: readonly CountryName[];
  today: string;
}) {
  // The title says nothing to shoppers: the sentence does not wait for it.
  const read = noticeOf({ ...form, title: form.title.trim() || texts.create });
  const names = { country: (code: string) => countries.find((one) => one.code === code)?.name ?? code, day: dayWords };
  return (
    <Section heading={texts.preview.heading}>
      <div aria-live="polite">
        {read.kind === "ok" ? (
          <BlockStack gap="100">
            <Text as="p" fontWeight="semibold" breakWord>
              {noticeSentence(read.notice, names)}
            </Text>
            <Text as="p" tone="subdued">
              {EFFECT[phaseOf(read.notice, today)]}
            </Text>
          </BlockStack>
        ) : (
          <Text as="p" tone="subdued">
            {texts.preview.unfinished}
          </Text>
        )}
      </div>
    </Section>
  );
}

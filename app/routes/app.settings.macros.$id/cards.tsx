import { BlockStack, FormLayout, Select, Text, TextField } from "@shopify/polaris";
import { useId } from "react";
import { PlainText } from "../../components/plain-text.tsx";
import { errorOf, Section } from "../../components/settings/section.tsx";
import type { Draft } from "../../components/settings/use-draft.ts";
import { MACRO_LIMITS, MACRO_VARIABLES, type MacroValues } from "../../inbox/macros/macro.ts";
import { renderMacro, unknownBlanks } from "../../inbox/macros/render-macro.ts";
import { EXAMPLE, type MacroForm } from "./macro-form.ts";
import { texts } from "./texts.ts";

const BLANKS = Object.entries(MACRO_VARIABLES).map(([value, label]) => ({
  value,
  label: `${label.charAt(0).toUpperCase()}${label.slice(1)}`,
}));
const words = texts.what;

type Language = { value: string; label: string };

export function WhatCard({
  draft: { form, change, errors },
  languages,
}: {
  draft: Draft<MacroForm>;
  languages: readonly Language[];
}) {
  const bodyId = useId();
  /** At the caret, or at the end where the text has never had it. */
  const insert = (name: string) => {
    const field = document.getElementById(bodyId) as HTMLTextAreaElement | null;
    const [from, to] = [field?.selectionStart ?? form.body.length, field?.selectionEnd ?? form.body.length];
    change({ body: `${form.body.slice(0, from)}{{${name}}}${form.body.slice(to)}` });
  };
  return (
    <Section heading={words.heading}>
      <FormLayout>
        <TextField
          label={words.name}
          helpText={words.nameHelp}
          {...errorOf(errors, "name")}
          value={form.name}
          onChange={(name) => change({ name })}
          autoComplete="off"
          maxLength={MACRO_LIMITS.name}
        />
        <TextField
          id={bodyId}
          label={words.body}
          helpText={words.bodyHelp}
          {...errorOf(errors, "body")}
          value={form.body}
          onChange={(body) => change({ body })}
          multiline={8}
          autoComplete="off"
          maxLength={MACRO_LIMITS.body}
        />
        <Select label={words.insert} options={BLANKS} placeholder={words.choose} value="" onChange={insert} />
        <FormLayout.Group>
          <TextField
            label={words.shortcut}
            helpText={words.shortcutHelp}
            {...errorOf(errors, "shortcut")}
            value={form.shortcut}
            onChange={(shortcut) => change({ shortcut })}
            autoComplete="off"
            maxLength={MACRO_LIMITS.shortcut}
          />
          <Select
            label={words.locale}
            helpText={words.localeHelp}
            {...errorOf(errors, "locale")}
            options={[{ value: "", label: words.any }, ...languages]}
            value={form.locale}
            onChange={(locale) => change({ locale })}
          />
        </FormLayout.Group>
      </FormLayout>
    </Section>
  );
}

/** The answer as it would read now. */
export function PreviewCard({ body, staff }: { body: string; staff: MacroValues }) {
  const unknown = unknownBlanks(body);
  return (
    <Section heading={texts.preview.heading} text={texts.preview.text}>
      <div aria-live="polite">
        <BlockStack gap="200">
          {body.trim() === "" ? (
            <Text as="p" tone="subdued">
              {texts.preview.empty}
            </Text>
          ) : (
            <PlainText text={renderMacro(body, { ...EXAMPLE, ...staff }).text} />
          )}
          {unknown.length > 0 && (
            <Text as="p" tone="caution" breakWord>
              {texts.preview.unknown(unknown.map((name) => `{{${name}}}`).join(", "))}
            </Text>
          )}
        </BlockStack>
      </div>
    </Section>
  );
}

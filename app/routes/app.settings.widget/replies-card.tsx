import { BlockStack, Button, FormLayout, InlineGrid, InlineStack, Select, Text, TextField } from "@shopify/polaris";
import type { ReactNode } from "react";
import { type Language, LANGUAGE_CODES, LANGUAGES } from "../../agent/agent-settings.ts";
import { errorOf, Section } from "../../components/settings/section.tsx";
import type { FieldErrors } from "../../components/settings/field-errors.ts";
import type { Draft } from "../../components/settings/use-draft.ts";
import { LOOK_LIMITS } from "../../conversations/widget-look.ts";
import { type LookForm, NO_REPLIES } from "./look-form.ts";
import { texts } from "./texts.ts";

const words = texts.replies;

export function RepliesCard({ draft: { form, change, errors } }: { draft: Draft<LookForm> }) {
  const { languages } = form;
  const left = LANGUAGE_CODES.filter((code) => !languages.some(({ language }) => language === code));
  const add = (value: string) => {
    const language = left.find((code) => code === value);
    if (language) change({ languages: [...languages, { language, replies: [...NO_REPLIES] }] });
  };
  return (
    <Section heading={words.heading} text={words.text}>
      <Fields
        label={words.nth}
        replies={form.quickReplies}
        path="quickReplies"
        errors={errors}
        onChange={(quickReplies) => change({ quickReplies })}
      />
      {languages.map(({ language, replies }) => (
        <InLanguage
          key={language}
          language={language}
          onRemove={() => change({ languages: languages.filter((one) => one.language !== language) })}
        >
          <Fields
            label={(index) => words.nthIn(index, LANGUAGES[language])}
            replies={replies}
            path={`quickRepliesIn.${language}`}
            errors={errors}
            onChange={(typed) =>
              change({
                languages: languages.map((one) => (one.language === language ? { language, replies: typed } : one)),
              })
            }
          />
        </InLanguage>
      ))}
      <Select
        label={words.add}
        options={[{ value: "", label: words.choose }, ...left.map((code) => ({ value: code, label: LANGUAGES[code] }))]}
        value=""
        onChange={add}
      />
    </Section>
  );
}

type LanguageProps = { language: Language; onRemove: () => void; children: ReactNode };

function InLanguage({ language, onRemove, children }: LanguageProps) {
  const name = LANGUAGES[language];
  return (
    <div role="group" aria-label={words.group(name)}>
      <BlockStack gap="300">
        <BlockStack gap="100">
          <Text as="h3" variant="headingSm">
            {words.group(name)}
          </Text>
          <Text as="p" tone="subdued">
            {words.groupHelp(name)}
          </Text>
        </BlockStack>
        {children}
        <InlineStack>
          <Button variant="plain" tone="critical" accessibilityLabel={words.removeIn(name)} onClick={onRemove}>
            {words.remove}
          </Button>
        </InlineStack>
      </BlockStack>
    </div>
  );
}

type FieldsProps = {
  label: (index: number) => string;
  replies: readonly string[];
  path: string;
  errors: FieldErrors;
  onChange: (replies: string[]) => void;
};

function Fields({ label, replies, path, errors, onChange }: FieldsProps) {
  return (
    <FormLayout>
      <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
        {replies.map((reply, index) => (
          <TextField
            key={label(index)}
            label={label(index)}
            {...errorOf(errors, `${path}.${index}`)}
            value={reply}
            onChange={(typed) => onChange(replies.map((one, at) => (at === index ? typed : one)))}
            autoComplete="off"
            maxLength={LOOK_LIMITS.quickReply}
          />
        ))}
      </InlineGrid>
    </FormLayout>
  );
}

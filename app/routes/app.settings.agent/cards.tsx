import { Button, InlineStack, Select, Tag, TextField } from "@shopify/polaris";
import { AGENT_LIMITS, type Language, LANGUAGE_CODES, LANGUAGES, TONE_PRESETS } from "../../agent/agent-settings.ts";
import { errorOf, Section } from "../../components/settings/section.tsx";
import { settingsTexts } from "../../components/settings/settings.texts.ts";
import type { Draft } from "../../components/settings/use-draft.ts";
import type { AgentForm } from "./agent-form.ts";
import { texts } from "./texts.ts";

type Props = { draft: Draft<AgentForm> };

function languageOptions(but: readonly Language[], first: string) {
  const left = LANGUAGE_CODES.filter((code) => !but.includes(code));
  return [{ value: "", label: first }, ...left.map((code) => ({ value: code, label: LANGUAGES[code] }))];
}
const chosen = (value: string) => LANGUAGE_CODES.find((code) => code === value);

export function WhoCard({ draft: { form, change, errors }, shopName }: Props & { shopName: string }) {
  const words = texts.who;
  const { greetings } = form;
  const add = (value: string) => {
    const language = chosen(value);
    if (language) change({ greetings: [...greetings, { language, words: "" }] });
  };
  return (
    <Section heading={words.heading}>
      <TextField
        label={words.name}
        helpText={words.nameHelp(shopName)}
        {...errorOf(errors, "agentName")}
        value={form.agentName}
        onChange={(agentName) => change({ agentName })}
        autoComplete="off"
        maxLength={AGENT_LIMITS.agentName}
      />
      <TextField
        label={words.greeting}
        helpText={words.greetingHelp}
        {...errorOf(errors, "greeting")}
        value={form.greeting}
        onChange={(greeting) => change({ greeting })}
        autoComplete="off"
        maxLength={AGENT_LIMITS.greeting}
      />
      {greetings.map(({ language, words: said }) => (
        <TextField
          key={language}
          label={words.greetingIn(LANGUAGES[language])}
          helpText={words.greetingInHelp(LANGUAGES[language])}
          {...errorOf(errors, `greetings.${language}`)}
          value={said}
          onChange={(typed) =>
            change({
              greetings: greetings.map((one) => (one.language === language ? { language, words: typed } : one)),
            })
          }
          autoComplete="off"
          maxLength={AGENT_LIMITS.greeting}
          connectedRight={
            <Button
              size="large"
              accessibilityLabel={words.removeGreeting(LANGUAGES[language])}
              onClick={() => change({ greetings: greetings.filter((one) => one.language !== language) })}
            >
              {words.remove}
            </Button>
          }
        />
      ))}
      <Select
        label={words.addGreeting}
        options={languageOptions(
          greetings.map(({ language }) => language),
          words.chooseLanguage,
        )}
        value=""
        onChange={add}
      />
    </Section>
  );
}

export function MannerCard({ draft: { form, change, errors } }: Props) {
  const words = texts.manner;
  return (
    <Section heading={words.heading}>
      <Select
        label={words.preset}
        options={TONE_PRESETS.map((value) => ({ value, label: words.presets[value] }))}
        value={form.tonePreset}
        onChange={(value) => change({ tonePreset: TONE_PRESETS.find((one) => one === value) ?? "" })}
      />
      <TextField
        label={words.own}
        helpText={words.ownHelp}
        {...errorOf(errors, "tone")}
        value={form.tone}
        onChange={(tone) => change({ tone })}
        autoComplete="off"
        multiline={2}
        maxLength={AGENT_LIMITS.tone}
        showCharacterCount
      />
    </Section>
  );
}

export function LanguagesCard({ draft: { form, change } }: Props) {
  const words = texts.languages;
  const { languages } = form;
  const add = (value: string) => {
    const language = chosen(value);
    if (language) change({ languages: [...languages, language] });
  };
  return (
    <Section heading={words.heading}>
      <Select
        label={words.label}
        helpText={words.help}
        options={languageOptions(languages, words.choose)}
        value=""
        onChange={add}
      />
      {languages.length > 0 && (
        <InlineStack gap="100">
          {languages.map((code) => (
            <Tag
              key={code}
              accessibilityLabel={settingsTexts.list.remove(LANGUAGES[code])}
              onRemove={() => change({ languages: languages.filter((one) => one !== code) })}
            >
              {LANGUAGES[code]}
            </Tag>
          ))}
        </InlineStack>
      )}
    </Section>
  );
}

export function InstructionsCard({ draft: { form, change, errors } }: Props) {
  const words = texts.instructions;
  return (
    <Section heading={words.heading}>
      <TextField
        label={words.label}
        helpText={words.help}
        {...errorOf(errors, "instructions")}
        value={form.instructions}
        onChange={(instructions) => change({ instructions })}
        autoComplete="off"
        multiline={6}
        maxHeight="24rem"
        maxLength={AGENT_LIMITS.instructions}
        showCharacterCount
      />
    </Section>
  );
}

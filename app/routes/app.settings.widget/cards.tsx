import { BlockStack, Checkbox, ChoiceList, InlineStack, Link, Select, Text, TextField } from "@shopify/polaris";
import { errorOf, Section } from "../../components/settings/section.tsx";
import type { Draft } from "../../components/settings/use-draft.ts";
import { accentContrast, AVATARS, LOOK_LIMITS, READABLE } from "../../conversations/widget-look.ts";
import type { LookForm } from "./look-form.ts";
import { texts } from "./texts.ts";

type Props = { draft: Draft<LookForm> };

export function LauncherCard({ themeEditor }: { themeEditor: string }) {
  const words = texts.launcher;
  return (
    <Section heading={words.heading} text={words.text}>
      <InlineStack>
        <Link url={themeEditor} target="_top">
          {words.link}
        </Link>
      </InlineStack>
    </Section>
  );
}

export function ColorCard({ draft: { form, change, errors } }: Props) {
  const words = texts.color;
  const picked = /^#[\da-f]{6}$/i.test(form.accent.trim()) ? form.accent.trim() : null;
  return (
    <Section heading={words.heading}>
      <ChoiceList
        title={words.source}
        titleHidden
        choices={[
          { value: "theme", label: words.theme, helpText: words.themeHelp },
          { value: "own", label: words.own, helpText: words.ownHelp },
        ]}
        selected={[form.ownAccent ? "own" : "theme"]}
        onChange={([source]) => change({ ownAccent: source === "own" })}
      />
      {form.ownAccent && (
        <BlockStack gap="200">
          <TextField
            label={words.code}
            helpText={words.codeHelp}
            {...errorOf(errors, "accent")}
            value={form.accent}
            onChange={(accent) => change({ accent })}
            autoComplete="off"
            maxLength={7}
            connectedRight={
              <input
                type="color"
                aria-label={words.picker}
                value={picked ?? "#000000"}
                onChange={(event) => change({ accent: event.currentTarget.value })}
                style={{ width: 44, height: 32, padding: 0, border: 0, background: "none", cursor: "pointer" }}
              />
            }
          />
          <div aria-live="polite" style={{ minHeight: "2.5rem" }}>
            {picked && <Readability accent={picked} />}
          </div>
        </BlockStack>
      )}
    </Section>
  );
}

/** What becomes of words on the color, and in it. */
function Readability({ accent }: { accent: string }) {
  const measured = accentContrast(accent);
  if (!measured) return null;
  const { white, words } = measured;
  return (
    <BlockStack gap="100">
      <Text as="p">{white >= READABLE ? texts.color.white(white) : texts.color.black(white)}</Text>
      {words < READABLE && <Text as="p">{texts.color.darker(words)}</Text>}
    </BlockStack>
  );
}

export function TopCard({ draft: { form, change, errors } }: Props) {
  const words = texts.top;
  return (
    <Section heading={words.heading}>
      <TextField
        label={words.tagline}
        helpText={words.taglineHelp}
        {...errorOf(errors, "tagline")}
        value={form.tagline}
        onChange={(tagline) => change({ tagline })}
        autoComplete="off"
        maxLength={LOOK_LIMITS.tagline}
        showCharacterCount
      />
      <Select
        label={words.avatar}
        options={AVATARS.map((value) => ({ value, label: words.avatars[value] }))}
        value={form.avatar}
        onChange={(value) => change({ avatar: AVATARS.find((one) => one === value) ?? form.avatar })}
      />
      <Text as="p">
        <Link url="/app/settings/agent">{words.agent}</Link> {words.agentText}
      </Text>
    </Section>
  );
}

export function PersonCard({ draft: { form, change } }: Props) {
  const words = texts.person;
  return (
    <Section heading={words.heading}>
      <Checkbox
        label={words.atOnce}
        helpText={words.help}
        checked={form.personAtOnce}
        onChange={(personAtOnce) => change({ personAtOnce })}
      />
    </Section>
  );
}

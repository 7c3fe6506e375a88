import { BlockStack, Checkbox, ChoiceList, Text, TextField } from "@shopify/polaris";
import { ON_UNINSTALL } from "../../conversations/retention/data-settings.ts";
import { errorOf, Section } from "../../components/settings/section.tsx";
import type { Draft } from "../../components/settings/use-draft.ts";
import type { DataForm } from "./data-form.ts";
import { texts } from "./texts.ts";

type Props = { draft: Draft<DataForm> };
type Kept = "conversationDays" | "photoDays";

export function KeepingCard({ draft }: Props) {
  const words = texts.keeping;
  return (
    <Section heading={words.heading} text={words.text}>
      <DaysField
        draft={draft}
        path="conversationDays"
        label={words.conversations}
        help={words.conversationsHelp}
        forever={words.conversationsForever}
      />
      <DaysField
        draft={draft}
        path="photoDays"
        label={words.photos}
        help={words.photosHelp}
        forever={words.photosForever}
      />
      <Text as="p" tone="subdued">
        {words.ledger}
      </Text>
    </Section>
  );
}

type DaysProps = Props & { path: Kept; label: string; help: string; forever: string };

function DaysField({ draft: { form, change, errors }, path, label, help, forever }: DaysProps) {
  const kept = form[path];
  return (
    <BlockStack gap="100">
      <TextField
        label={label}
        helpText={help}
        {...errorOf(errors, path)}
        value={kept.days}
        onChange={(days) => change({ [path]: { ...kept, days } })}
        disabled={kept.forever}
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
      />
      <Checkbox
        label={forever}
        checked={kept.forever}
        onChange={(checked) => change({ [path]: { ...kept, forever: checked } })}
      />
    </BlockStack>
  );
}

export function LeavingCard({ draft: { form, change } }: Props) {
  const words = texts.leaving;
  return (
    <Section heading={words.heading}>
      <ChoiceList
        title={words.label}
        titleHidden
        choices={ON_UNINSTALL.map((value) => ({
          value,
          label: words.choices[value].label,
          helpText: words.choices[value].help,
        }))}
        selected={[form.onUninstall]}
        onChange={([value]) => change({ onUninstall: ON_UNINSTALL.find((one) => one === value) ?? form.onUninstall })}
      />
    </Section>
  );
}

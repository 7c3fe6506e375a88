import { BlockStack, InlineStack, Text, TextField } from "@shopify/polaris";
import { SENDER_LIMITS } from "../../channels/email/sender.ts";
import { errorOf, Section } from "../../components/settings/section.tsx";
import type { Draft } from "../../components/settings/use-draft.ts";
import type { SenderForm } from "./sender-form.ts";
import { texts } from "./texts.ts";

type Props = { draft: Draft<SenderForm>; shopName: string; ownAddress: string };

export function SenderCard({ draft: { form, change, errors }, shopName, ownAddress }: Props) {
  const words = texts.sender;
  return (
    <Section heading={words.heading} text={words.text}>
      <TextField
        label={words.name}
        helpText={words.nameHelp(shopName)}
        {...errorOf(errors, "name")}
        value={form.name}
        onChange={(name) => change({ name })}
        autoComplete="off"
        maxLength={SENDER_LIMITS.name}
      />
      <TextField
        label={words.address}
        helpText={words.addressHelp(ownAddress)}
        {...errorOf(errors, "address")}
        type="email"
        value={form.address}
        onChange={(address) => change({ address })}
        autoComplete="off"
        maxLength={SENDER_LIMITS.address}
      />
      <TextField
        label={words.replyTo}
        helpText={words.replyToHelp}
        {...errorOf(errors, "replyTo")}
        type="email"
        value={form.replyTo}
        onChange={(replyTo) => change({ replyTo })}
        autoComplete="off"
        maxLength={SENDER_LIMITS.address}
      />
    </Section>
  );
}

/** What came of the test, said where the button is. */
export function Outcome({ text, isGood }: { text: string; isGood: boolean }) {
  return (
    <div role="status">
      <Text as="p" tone={isGood ? "success" : "critical"}>
        {text}
      </Text>
    </div>
  );
}

/** The field and its button, one below the other where there is little room. */
export function Stacked({ field, button }: { field: React.ReactNode; button: React.ReactNode }) {
  return (
    <BlockStack gap="300">
      {field}
      <InlineStack>{button}</InlineStack>
    </BlockStack>
  );
}

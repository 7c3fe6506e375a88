import { Banner, BlockStack } from "@shopify/polaris";
import { conversationTexts } from "../../components/conversation.texts.ts";
import { PlainText } from "../../components/plain-text.tsx";
import { texts } from "./texts.ts";

/** What whoever takes over reads first. */
export function HandedBanner({ reason, briefs }: { reason: string; briefs: string[] }) {
  return (
    <Banner title={texts.handed.heading(conversationTexts.reason(reason))} tone="warning">
      <BlockStack gap="200">
        {briefs.map((brief, index) => (
          <PlainText key={index} text={brief} />
        ))}
        <p>{texts.handed.reply}</p>
      </BlockStack>
    </Banner>
  );
}

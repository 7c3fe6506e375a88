import { Banner, BlockStack } from "@shopify/polaris";
import { conversationTexts } from "../../components/conversation.texts.ts";
import { PlainText } from "./plain-text.tsx";
import { texts } from "./texts.ts";

export function HandedBanner({ reason, brief }: { reason: string; brief: string | null }) {
  return (
    <Banner title={texts.handed.heading(conversationTexts.reason(reason))} tone="warning">
      <BlockStack gap="200">
        {brief !== null && <PlainText text={brief} />}
        <p>{texts.handed.reply}</p>
      </BlockStack>
    </Banner>
  );
}

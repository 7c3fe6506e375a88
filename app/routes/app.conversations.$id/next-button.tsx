import { Button, InlineStack, Text } from "@shopify/polaris";
import { conversationTexts } from "../../components/conversation.texts.ts";
import { deskTexts } from "./desk.texts.ts";
import type { Next } from "./use-next.ts";

const words = deskTexts.next;

/** For who works through a view: the way on from here. */
export function NextButton({ id, next: { queue, go, state } }: { id: string; next: Next }) {
  if (queue === null) return null;
  return (
    <InlineStack align="start" gap="200" blockAlign="center">
      <Button id={id} onClick={go} loading={state === "looking"}>
        {words.action(conversationTexts.views[queue])}
      </Button>
      <div role="status">
        {state === "failed" && (
          <Text as="p" tone="critical">
            {words.failed}
          </Text>
        )}
      </div>
    </InlineStack>
  );
}

import { useAppBridge } from "@shopify/app-bridge-react";
import { Banner, BlockStack, Modal, Text } from "@shopify/polaris";
import { useState } from "react";
import { askCases } from "../../components/playground/ask-cases.ts";
import { playgroundTexts } from "../../components/playground/playground.texts.ts";
import type { ShownCase } from "./load-cases.server.ts";
import { texts } from "./texts.ts";

const words = texts.removing;

type Props = { testCase: ShownCase; onClose: () => void; onDeleted: () => void };

/** Asks before a case is deleted. */
export function DeleteModal({ testCase: { id, name }, onClose, onDeleted }: Props) {
  const shopify = useAppBridge();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const remove = async () => {
    setBusy(true);
    const answer = await askCases({ intent: "delete", id });
    setBusy(false);
    setFailed(answer === null);
    if (answer === null) return;
    shopify.toast.show(words.done);
    onDeleted();
  };
  return (
    <Modal
      open
      title={words.title(name)}
      onClose={onClose}
      primaryAction={{ content: words.action, onAction: () => void remove(), loading: busy, destructive: true }}
      secondaryActions={[{ content: playgroundTexts.cancel, onAction: onClose, disabled: busy }]}
    >
      <Modal.Section>
        <BlockStack gap="300">
          {failed && (
            <Banner tone="critical">
              <p>{words.failed}</p>
            </Banner>
          )}
          <Text as="p">{words.text}</Text>
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}

import { useBeforeUnload, useBlocker } from "@remix-run/react";
import { Modal, Text } from "@shopify/polaris";
import { useCallback } from "react";
import { texts } from "./texts.ts";

const DRAFT = /^\/app\/policies\/draft(\/|$)/;

/** Asks before a page with unsaved changes is left; between a draft's areas nothing is lost. */
export function LeaveGuard({ isDirty }: { isDirty: boolean }) {
  const blocker = useBlocker(({ nextLocation }) => isDirty && !DRAFT.test(nextLocation.pathname));
  useBeforeUnload(
    useCallback(
      (event: BeforeUnloadEvent) => {
        if (isDirty) event.preventDefault();
      },
      [isDirty],
    ),
  );
  if (blocker.state !== "blocked") return null;
  const words = texts.leave;
  return (
    <Modal
      open
      title={words.title}
      onClose={() => blocker.reset()}
      primaryAction={{ content: words.leave, destructive: true, onAction: () => blocker.proceed() }}
      secondaryActions={[{ content: words.stay, onAction: () => blocker.reset() }]}
    >
      <Modal.Section>
        <Text as="p">{words.text}</Text>
      </Modal.Section>
    </Modal>
  );
}

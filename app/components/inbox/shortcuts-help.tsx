import { BlockStack, InlineStack, Modal, Text } from "@shopify/polaris";

export type Shortcut = { keys: readonly string[]; does: string };

const KEY = {
  fontFamily: "var(--p-font-family-mono)",
  border: "1px solid var(--p-color-border)",
  borderRadius: "4px",
  padding: "0 6px",
  background: "var(--p-color-bg-surface-secondary)",
};

/** Which keys do what on a page, told when `?` is pressed. */
export function ShortcutsHelp({
  open,
  onClose,
  title = "Keyboard shortcuts",
  shortcuts,
}: {
  open: boolean;
  onClose: () => void;
  title?: string;
  shortcuts: readonly Shortcut[];
}) {
  return (
    <Modal open={open} onClose={onClose} title={title}>
      <Modal.Section>
        <BlockStack gap="200">
          {shortcuts.map(({ keys, does }) => (
            <InlineStack key={does} gap="300" wrap={false} blockAlign="center">
              <div style={{ minWidth: "6rem" }}>
                <InlineStack gap="100">
                  {keys.map((key) => (
                    <kbd key={key} style={KEY}>
                      {key}
                    </kbd>
                  ))}
                </InlineStack>
              </div>
              <Text as="span">{does}</Text>
            </InlineStack>
          ))}
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}

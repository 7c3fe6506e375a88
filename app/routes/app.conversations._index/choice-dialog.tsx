import { BlockStack, Button, Modal } from "@shopify/polaris";
import { useEffect, useRef } from "react";

type Props<Choice extends string> = {
  title: string;
  choices: readonly { id: Choice; label: string }[];
  /** The key that opened it: pressed again it takes the first choice. */
  againKey: string;
  onChoose: (choice: Choice) => void;
  onClose: () => void;
};

/** Asks which one; each has a number that picks it. */
export function ChoiceDialog<Choice extends string>({ title, choices, againKey, onChoose, onClose }: Props<Choice>) {
  const choose = useRef(onChoose);
  useEffect(() => {
    choose.current = onChoose;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      const index = event.key === againKey ? 0 : Number(event.key) - 1;
      const choice = choices[index];
      if (!choice) return;
      event.preventDefault();
      choose.current(choice.id);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [choices, againKey]);
  return (
    <Modal open title={title} onClose={onClose}>
      <Modal.Section>
        <BlockStack gap="200">
          {choices.map(({ id, label }, index) => (
            <Button key={id} fullWidth textAlign="start" onClick={() => onChoose(id)}>
              {`${index + 1}. ${label}`}
            </Button>
          ))}
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}

import { BlockStack, Text, TextField } from "@shopify/polaris";
import { type KeyboardEvent, type ReactNode, useId, useState } from "react";
import { type Choice, Choices, moved, optionId } from "./choices.tsx";

type Props = {
  label: string;
  value: string;
  onChange: (typed: string) => void;
  options: readonly Choice[];
  onTake: (index: number) => void;
  /** How many there are, or why there is none: said to screen readers, and shown where the list is empty. */
  status: string;
  /** In place of the list, while there is none. */
  children?: ReactNode;
};

/** A field that searches a list and takes one of it: arrows move, Enter takes. */
export function PickField({ label, value, onChange, options, onTake, status, children }: Props) {
  const id = useId();
  const listId = `${id}-choices`;
  const [wanted, setActive] = useState(0);
  const active = Math.min(wanted, Math.max(0, options.length - 1));
  const isOpen = options.length > 0;
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen || event.nativeEvent.isComposing) return;
    const step = moved(event.key, active, options.length);
    if (step !== null) setActive(step);
    else if (event.key === "Enter") onTake(active);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div role="presentation" onKeyDown={onKeyDown}>
      <BlockStack gap="200">
        <TextField
          id={id}
          label={label}
          value={value}
          onChange={(typed) => {
            setActive(0);
            onChange(typed);
          }}
          maxLength={100}
          autoComplete="off"
          role="combobox"
          ariaAutocomplete="list"
          ariaExpanded={isOpen}
          {...(isOpen ? { ariaControls: listId, ariaActiveDescendant: optionId(listId, active) } : {})}
        />
        <div role="status">
          <Text as="p" tone="subdued" visuallyHidden={isOpen}>
            {status}
          </Text>
        </div>
        {isOpen ? <Choices id={listId} label={label} options={options} active={active} onTake={onTake} /> : children}
      </BlockStack>
    </div>
  );
}

import { Box, Text } from "@shopify/polaris";
import { useEffect, useRef } from "react";

export type Choice = { key: string; content: string; detail?: string };
type Props = {
  id: string;
  label: string;
  options: readonly Choice[];
  active: number;
  onTake: (index: number) => void;
};

export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}

/** Where a key leads to in a list of choices; null for keys that do not move. */
export function moved(key: string, active: number, count: number): number | null {
  if (key === "ArrowDown") return (active + 1) % count;
  if (key === "ArrowUp") return (active - 1 + count) % count;
  return null;
}

/**
 * The list of a field that completes what is typed in it. The field keeps the focus, and names the active choice by
 * `optionId`; a mouse takes one without taking the focus away.
 */
export function Choices({ id, label, options, active, onTake }: Props) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Newer browsers answer with a promise, which an effect must not return.
    list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    <Box
      background="bg-surface"
      borderColor="border"
      borderWidth="025"
      borderRadius="200"
      shadow="300"
      overflowX="hidden"
    >
      <div
        ref={list}
        id={id}
        role="listbox"
        aria-label={label}
        style={{ padding: "var(--p-space-100)", maxHeight: "16rem", overflowY: "auto" }}
      >
        {options.map(({ key, content, detail }, index) => (
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- the field has the focus, and hears the keys
          <div
            key={key}
            id={optionId(id, index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onTake(index)}
            style={{
              padding: "var(--p-space-150) var(--p-space-200)",
              borderRadius: "var(--p-border-radius-150)",
              cursor: "pointer",
              ...(index === active ? { background: "var(--p-color-bg-surface-selected)" } : {}),
            }}
          >
            <Text as="span" breakWord>
              {content}
            </Text>
            {detail !== undefined && (
              <Text as="p" tone="subdued" variant="bodySm" breakWord>
                {detail}
              </Text>
            )}
          </div>
        ))}
      </div>
    </Box>
  );
}

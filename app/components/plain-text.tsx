import { Fragment } from "react";
import { BOLD } from "../conversations/unmarked.ts";

const TEXT = { whiteSpace: "pre-wrap", overflowWrap: "anywhere" } as const;

/** What shoppers, agents and tools wrote: text with its line ends, in its own direction, and never anything else. */
export function PlainText({ text, code = false }: { text: string; code?: boolean }) {
  return (
    <div
      dir={code ? "ltr" : "auto"}
      style={{
        ...TEXT,
        ...(code ? { fontFamily: "var(--p-font-family-mono)", fontSize: "var(--p-font-size-300)" } : {}),
      }}
    >
      {text}
    </div>
  );
}

/**
 * What the agent wrote, with the emphasis the shopper saw. The rest of what the widget shows as lists and links reads
 * well as it was written.
 */
export function AgentText({ text }: { text: string }) {
  // Every second part stood between two pairs of asterisks.
  const parts = text
    .split(BOLD)
    .map((part, index) =>
      index % 2 === 1 ? <strong key={index}>{part}</strong> : <Fragment key={index}>{part}</Fragment>,
    );
  return (
    <div dir="auto" style={TEXT}>
      {parts}
    </div>
  );
}

import { BlockStack, Text } from "@shopify/polaris";
import type { CardStep } from "../../orders/facts.ts";
import { texts } from "./texts.ts";

const MARKS: Record<CardStep["state"], { sign: string; color: string; filled: boolean }> = {
  done: { sign: "✓", color: "var(--p-color-bg-fill-success)", filled: true },
  current: { sign: "●", color: "var(--p-color-bg-fill-info)", filled: false },
  problem: { sign: "!", color: "var(--p-color-bg-fill-caution)", filled: true },
  todo: { sign: "", color: "var(--p-color-border)", filled: false },
};
const INK: Record<CardStep["state"], string> = {
  done: "var(--p-color-text-success-on-bg-fill)",
  current: "var(--p-color-text-info)",
  problem: "var(--p-color-text-caution-on-bg-fill)",
  todo: "transparent",
};

/** The way of a part, as the widget draws it for the shopper. */
export function Timeline({ label, steps }: { label: string; steps: CardStep[] }) {
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {texts.part.timeline}
      </Text>
      <ol aria-label={`${texts.part.timeline}: ${label}`} style={{ margin: 0, padding: 0, listStyle: "none" }}>
        {steps.map((step, index) => (
          <Step key={step.label} step={step} last={index === steps.length - 1} />
        ))}
      </ol>
    </BlockStack>
  );
}

function Step({ step: { label, state, at, atText, detail }, last }: { step: CardStep; last: boolean }) {
  const mark = MARKS[state];
  return (
    <li style={{ display: "flex", gap: "var(--p-space-300)" }}>
      <span aria-hidden="true" style={{ display: "flex", flexDirection: "column", alignItems: "center" }}>
        <span
          style={{
            width: "1.25rem",
            height: "1.25rem",
            flex: "none",
            display: "grid",
            placeItems: "center",
            borderRadius: "50%",
            border: `2px solid ${mark.color}`,
            background: mark.filled ? mark.color : "transparent",
            color: INK[state],
            fontSize: "0.6875rem",
            fontWeight: 700,
            lineHeight: 1,
          }}
        >
          {mark.sign}
        </span>
        {!last && <span style={{ width: 2, flex: 1, minHeight: "0.5rem", background: "var(--p-color-border)" }} />}
      </span>
      <div style={{ paddingBlockEnd: last ? 0 : "var(--p-space-200)", overflowWrap: "anywhere" }}>
        <Text as="span" {...(state === "todo" ? { tone: "subdued" } : { fontWeight: "medium" })}>
          {label}
        </Text>
        <Text as="span" visuallyHidden>
          {` (${texts.steps[state]})`}
        </Text>
        {atText !== null && (
          <Text as="span" tone="subdued">
            {" "}
            <time {...(at === null ? {} : { dateTime: at })}>{atText}</time>
          </Text>
        )}
        {detail !== null && (
          <Text as="p" tone="subdued" variant="bodySm">
            {detail}
          </Text>
        )}
      </div>
    </li>
  );
}

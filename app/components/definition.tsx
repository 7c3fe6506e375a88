import { Text } from "@shopify/polaris";
import type { ReactNode } from "react";

/** Terms with what is said of them, one below the other, or side by side where there is room. */
export function Definitions({ children }: { children: ReactNode }) {
  return (
    <dl
      style={{
        margin: 0,
        display: "grid",
        gap: "var(--p-space-300) var(--p-space-400)",
        gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 12rem), 1fr))",
      }}
    >
      {children}
    </dl>
  );
}

/** @param props.note what the value rests on */
export function Definition({
  term,
  note = null,
  children,
}: {
  term: string;
  note?: string | null;
  children: ReactNode;
}) {
  return (
    <div>
      <Text as="dt" tone="subdued" variant="bodySm">
        {term}
      </Text>
      <dd style={{ margin: 0, overflowWrap: "anywhere" }}>
        {children}
        {note !== null && (
          <Text as="p" tone="subdued" variant="bodySm">
            {note}
          </Text>
        )}
      </dd>
    </div>
  );
}

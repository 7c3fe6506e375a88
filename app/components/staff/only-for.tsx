import { Banner, BlockStack, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import type { StaffAction } from "../../staff/may.ts";
import { useRefusal } from "./use-staff.ts";

type Props = { action: StaffAction; children: ReactNode };

/** What only some may do: to others it is shown, its fields and buttons switched off, with who may above it. */
export function OnlyFor({ action, children }: Props) {
  const refusal = useRefusal(action);
  return (
    <BlockStack gap="400">
      {refusal !== null && (
        <Banner tone="info">
          <Text as="p">{refusal}</Text>
        </Banner>
      )}
      <Switched action={action}>{children}</Switched>
    </BlockStack>
  );
}

/** Polaris draws a field's box beside it, and knows only of fields that are switched off one by one. */
const LOOKS_OFF = `
  fieldset:disabled .Polaris-TextField__Backdrop,
  fieldset:disabled .Polaris-Select__Backdrop {
    background: var(--p-color-bg-surface-disabled);
    border-color: var(--p-color-border-disabled);
  }
  fieldset:disabled :is(input, select, textarea, button) { cursor: not-allowed; }`;

/** The same where the page says elsewhere who may. */
export function Switched({ action, children }: Props) {
  const isOff = useRefusal(action) !== null;
  return (
    <fieldset disabled={isOff} style={{ border: 0, margin: 0, padding: 0, minInlineSize: 0 }}>
      {isOff && <style>{LOOKS_OFF}</style>}
      {children}
    </fieldset>
  );
}

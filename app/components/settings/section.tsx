import { BlockStack, Button, Card, FormLayout, InlineStack, Text, TextField } from "@shopify/polaris";
import type { ReactNode } from "react";
import { errorAt, type FieldErrors } from "./field-errors.ts";

/** One subject of a page of settings. */
export function Section({ heading, text, children }: { heading: string; text?: string; children: ReactNode }) {
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {heading}
          </Text>
          {text !== undefined && (
            <Text as="p" tone="subdued">
              {text}
            </Text>
          )}
        </BlockStack>
        {children}
      </BlockStack>
    </Card>
  );
}

/** The error of the field at a path, as a property of a Polaris field; nothing where it has none. */
export function errorOf(errors: FieldErrors, path: string): { error?: string } {
  const error = errorAt(errors, path);
  return error === undefined ? {} : { error };
}

type NumberProps = {
  label: string;
  value: string;
  errors: FieldErrors;
  path: string;
  onChange: (typed: string) => void;
};

export function NumberField({ label, value, errors, path, onChange }: NumberProps) {
  return (
    <TextField
      label={label}
      {...errorOf(errors, path)}
      value={value}
      onChange={onChange}
      inputMode="numeric"
      autoComplete="off"
      maxLength={4}
    />
  );
}

type Entry = { key: string; title: string; fields: ReactNode };
type RowsProps = {
  heading: string;
  help?: string;
  none?: string;
  rows: readonly Entry[];
  add: string;
  remove: string;
  onAdd: () => void;
  onRemove: (index: number) => void;
};

/** A list of entries that each have several fields; each is a group with a name of its own. */
export function Rows({ heading, help, none, rows, add, remove, onAdd, onRemove }: RowsProps) {
  return (
    <BlockStack gap="300">
      <BlockStack gap="100">
        <Text as="h3" variant="headingSm">
          {heading}
        </Text>
        {help !== undefined && (
          <Text as="p" tone="subdued">
            {help}
          </Text>
        )}
      </BlockStack>
      {rows.length === 0 && none !== undefined && <Text as="p">{none}</Text>}
      {rows.map(({ key, title, fields }, index) => (
        <div
          key={key}
          role="group"
          aria-label={title}
          style={{ borderInlineStart: "2px solid var(--p-color-border)", paddingInlineStart: "var(--p-space-300)" }}
        >
          <BlockStack gap="200">
            <FormLayout>{fields}</FormLayout>
            <InlineStack>
              <Button
                variant="plain"
                tone="critical"
                accessibilityLabel={`${remove}: ${title}`}
                onClick={() => onRemove(index)}
              >
                {remove}
              </Button>
            </InlineStack>
          </BlockStack>
        </div>
      ))}
      <InlineStack>
        <Button onClick={onAdd}>{add}</Button>
      </InlineStack>
    </BlockStack>
  );
}

/** A list with one of its entries changed, or without it. */
export function withEntry<One>(list: readonly One[], index: number, part: Partial<One>): One[] {
  return list.map((one, at) => (at === index ? { ...one, ...part } : one));
}
export function withoutEntry<One>(list: readonly One[], index: number): One[] {
  return list.filter((_, at) => at !== index);
}

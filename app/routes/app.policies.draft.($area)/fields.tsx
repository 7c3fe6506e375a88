import { Box, InlineGrid, Select, TextField } from "@shopify/polaris";
import type { ReactNode } from "react";

type Plain = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
  help?: string | undefined;
  /** Where a select before it says what it is. */
  labelHidden?: boolean;
};

function Typed({ label, value, onChange, error, help, labelHidden = false, ...more }: Plain & { prefix?: string }) {
  return (
    <TextField
      label={label}
      labelHidden={labelHidden}
      value={value}
      onChange={onChange}
      autoComplete="off"
      inputMode={more.prefix === undefined ? "numeric" : "decimal"}
      {...more}
      {...(help === undefined ? {} : { helpText: help })}
      {...(error === undefined ? {} : { error })}
    />
  );
}

/** An amount in the policy's currency, as text that is read exactly. */
export function MoneyField({ currency, ...field }: Plain & { currency: string }) {
  return <Typed {...field} prefix={currency} />;
}

export function NumberField(field: Plain) {
  return <Typed {...field} />;
}

type Choice<Value extends string> = {
  label: string;
  options: Readonly<Record<Value, string>>;
  value: Value;
  onChange: (value: Value) => void;
  help?: string;
  error?: string | undefined;
};

export function ChoiceField<Value extends string>({ label, options, value, onChange, help, error }: Choice<Value>) {
  const values = Object.keys(options) as Value[];
  return (
    <Select
      label={label}
      options={values.map((one) => ({ value: one, label: options[one] }))}
      value={value}
      onChange={(chosen) => {
        const known = values.find((one) => one === chosen);
        if (known !== undefined) onChange(known);
      }}
      {...(help === undefined ? {} : { helpText: help })}
      {...(error === undefined ? {} : { error })}
    />
  );
}

type Limited = {
  label: string;
  /** Null: no limit. */
  value: string | null;
  onChange: (value: string | null) => void;
  error?: string | undefined;
  none: string;
  some: string;
  /** What stands in the field once a limit is chosen. */
  first: string;
} & ({ currency: string } | { currency?: never });

/** A choice between no limit and one that is typed beside it. */
export function LimitField({ label, value, onChange, error, none, some, first, currency }: Limited) {
  const select = (
    <ChoiceField
      label={label}
      options={{ none, some }}
      value={value === null ? "none" : "some"}
      onChange={(chosen) => onChange(chosen === "none" ? null : (value ?? first))}
      error={value === null ? error : undefined}
    />
  );
  if (value === null) return select;
  const field = { label: `${label}: ${some}`, value, onChange, error, labelHidden: true };
  return (
    <SideBySide>
      {select}
      {currency === undefined ? <NumberField {...field} /> : <MoneyField {...field} currency={currency} />}
    </SideBySide>
  );
}

/** Two controls that are read as one; one below the other where it is narrow. */
export function SideBySide({ children }: { children: [ReactNode, ReactNode] }) {
  const [first, second] = children;
  return (
    <InlineGrid columns={{ xs: 1, sm: 2 }} gap="200" alignItems="start">
      {first}
      {/* In line with the control beside it, whose label is above. */}
      <Box paddingBlockStart={{ xs: "0", sm: "600" }}>{second}</Box>
    </InlineGrid>
  );
}

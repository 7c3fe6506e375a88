import { BlockStack, Button, InlineStack, Select, Tag, TextField } from "@shopify/polaris";
import { useState } from "react";
import { settingsTexts } from "./settings.texts.ts";

type Props = {
  label: string;
  help?: string;
  names: readonly string[];
  error?: string | undefined;
  maxLength?: number;
  placeholder?: string;
  onChange: (names: string[]) => void;
};

const words = settingsTexts.list;

/** A list of names, each added by itself: Enter adds, too. */
export function NameList({ label, help, names, error, maxLength = 120, placeholder, onChange }: Props) {
  const [typed, setTyped] = useState("");
  const [refused, setRefused] = useState("");
  const add = () => {
    const name = typed.trim();
    if (name === "") return;
    if (names.some((one) => one.toLowerCase() === name.toLowerCase())) {
      setRefused(words.twice);
      return;
    }
    setTyped("");
    onChange([...names, name]);
  };
  const shownError = refused || error;
  return (
    <BlockStack gap="200">
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions -- the field itself takes the keys */}
      <div
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
          event.preventDefault();
          add();
        }}
      >
        <TextField
          label={label}
          {...(help === undefined ? {} : { helpText: help })}
          {...(placeholder === undefined ? {} : { placeholder })}
          {...(shownError ? { error: shownError } : {})}
          value={typed}
          onChange={(text) => {
            setTyped(text);
            setRefused("");
          }}
          autoComplete="off"
          maxLength={maxLength}
          connectedRight={
            <Button size="large" onClick={add} accessibilityLabel={words.addTo(label)}>
              {words.add}
            </Button>
          }
        />
      </div>
      <Tags
        entries={names.map((name) => ({ id: name, name }))}
        onRemove={(id) => onChange(names.filter((one) => one !== id))}
      />
    </BlockStack>
  );
}

export type CountryName = { code: string; name: string };

/** A list of countries, chosen one by one. */
export function CountryList({
  label,
  help,
  countries,
  codes,
  error,
  onChange,
}: {
  label: string;
  help?: string;
  countries: readonly CountryName[];
  codes: readonly string[];
  error?: string | undefined;
  onChange: (codes: string[]) => void;
}) {
  const left = countries.filter(({ code }) => !codes.includes(code));
  return (
    <BlockStack gap="200">
      <Select
        label={label}
        {...(help === undefined ? {} : { helpText: help })}
        {...(error === undefined ? {} : { error })}
        options={[
          { value: "", label: settingsTexts.country.choose },
          ...left.map(({ code, name }) => ({ value: code, label: name })),
        ]}
        value=""
        onChange={(code) => code !== "" && onChange([...codes, code])}
      />
      <Tags
        entries={codes.map((code) => ({ id: code, name: countries.find((one) => one.code === code)?.name ?? code }))}
        onRemove={(id) => onChange(codes.filter((one) => one !== id))}
      />
    </BlockStack>
  );
}

function Tags({ entries, onRemove }: { entries: { id: string; name: string }[]; onRemove: (id: string) => void }) {
  if (entries.length === 0) return null;
  return (
    <InlineStack gap="100">
      {entries.map(({ id, name }) => (
        <Tag key={id} onRemove={() => onRemove(id)} accessibilityLabel={words.remove(name)}>
          {name}
        </Tag>
      ))}
    </InlineStack>
  );
}

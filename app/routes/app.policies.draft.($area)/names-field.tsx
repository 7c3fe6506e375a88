import { BlockStack, Button, InlineStack, Tag, Text, TextField } from "@shopify/polaris";
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useState } from "react";
import { texts } from "./texts.ts";
import { type ReadNames, withNames } from "./typed-names.ts";

type Props = {
  label: string;
  names: readonly string[];
  read: ReadNames;
  onChange: (names: string[]) => void;
  help?: string;
  error?: string | undefined;
  /** What a name is called, where it is an id. */
  called?: (name: string) => string;
  /** Another way to add names, beside the field. */
  more?: ReactNode;
};

/** Shown at once; beyond it a list is searched, however long it is. */
const MOST_SHOWN = 20;
const words = texts.names;

/** A list of tags, codes or ids that is typed, pasted and searched. */
export function NamesField({ label, names, read, onChange, help, error, called = (name) => name, more }: Props) {
  const [typed, setTyped] = useState("");
  const [sought, setSought] = useState("");
  const [refused, setRefused] = useState<readonly string[]>([]);
  const [first] = refused;
  const wrong = first === undefined ? error : words.refused(refused.length, first);
  const isLong = names.length > MOST_SHOWN;
  const take = (text: string) => {
    const { names: added, refused: left } = read(text);
    setRefused(left);
    setTyped(left.slice(0, MOST_SHOWN).join(", "));
    if (added.length > 0) onChange(withNames(names, added));
  };
  /** What is pasted as a list is added at once: a field would slow down with thousands of lines. */
  const paste = (event: ClipboardEvent<HTMLDivElement>) => {
    const text = event.clipboardData.getData("text");
    if (!/[\n,;]/.test(text.trim())) return;
    event.preventDefault();
    take(text);
  };
  const typeKey = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    take(typed);
  };
  return (
    <BlockStack gap="200">
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions -- the field itself takes keys and pasted text */}
      <div onPaste={paste} onKeyDown={typeKey}>
        <TextField
          label={label}
          value={typed}
          onChange={setTyped}
          autoComplete="off"
          spellCheck={false}
          helpText={help ?? words.help}
          {...(wrong === undefined ? {} : { error: wrong })}
          connectedRight={
            <Button size="large" onClick={() => take(typed)} accessibilityLabel={words.addTo(label)}>
              {words.add}
            </Button>
          }
        />
      </div>
      {more}
      {isLong && (
        <InlineStack gap="200" blockAlign="center" align="space-between">
          <Text as="p">{words.count(names.length)}</Text>
          <Button
            variant="plain"
            tone="critical"
            onClick={() => onChange([])}
            accessibilityLabel={words.removeAllOf(label)}
          >
            {words.removeAll}
          </Button>
        </InlineStack>
      )}
      {isLong && (
        <TextField
          label={words.search(label)}
          value={sought}
          onChange={setSought}
          type="search"
          autoComplete="off"
          clearButton
          onClearButtonClick={() => setSought("")}
        />
      )}
      <Names names={names} sought={isLong ? sought : ""} called={called} onChange={onChange} />
    </BlockStack>
  );
}

type NamesProps = Pick<Props, "names" | "onChange"> & { sought: string; called: (name: string) => string };

function Names({ names, sought, called, onChange }: NamesProps) {
  const wanted = sought.trim().toLowerCase();
  const found =
    wanted === "" ? names : names.filter((name) => `${name} ${called(name)}`.toLowerCase().includes(wanted));
  const shown = found.slice(0, MOST_SHOWN);
  if (names.length === 0) return null;
  return (
    <BlockStack gap="100">
      {found.length === 0 && <Text as="p">{words.nothing}</Text>}
      <InlineStack gap="100">
        {shown.map((name) => (
          <Tag
            key={name}
            onRemove={() => onChange(names.filter((one) => one !== name))}
            accessibilityLabel={words.remove(called(name))}
          >
            {called(name)}
          </Tag>
        ))}
      </InlineStack>
      {found.length > shown.length && (
        <Text as="p" tone="subdued">
          {words.shown(shown.length, found.length)}
        </Text>
      )}
    </BlockStack>
  );
}

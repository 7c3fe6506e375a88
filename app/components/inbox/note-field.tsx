import { Text, TextField } from "@shopify/polaris";
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import { meantBy, type TypedMention, typedMention, withMention } from "../../inbox/mention-words.ts";
import type { Person } from "../../staff/audit.ts";
import { Choices, moved, optionId } from "./choices.tsx";
import { noteTexts as words } from "./note.texts.ts";

type Props = {
  id: string;
  label: string;
  helpText: string;
  error?: string;
  value: string;
  members: readonly Person[];
  onChange: (text: string) => void;
  /** Somebody was chosen from the list: of several people of one name it is this one. */
  onMention: (person: Person) => void;
  onBlur: () => void;
};

const MOST_SHOWN = 8;

/**
 * A field for words among the staff. Behind an @ it offers the people of the team: arrows move, Enter or Tab takes, Escape
 * leaves. It stays a plain text field for screen readers, which hear how many people there are and which one is chosen.
 */
export function MentionField({ id, label, helpText, error, value, members, onChange, onMention, onBlur }: Props) {
  const listId = `${id}-people`;
  const [typed, setTyped] = useState<TypedMention | null>(null);
  const [active, setActive] = useState(0);
  const caret = useRef<number | null>(null);
  const field = () => document.getElementById(id) as HTMLTextAreaElement | null;
  const people = typed ? meantBy(typed.query, members).slice(0, MOST_SHOWN) : [];
  const isOpen = people.length > 0;

  // React has written the new text by now; before, the caret would jump to its end.
  useLayoutEffect(() => {
    if (caret.current === null) return;
    field()?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });

  const look = (text: string) => {
    const found = typedMention(text, field()?.selectionStart ?? text.length);
    // Behind a whole name the sentence goes on.
    setTyped(found && members.some(({ name }) => found.query.startsWith(`${name} `)) ? null : found);
    setActive(0);
  };
  const take = (person: Person) => {
    if (!typed) return;
    const next = withMention(value, typed, person.name);
    caret.current = next.caret;
    setTyped(null);
    onMention(person);
    onChange(next.text);
    field()?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    const chosen = people[active];
    const step = moved(event.key, active, people.length);
    if (step !== null) setActive(step);
    else if ((event.key === "Enter" || event.key === "Tab") && chosen) take(chosen);
    else if (event.key === "Escape") setTyped(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div role="presentation" onKeyDown={onKeyDown} onBlur={() => setTyped(null)} style={{ position: "relative" }}>
      <TextField
        id={id}
        label={label}
        labelHidden
        helpText={helpText}
        placeholder={label}
        value={value}
        onChange={(text) => {
          onChange(text);
          look(text);
        }}
        multiline={3}
        maxHeight={240}
        autoComplete="off"
        onBlur={onBlur}
        ariaAutocomplete="list"
        {...(isOpen ? { ariaControls: listId, ariaActiveDescendant: optionId(listId, active) } : {})}
        {...(error === undefined ? {} : { error })}
      />
      {isOpen && (
        <Choices
          id={listId}
          label={words.people}
          active={active}
          options={people.map((person) => ({ key: person.id, content: person.name }))}
          onTake={(index) => people[index] && take(people[index])}
        />
      )}
      <div role="status">
        <Text as="p" visuallyHidden={typed === null || isOpen}>
          {typed === null ? "" : isOpen ? words.matches(people.length) : words.nobody}
        </Text>
      </div>
    </div>
  );
}

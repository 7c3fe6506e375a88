import { Box, Button, InlineStack, Select, TextField } from "@shopify/polaris";
import { useState } from "react";
import { conversationTexts } from "../../components/conversation.texts.ts";
import { type Filters, NOBODY } from "../../inbox/queue/views.ts";
import { texts } from "./texts.ts";

/** Where `/` leads to. */
export const SEARCH_FIELD = "inbox-search";

const words = texts.filters;
const LANGUAGES = ["en", "de", "fr", "es", "it", "nl", "pt", "sv", "da", "pl", "ja", "zh", "ko", "ar", "he"] as const;
const names = new Intl.DisplayNames("en", { type: "language" });

type Name = Exclude<keyof Filters, "q">;
type Props = {
  filters: Filters;
  team: readonly { id: string; name: string }[];
  /** Shows the inbox with these instead; undefined takes one away. */
  onChange: (filters: Partial<Record<keyof Filters, string | undefined>>) => void;
};

/** What is looked for, and what the view is narrowed to. */
export function SearchBar({ filters, team, onChange }: Props) {
  const count = Object.entries(filters).filter(([name, value]) => name !== "q" && value !== undefined).length;
  const [open, setOpen] = useState(count > 0);
  return (
    <Box padding="300" paddingInline="400">
      <SearchField key={filters.q ?? ""} q={filters.q ?? ""} onSearch={(q) => onChange({ q })} />
      <Box paddingBlockStart="200">
        <InlineStack gap="200">
          <Button
            onClick={() => setOpen(!open)}
            ariaExpanded={open}
            ariaControls="inbox-filters"
            disclosure={open ? "up" : "down"}
          >
            {words.toggle(count)}
          </Button>
          {count > 0 && (
            <Button
              variant="plain"
              onClick={() => onChange(Object.fromEntries(CHOICES(team).map(({ name }) => [name, undefined])))}
            >
              {words.clear}
            </Button>
          )}
        </InlineStack>
      </Box>
      <div id="inbox-filters" hidden={!open}>
        <Box paddingBlockStart="300">
          <div style={{ display: "grid", gap: "12px", gridTemplateColumns: "repeat(auto-fit, minmax(150px, 1fr))" }}>
            {CHOICES(team).map(({ name, label, options }) => (
              <Select
                key={name}
                label={label}
                value={String(filters[name] ?? "")}
                options={[{ label: words.any, value: "" }, ...options]}
                onChange={(value) => onChange({ [name]: value === "" ? undefined : value })}
              />
            ))}
          </div>
        </Box>
      </div>
    </Box>
  );
}

type Choice = { name: Name; label: string; options: { label: string; value: string }[] };

const CHOICES = (team: Props["team"]): Choice[] => [
  {
    name: "reason",
    label: words.reason,
    options: conversationTexts.reasons.map((value) => ({ label: conversationTexts.reason(value), value })),
  },
  {
    name: "priority",
    label: words.priority,
    options: Object.entries(texts.priorities).map(([value, label]) => ({ label, value })),
  },
  {
    name: "assignee",
    label: words.assignee,
    options: [{ label: words.nobody, value: NOBODY }, ...team.map(({ id, name }) => ({ label: name, value: id }))],
  },
  {
    name: "language",
    label: words.language,
    options: LANGUAGES.map((value) => ({ label: names.of(value) ?? value, value })),
  },
  {
    name: "channel",
    label: words.channel,
    options: Object.entries(words.channels).map(([value, label]) => ({ label, value })),
  },
  { name: "late", label: words.late, options: [{ label: words.isLate, value: "yes" }] },
];

function SearchField({ q, onSearch }: { q: string; onSearch: (q: string | undefined) => void }) {
  const [typed, setTyped] = useState(q);
  const search = (words: string) => onSearch(words.trim() === "" ? undefined : words.trim());
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        search(typed);
      }}
    >
      <TextField
        id={SEARCH_FIELD}
        label={texts.search.label}
        labelHidden
        type="search"
        autoComplete="off"
        maxLength={200}
        placeholder={texts.search.placeholder}
        value={typed}
        onChange={setTyped}
        clearButton
        onClearButtonClick={() => {
          setTyped("");
          if (q !== "") search("");
        }}
        connectedRight={<Button submit>{texts.search.action}</Button>}
      />
    </form>
  );
}

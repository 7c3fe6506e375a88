import { BlockStack, Button, FormLayout, InlineStack, Select, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { TOOL_NAMES } from "../../agent/tools/names.ts";
import { type Expectation, MOST_WORDS, VERDICT_KINDS } from "../../playground/expectations.ts";
import { MOST_EXPECTATIONS } from "../../playground/test-case.ts";
import { REASONS, RESOLUTION_KINDS } from "../../policy/kinds.ts";
import { policyTexts } from "../policies/policy.texts.ts";
import { resolutionTexts } from "../resolution.texts.ts";
import { playgroundTexts } from "./playground.texts.ts";

const words = playgroundTexts.expectations;
type Kind = keyof typeof words.kinds;
const KINDS = Object.keys(words.kinds) as Kind[];

type Props = { expectations: readonly Expectation[]; onChange: (expectations: Expectation[]) => void };

/** What must hold of a conversation: a list to take from, and one form to add to it. */
export function ExpectationsField({ expectations, onChange }: Props) {
  return (
    <BlockStack gap="300">
      <Text as="h3" variant="headingSm">
        {words.heading}
      </Text>
      {expectations.length === 0 && <Text as="p">{words.none}</Text>}
      <BlockStack as="ul" gap="200">
        {expectations.map((expectation, index) => {
          const said = playgroundTexts.expects(expectation);
          return (
            <li key={`${index} ${said}`} style={{ listStyle: "none" }}>
              <InlineStack gap="200" align="space-between" blockAlign="center">
                <Text as="span" breakWord>
                  {said}
                </Text>
                <Button
                  variant="plain"
                  tone="critical"
                  accessibilityLabel={words.removeOf(said)}
                  onClick={() => onChange(expectations.filter((_, at) => at !== index))}
                >
                  {playgroundTexts.remove}
                </Button>
              </InlineStack>
            </li>
          );
        })}
      </BlockStack>
      {expectations.length < MOST_EXPECTATIONS && <Adding onAdd={(one) => onChange([...expectations, one])} />}
    </BlockStack>
  );
}

const BLANK = { text: "", tool: TOOL_NAMES[0], reason: REASONS[0], wanted: "", verdict: VERDICT_KINDS[0] };
type Typed = { text: string; tool: string; reason: (typeof REASONS)[number]; wanted: string; verdict: Verdict };
type Verdict = (typeof VERDICT_KINDS)[number];

function Adding({ onAdd }: { onAdd: (expectation: Expectation) => void }) {
  const [kind, setKind] = useState<Kind>("says");
  const [typed, setTyped] = useState<Typed>(BLANK);
  const type = (part: Partial<Typed>) => setTyped((before) => ({ ...before, ...part }));
  const made = expectationOf(kind, typed);
  const isWords = kind === "says" || kind === "never";
  return (
    <div role="group" aria-label={words.add}>
      <FormLayout>
        <Select
          label={words.kind}
          options={KINDS.map((value) => ({ value, label: words.kinds[value] }))}
          value={kind}
          onChange={(value) => setKind(value as Kind)}
        />
        {isWords && (
          <TextField
            label={words.words}
            helpText={words.wordsHelp}
            value={typed.text}
            onChange={(text) => type({ text })}
            maxLength={MOST_WORDS}
            autoComplete="off"
          />
        )}
        {(kind === "called" || kind === "not_called") && (
          <Select
            label={words.tool}
            options={TOOL_NAMES.map((value) => ({ value, label: value }))}
            value={typed.tool}
            onChange={(tool) => type({ tool })}
          />
        )}
        {kind === "verdict" && (
          <>
            <Select
              label={words.reason}
              options={REASONS.map((value) => ({ value, label: resolutionTexts.reasons[value] }))}
              value={typed.reason}
              onChange={(value) => type({ reason: value as Typed["reason"] })}
            />
            <Select
              label={words.wanted}
              options={[
                { value: "", label: words.whatever },
                ...RESOLUTION_KINDS.map((value) => ({ value, label: resolutionTexts.kinds[value] })),
              ]}
              value={typed.wanted}
              onChange={(wanted) => type({ wanted })}
            />
            <Select
              label={words.verdict}
              options={VERDICT_KINDS.map((value) => ({ value, label: policyTexts.verdicts[value] }))}
              value={typed.verdict}
              onChange={(value) => type({ verdict: value as Verdict })}
            />
          </>
        )}
        <InlineStack>
          <Button
            disabled={made === null}
            onClick={() => {
              if (!made) return;
              onAdd(made);
              type({ text: "" });
            }}
          >
            {words.add}
          </Button>
        </InlineStack>
      </FormLayout>
    </div>
  );
}

/** Null while something is left to say. */
function expectationOf(kind: Kind, { text, tool, reason, wanted, verdict }: Typed): Expectation | null {
  switch (kind) {
    case "says":
    case "never":
      return text.trim() === "" ? null : { kind: "words", text: text.trim(), present: kind === "says" };
    case "called":
    case "not_called":
      return { kind: "tool", name: tool, called: kind === "called" };
    case "verdict": {
      const resolution = RESOLUTION_KINDS.find((one) => one === wanted) ?? null;
      return { kind: "verdict", reason, wanted: resolution, verdict };
    }
    case "handed":
    case "not_handed":
      return { kind: "escalated", escalated: kind === "handed" };
  }
}

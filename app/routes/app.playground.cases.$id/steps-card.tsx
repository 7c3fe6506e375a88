import { BlockStack, Button, Checkbox, InlineStack, Text, TextField } from "@shopify/polaris";
import { playgroundTexts } from "../../components/playground/playground.texts.ts";
import type { FieldErrors } from "../../components/settings/field-errors.ts";
import { errorOf, withoutEntry } from "../../components/settings/section.tsx";
import { TitledCard } from "../../components/titled-card.tsx";
import { MOST_STEPS } from "../../playground/test-case.ts";
import type { CaseForm } from "./case-form.ts";
import { texts } from "./texts.ts";

const words = texts.steps;
type Step = CaseForm["steps"][number];
type Props = { steps: readonly Step[]; errors: FieldErrors; onChange: (steps: Step[]) => void };

/** What the shopper says and does in a case, in its order. */
export function StepsCard({ steps, errors, onChange }: Props) {
  const put = (index: number, step: Step) => onChange(steps.map((one, at) => (at === index ? step : one)));
  return (
    <TitledCard title={words.heading}>
      <ol style={{ margin: 0, padding: 0, listStyle: "none", display: "grid", gap: "var(--p-space-400)" }}>
        {steps.map((step, index) => (
          <li key={index}>
            <BlockStack gap="200">
              {step.kind === "answer" ? (
                <Text as="p">{words[step.decision](index + 1)}</Text>
              ) : (
                <>
                  <TextField
                    label={words.message(index + 1)}
                    value={step.text}
                    onChange={(text) => put(index, { ...step, text })}
                    multiline={2}
                    maxHeight={200}
                    autoComplete="off"
                    {...errorOf(errors, `steps.${index}.text`)}
                  />
                  <Checkbox
                    label={words.photo}
                    checked={step.photo}
                    onChange={(photo) => put(index, { ...step, photo })}
                  />
                </>
              )}
              {steps.length > 1 && (
                <InlineStack>
                  <Button
                    variant="plain"
                    tone="critical"
                    accessibilityLabel={words.remove(index + 1)}
                    onClick={() => onChange(withoutEntry(steps, index))}
                  >
                    {playgroundTexts.remove}
                  </Button>
                </InlineStack>
              )}
            </BlockStack>
          </li>
        ))}
      </ol>
      {steps.length < MOST_STEPS && (
        <InlineStack>
          <Button onClick={() => onChange([...steps, { kind: "message", text: "", photo: false }])}>{words.add}</Button>
        </InlineStack>
      )}
    </TitledCard>
  );
}

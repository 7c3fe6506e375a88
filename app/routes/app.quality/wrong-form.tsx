import { BlockStack, Button, ButtonGroup, FormLayout, Select, Text, TextField } from "@shopify/polaris";
import { useEffect, useId, useState } from "react";
import { policyTexts } from "../../components/policies/policy.texts.ts";
import {
  type Judgement,
  judgementSchema,
  REVIEW_LIMITS,
  type Suggestion,
  WRONG_REASONS,
} from "../../inbox/quality/review.ts";
import { POLICY_AREAS } from "../../policy/areas.ts";
import { texts } from "./texts.ts";

type Props = { isBusy: boolean; save: (judgement: Judgement) => void; cancel: () => void };
type Kind = Suggestion["kind"];

const words = texts.wrong;
const KINDS = (["none", "knowledge", "policy"] as const).map((value) => ({ value, label: words[value] }));
const REASONS = WRONG_REASONS.map((value) => ({ value, label: texts.reasons[value] }));
const AREAS = POLICY_AREAS.map((value) => ({ value, label: policyTexts.areas[value] }));

/** What was wrong about a conversation, and what should change by it. */
export function WrongForm({ isBusy, save, cancel }: Props) {
  const reasonId = useId();
  const [reason, setReason] = useState<string>(WRONG_REASONS[0]);
  const [comment, setComment] = useState("");
  const [kind, setKind] = useState<Kind>("none");
  const [area, setArea] = useState<string>(POLICY_AREAS[0]);
  const [question, setQuestion] = useState("");
  const [proposed, setProposed] = useState("");
  const [isMissing, setMissing] = useState(false);
  useEffect(() => document.getElementById(reasonId)?.focus(), [reasonId]);

  const suggestion: Record<Kind, object> = {
    none: { kind: "none" },
    knowledge: { kind: "knowledge", question, answer: proposed },
    policy: { kind: "policy", area, change: proposed },
  };
  const submit = () => {
    const read = judgementSchema.safeParse({ label: "wrong", reason, comment, suggestion: suggestion[kind] });
    setMissing(!read.success);
    if (read.success) save(read.data);
  };
  const change = (
    <TextField
      label={kind === "policy" ? words.change : words.answer}
      value={proposed}
      onChange={setProposed}
      multiline={3}
      autoComplete="off"
      maxLength={REVIEW_LIMITS.answer}
    />
  );
  return (
    <BlockStack gap="300">
      <Text as="h3" variant="headingSm">
        {words.heading}
      </Text>
      <FormLayout>
        <Select id={reasonId} label={words.reason} options={REASONS} value={reason} onChange={setReason} />
        <TextField
          label={words.comment}
          helpText={words.commentHelp}
          value={comment}
          onChange={setComment}
          multiline={2}
          autoComplete="off"
          maxLength={REVIEW_LIMITS.comment}
        />
        <Select
          label={words.suggestion}
          options={KINDS}
          value={kind}
          onChange={(value) => setKind(KINDS.find((one) => one.value === value)?.value ?? "none")}
        />
        {kind === "knowledge" && (
          <TextField
            label={words.about}
            helpText={words.aboutHelp}
            value={question}
            onChange={setQuestion}
            autoComplete="off"
            maxLength={REVIEW_LIMITS.question}
          />
        )}
        {kind === "policy" && <Select label={words.area} options={AREAS} value={area} onChange={setArea} />}
        {kind !== "none" && change}
      </FormLayout>
      <div role="alert">
        {isMissing && (
          <Text as="p" tone="critical">
            {words.missing}
          </Text>
        )}
      </div>
      <ButtonGroup>
        <Button variant="primary" onClick={submit} loading={isBusy}>
          {words.save}
        </Button>
        <Button onClick={cancel} disabled={isBusy}>
          {words.cancel}
        </Button>
      </ButtonGroup>
    </BlockStack>
  );
}

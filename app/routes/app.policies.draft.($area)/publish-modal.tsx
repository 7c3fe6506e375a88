import { Banner, BlockStack, Modal, Text } from "@shopify/polaris";
import { useState } from "react";
import { Differences } from "../../components/policies/area-sentences.tsx";
import { policyTexts } from "../../components/policies/policy.texts.ts";
import { ProblemList } from "../../components/policies/problem-list.tsx";
import { differencesInWords } from "../../policy/differences.ts";
import type { Policy } from "../../policy/policy.ts";
import type { PolicyProblem } from "../../policy/problems.ts";
import { CasesSection } from "./cases-section.tsx";
import { texts } from "./texts.ts";
import type { PolicyDraftState } from "./use-policy-draft.ts";

const words = texts.publish;

type Props = {
  draft: PolicyDraftState;
  inForce: Policy;
  problems: readonly PolicyProblem[];
  onClose: () => void;
};

/** What is asked before a draft comes into force: what will be different, and what speaks against it. */
export function PublishModal({ draft, inForce, problems, onClose }: Props) {
  const { read, busy, trouble } = draft;
  const errors = problems.filter(({ level }) => level === "error");
  const warnings = problems.filter(({ level }) => level === "warning");
  const isBlocked = errors.length > 0 || read.kind === "invalid";
  const [isHeldBack, setHeldBack] = useState(false);
  const newer = trouble?.kind === "newer_version" ? trouble.version : null;
  const publish = async () => {
    await draft.publish(newer !== null);
  };
  return (
    <Modal
      open
      title={words.title}
      onClose={onClose}
      primaryAction={{
        content: newer === null ? words.action : words.goOn,
        onAction: () => void publish(),
        loading: busy,
        disabled: isBlocked || isHeldBack,
      }}
      secondaryActions={[{ content: policyTexts.cancel, onAction: onClose, disabled: busy }]}
    >
      <Modal.Section>
        <BlockStack gap="300">
          {trouble?.kind === "failed" && (
            <Banner tone="critical">
              <p>{policyTexts.failed}</p>
            </Banner>
          )}
          {newer !== null && (
            <Banner tone="warning">
              <p>{words.newer(newer)}</p>
            </Banner>
          )}
          {read.kind === "invalid" && (
            <Banner tone="critical">
              <p>{words.invalid}</p>
            </Banner>
          )}
          {errors.length > 0 && (
            <Banner tone="critical" title={words.blocked}>
              <ProblemList problems={errors} linked />
            </Banner>
          )}
          {warnings.length > 0 && (
            <Banner tone="warning" title={words.warnings}>
              <ProblemList problems={warnings} linked />
            </Banner>
          )}
          <CasesSection isSaved={!draft.isDirty} onHold={setHeldBack} />
          <Text as="p">{words.text}</Text>
          {read.kind === "ok" && (
            <>
              <Text as="h3" variant="headingSm">
                {words.different}
              </Text>
              <Differences lines={differencesInWords(inForce, read.policy)} />
            </>
          )}
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}

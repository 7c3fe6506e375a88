import { SaveBar, TitleBar } from "@shopify/app-bridge-react";
import { Banner, BlockStack, Box, Button, Card, Page, Text } from "@shopify/polaris";
import { useMemo, useState } from "react";
import { currencyProblems } from "../../components/policies/currency-problems.ts";
import { policyTexts } from "../../components/policies/policy.texts.ts";
import { ProblemList } from "../../components/policies/problem-list.tsx";
import { Switched } from "../../components/staff/only-for.tsx";
import { useRefusal } from "../../components/staff/use-staff.ts";
import { TitledCard } from "../../components/titled-card.tsx";
import { sentencesByArea } from "../../policy/area-sentences.ts";
import { areaOf, type PolicyArea } from "../../policy/areas.ts";
import type { Policy } from "../../policy/policy.ts";
import { problems as findProblems } from "../../policy/problems.ts";
import { AreaForm, type ErrorAt } from "./area-form.tsx";
import { LeaveGuard } from "./leave-guard.tsx";
import { Overview } from "./overview.tsx";
import { PublishModal } from "./publish-modal.tsx";
import { texts } from "./texts.ts";
import { TroubleBanner } from "./trouble-banner.tsx";
import { usePolicyDraft } from "./use-policy-draft.ts";

export type LoadedDraft = { policy: Policy; revision: number; by: string; when: string };

type Props = { loaded: LoadedDraft; inForce: Policy; currency: string; area: PolicyArea | null };

/** The draft: all of it in words, or one area with its controls. What is typed stays while areas are changed. */
export function Editor({ loaded, inForce, currency, area }: Props) {
  const draft = usePolicyDraft(loaded);
  const refusal = useRefusal("publish_policy");
  const [publishing, setPublishing] = useState(false);
  const { form, read, isDirty, busy, trouble } = draft;
  const problems = useMemo(
    () => (read.kind === "ok" ? [...currencyProblems(read.policy, currency), ...findProblems(read.policy)] : []),
    [read, currency],
  );
  const error: ErrorAt = (...path) => {
    const wrong = [
      ...(read.kind === "invalid" ? read.errors : []),
      ...problems.filter(({ level }) => level === "error"),
    ];
    return wrong.find((one) => one.path.join(".") === path.join("."))?.message;
  };
  const here = problems.filter(({ path }) => areaOf(path) === area);
  const closes = trouble === null || trouble.kind === "newer_version" || trouble.kind === "failed";
  const title = area === null ? texts.title : policyTexts.areas[area];
  return (
    <Page
      title={title}
      subtitle={texts.lastSaved(loaded.by, loaded.when)}
      backAction={
        area === null
          ? { content: texts.back, url: "/app/policies" }
          : { content: texts.backToDraft, url: "/app/policies/draft" }
      }
      primaryAction={
        <Button variant="primary" disabled={busy || refusal !== null} onClick={() => setPublishing(true)}>
          {texts.publish.action}
        </Button>
      }
    >
      <TitleBar title={texts.title} />
      <SaveBar id="policy-draft" open={isDirty}>
        {/* App Bridge draws the buttons outside of the page, from these. */}
        <button variant="primary" onClick={() => void draft.save()} disabled={busy}>
          {policyTexts.save}
        </button>
        <button onClick={draft.discard} disabled={busy}>
          {texts.discard}
        </button>
      </SaveBar>
      <LeaveGuard isDirty={isDirty} />
      <BlockStack gap="400">
        <div role="alert">
          <TroubleBanner draft={draft} />
        </div>
        {refusal !== null && <Banner tone="info">{refusal}</Banner>}
        {area === null ? (
          <Switched action="edit_policy">
            <Overview draft={draft} problems={problems} nameError={error("name")} />
          </Switched>
        ) : (
          <>
            {here.length > 0 && (
              <Banner
                tone={here.some(({ level }) => level === "error") ? "critical" : "warning"}
                title={texts.areaProblems}
              >
                <ProblemList problems={here} linked />
              </Banner>
            )}
            <Card>
              <Switched action="edit_policy">
                <AreaForm area={area} form={form} change={draft.change} error={error} />
              </Switched>
            </Card>
            {read.kind === "ok" && <InWords policy={read.policy} area={area} />}
          </>
        )}
      </BlockStack>
      {publishing && closes && (
        <PublishModal
          draft={draft}
          inForce={inForce}
          problems={problems}
          onClose={() => {
            setPublishing(false);
            draft.clearTrouble();
          }}
        />
      )}
      <Box paddingBlockEnd="800" />
    </Page>
  );
}

function InWords({ policy, area }: { policy: Policy; area: PolicyArea }) {
  const sentences = sentencesByArea(policy).find((one) => one.area === area)?.sentences ?? [];
  return (
    <TitledCard title={texts.inWords}>
      <BlockStack gap="100">
        {sentences.map((sentence) => (
          <Text key={sentence} as="p" breakWord>
            {sentence}
          </Text>
        ))}
      </BlockStack>
    </TitledCard>
  );
}

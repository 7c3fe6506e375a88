import { Banner, BlockStack, Button, ButtonGroup, Link, List } from "@shopify/polaris";
import { Differences } from "../../components/policies/area-sentences.tsx";
import type { TheirDraft } from "../../components/policies/ask-policies.ts";
import { policyTexts } from "../../components/policies/policy.texts.ts";
import { ProblemList } from "../../components/policies/problem-list.tsx";
import { areaOf } from "../../policy/areas.ts";
import { differencesInWords } from "../../policy/differences.ts";
import type { FieldError, ReadForm } from "./policy-form.ts";
import { texts } from "./texts.ts";
import type { PolicyDraftState } from "./use-policy-draft.ts";

/** What kept the draft from being saved, and what can be done about it. */
export function TroubleBanner({ draft }: { draft: PolicyDraftState }) {
  const { trouble, read, busy } = draft;
  switch (trouble?.kind) {
    case "overtaken":
      return trouble.theirs ? (
        <Overtaken theirs={trouble.theirs} draft={draft} />
      ) : (
        <Banner tone="warning" title={texts.overtaken.goneTitle}>
          <BlockStack gap="300">
            <p>{texts.overtaken.gone}</p>
            <ButtonGroup>
              <Button loading={busy} onClick={() => void draft.beginAgain()}>
                {texts.overtaken.again}
              </Button>
            </ButtonGroup>
          </BlockStack>
        </Banner>
      );
    case "problems":
      return (
        <Banner tone="critical" title={texts.invalid.title}>
          <ProblemList problems={trouble.problems} linked />
        </Banner>
      );
    case "unread":
      return <Unread read={read} />;
    case "failed":
      return (
        <Banner tone="critical">
          <p>{policyTexts.failed}</p>
        </Banner>
      );
    case "newer_version":
    case undefined:
      return null;
  }
}

function Overtaken({ theirs, draft }: { theirs: TheirDraft; draft: PolicyDraftState }) {
  const words = texts.overtaken;
  const { read } = draft;
  return (
    <Banner tone="warning" title={words.title}>
      <BlockStack gap="300">
        <p>{words.text(theirs.by, theirs.when)}</p>
        {read.kind === "ok" && (
          <>
            <p>{words.different}</p>
            <Differences lines={differencesInWords(theirs.policy, read.policy)} />
          </>
        )}
        <p>{words.mineHelp}</p>
        <ButtonGroup>
          <Button onClick={() => draft.takeTheirs(theirs)}>{words.theirs}</Button>
          <Button onClick={() => draft.keepMine(theirs)}>{words.mine}</Button>
        </ButtonGroup>
      </BlockStack>
    </Banner>
  );
}

function Unread({ read }: { read: ReadForm }) {
  if (read.kind === "ok") return null;
  return (
    <Banner tone="critical" title={texts.invalid.title}>
      <p>{texts.invalid.text}</p>
      <List>
        {read.errors.slice(0, 20).map(({ path, message }) => (
          <List.Item key={path.join(".")}>
            <FieldLink path={path} />: {message}
          </List.Item>
        ))}
      </List>
    </Banner>
  );
}

function FieldLink({ path }: Pick<FieldError, "path">) {
  const area = areaOf(path);
  return (
    <Link url={`/app/policies/draft${area ? `/${area}` : ""}`}>
      {area ? policyTexts.areas[area] : policyTexts.whole}
    </Link>
  );
}

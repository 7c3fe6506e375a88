import { Badge, BlockStack, InlineStack, Link, Text, TextField } from "@shopify/polaris";
import { policyTexts } from "../../components/policies/policy.texts.ts";
import { ProblemList } from "../../components/policies/problem-list.tsx";
import { TitledCard } from "../../components/titled-card.tsx";
import { sentencesByArea } from "../../policy/area-sentences.ts";
import { areaOf, POLICY_AREAS, type PolicyArea } from "../../policy/areas.ts";
import type { PolicyProblem } from "../../policy/problems.ts";
import { texts } from "./texts.ts";
import type { PolicyDraftState } from "./use-policy-draft.ts";

type Props = { draft: PolicyDraftState; problems: readonly PolicyProblem[]; nameError: string | undefined };

/** The whole draft: its name, its problems, and every area in words with the way to its controls. */
export function Overview({ draft, problems, nameError }: Props) {
  const { form, read } = draft;
  const sentences = read.kind === "ok" ? sentencesByArea(read.policy) : [];
  return (
    <BlockStack gap="400">
      <TitledCard title={texts.title}>
        <TextField
          label={texts.name.label}
          helpText={texts.name.help}
          value={form.name}
          onChange={(name) => draft.change({ name })}
          maxLength={80}
          autoComplete="off"
          {...(nameError === undefined ? {} : { error: nameError })}
        />
        {problems.length > 0 && (
          <BlockStack gap="200">
            <Text as="p">{texts.problems}</Text>
            <ProblemList problems={problems} linked />
          </BlockStack>
        )}
      </TitledCard>
      <TitledCard title={texts.areas}>
        {POLICY_AREAS.map((area) => (
          <BlockStack key={area} gap="100">
            <InlineStack gap="200" blockAlign="center">
              <Text as="h3" variant="headingSm">
                <Link url={`/app/policies/draft/${area}`}>{policyTexts.areas[area]}</Link>
              </Text>
              <Counts area={area} draft={draft} problems={problems} />
            </InlineStack>
            {sentences
              .find((one) => one.area === area)
              ?.sentences.map((sentence) => (
                <Text key={sentence} as="p" breakWord>
                  {sentence}
                </Text>
              ))}
          </BlockStack>
        ))}
      </TitledCard>
    </BlockStack>
  );
}

function Counts({ area, draft, problems }: Omit<Props, "nameError"> & { area: PolicyArea }) {
  const { read } = draft;
  const unread = read.kind === "invalid" ? read.errors.filter(({ path }) => areaOf(path) === area).length : 0;
  const here = problems.filter(({ path }) => areaOf(path) === area);
  const errors = unread + here.filter(({ level }) => level === "error").length;
  const warnings = here.filter(({ level }) => level === "warning").length;
  if (errors + warnings === 0) return null;
  return <Badge tone={errors > 0 ? "critical" : "warning"}>{texts.count(errors, warnings)}</Badge>;
}

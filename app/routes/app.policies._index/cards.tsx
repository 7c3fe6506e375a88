import { useRevalidator } from "@remix-run/react";
import { Banner, BlockStack, Button, ButtonGroup, InlineStack, Modal, Text } from "@shopify/polaris";
import { useState } from "react";
import { AreaSentences, Differences } from "../../components/policies/area-sentences.tsx";
import { askPolicies, type DraftSource } from "../../components/policies/ask-policies.ts";
import { ExportButton } from "../../components/policies/export-button.tsx";
import { policyTexts } from "../../components/policies/policy.texts.ts";
import { useRefusal } from "../../components/staff/use-staff.ts";
import { TitledCard } from "../../components/titled-card.tsx";
import type { PresetId } from "../../policy/presets.ts";
import type { ShownPolicies } from "./load-policies.server.ts";
import { texts } from "./texts.ts";

type Start = { start: (from: DraftSource) => void };

export function ForceCard({
  force,
  hasDraft,
  busy,
  start,
}: Pick<ShownPolicies, "force"> & Start & { hasDraft: boolean; busy: boolean }) {
  const { version, name, published, areas } = force;
  const words = texts.force;
  const refusal = useRefusal("edit_policy");
  return (
    <TitledCard title={words.heading}>
      <BlockStack gap="100">
        {version > 0 && (
          <Text as="p" fontWeight="semibold" breakWord>
            {policyTexts.version(version)} · {name}
          </Text>
        )}
        <Text as="p">{published ? words.since(published.by, published.when) : words.preset(name)}</Text>
      </BlockStack>
      <InlineStack gap="200">
        {!hasDraft && (
          <Button variant="primary" loading={busy} disabled={refusal !== null} onClick={() => start({ kind: "force" })}>
            {words.edit}
          </Button>
        )}
        <ExportButton version={null} />
      </InlineStack>
      <AreaSentences areas={areas} />
    </TitledCard>
  );
}

export function DraftCard({ draft }: { draft: NonNullable<ShownPolicies["draft"]> }) {
  const { revalidate } = useRevalidator();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const words = texts.draft;
  const refusal = useRefusal("edit_policy");
  const discard = async () => {
    setBusy(true);
    const outcome = await askPolicies({ intent: "discard", revision: draft.revision });
    setBusy(false);
    setAsking(false);
    if (outcome?.kind !== "discarded") setTrouble(outcome ? words.overtaken : policyTexts.failed);
    revalidate();
  };
  return (
    <TitledCard title={words.heading}>
      {trouble !== null && (
        <Banner tone="warning">
          <p>{trouble}</p>
        </Banner>
      )}
      <Text as="p">{words.text(draft.by, draft.when)}</Text>
      <Text as="p">{words.different}</Text>
      <Differences lines={draft.differences} />
      {draft.more > 0 && (
        <Text as="p" tone="subdued">
          {texts.history.more(draft.more)}
        </Text>
      )}
      <ButtonGroup>
        <Button variant="primary" url="/app/policies/draft">
          {words.open}
        </Button>
        <Button disabled={refusal !== null} onClick={() => setAsking(true)}>
          {words.discard}
        </Button>
      </ButtonGroup>
      {asking && (
        <Modal
          open
          title={words.discardTitle}
          onClose={() => setAsking(false)}
          primaryAction={{ content: words.discard, destructive: true, loading: busy, onAction: () => void discard() }}
          secondaryActions={[{ content: policyTexts.cancel, onAction: () => setAsking(false) }]}
        >
          <Modal.Section>
            <Text as="p">{words.discardText}</Text>
          </Modal.Section>
        </Modal>
      )}
    </TitledCard>
  );
}

type PresetsProps = Start & { presets: { id: PresetId; sentence: string }[]; busy: DraftSource | null };

export function PresetsCard({ presets, busy, start }: PresetsProps) {
  const words = texts.presets;
  const refusal = useRefusal("edit_policy");
  return (
    <TitledCard title={words.heading}>
      <Text as="p" tone="subdued">
        {words.text}
      </Text>
      {presets.map(({ id, sentence }) => (
        <BlockStack key={id} gap="100">
          <Text as="h3" variant="headingSm">
            {words.names[id]}
          </Text>
          <Text as="p">{sentence}</Text>
          <InlineStack>
            <Button
              accessibilityLabel={words.useNamed(words.names[id])}
              loading={busy?.kind === "preset" && busy.preset === id}
              disabled={refusal !== null}
              onClick={() => start({ kind: "preset", preset: id })}
            >
              {words.use}
            </Button>
          </InlineStack>
        </BlockStack>
      ))}
    </TitledCard>
  );
}

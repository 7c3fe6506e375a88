import { useRevalidator } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, Button, Checkbox, InlineStack, Modal, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import type { SavedView } from "../../inbox/queue/saved-views.server.ts";
import type { Filters, QueueView } from "../../inbox/queue/views.ts";
import { texts } from "./texts.ts";

const words = texts.saved;

type Props = {
  views: readonly SavedView[];
  /** What is shown now. */
  shown: Filters & { view: QueueView };
  onGo: (view: SavedView) => void;
  onClose: () => void;
};

/** The views that somebody keeps: to go there, to keep what is shown now, to rename, share and delete. */
export function SavedViews({ views, shown, onGo, onClose }: Props) {
  const ask = useAsk();
  return (
    <Modal open title={words.open} onClose={onClose}>
      <Modal.Section>
        <BlockStack gap="300">
          {views.length === 0 && <Text as="p">{words.none}</Text>}
          {views.map((view) => (
            <BlockStack key={view.id} gap="200">
              <InlineStack gap="200" blockAlign="center">
                <Button variant="plain" onClick={() => onGo(view)} accessibilityLabel={words.go(view.name)}>
                  {view.name}
                </Button>
                {view.shared && (
                  <Text as="span" tone="subdued">
                    {words.isShared}
                  </Text>
                )}
              </InlineStack>
              {view.mine && <Change view={view} ask={ask} />}
            </BlockStack>
          ))}
        </BlockStack>
      </Modal.Section>
      <Modal.Section>
        <BlockStack gap="300">
          <Text as="h3" variant="headingSm">
            {words.saveHeading}
          </Text>
          <Named action={words.save} onSave={(named) => ask({ kind: "save", ...named, filters: shown }, words.done)} />
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}

type Ask = (body: object, done: string) => Promise<boolean>;

function Change({ view, ask }: { view: SavedView; ask: Ask }) {
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <InlineStack gap="200">
        <Button size="slim" onClick={() => setOpen(true)} accessibilityLabel={`Rename or share ${view.name}`}>
          Rename or share
        </Button>
        <Button
          size="slim"
          tone="critical"
          onClick={() => void ask({ kind: "drop", id: view.id }, words.dropped)}
          accessibilityLabel={words.dropNamed(view.name)}
        >
          {words.drop}
        </Button>
      </InlineStack>
    );
  }
  return (
    <Named
      begin={view}
      action={words.saveChange}
      label={words.saveNamed(view.name)}
      onSave={async (named) => {
        const saved = await ask({ kind: "change", id: view.id, ...named }, words.done);
        if (saved) setOpen(false);
        return saved;
      }}
    />
  );
}

type NamedProps = {
  begin?: { name: string; shared: boolean };
  action: string;
  label?: string;
  onSave: (named: { name: string; shared: boolean }) => Promise<boolean>;
};

function Named({ begin = { name: "", shared: false }, action, label = action, onSave }: NamedProps) {
  const [name, setName] = useState(begin.name);
  const [shared, setShared] = useState(begin.shared);
  const save = async () => {
    if (name.trim() !== "" && (await onSave({ name: name.trim(), shared })) && begin.name === "") setName("");
  };
  return (
    <BlockStack gap="200">
      <TextField label={words.name} value={name} onChange={setName} autoComplete="off" maxLength={60} />
      <Checkbox label={words.shared} checked={shared} onChange={setShared} />
      <InlineStack>
        <Button onClick={() => void save()} disabled={name.trim() === ""} accessibilityLabel={label}>
          {action}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}

function useAsk(): Ask {
  const shopify = useAppBridge();
  const { revalidate } = useRevalidator();
  return async (body, done) => {
    try {
      const response = await fetch("/app/inbox/views", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
      });
      const answer = (await response.json()) as { kind?: string };
      if (!response.ok) throw new Error(`The views answered ${response.status}.`);
      revalidate();
      if (answer.kind === "too_many") shopify.toast.show(words.tooMany, { isError: true });
      else shopify.toast.show(done);
      return answer.kind !== "too_many";
    } catch {
      shopify.toast.show(words.failed, { isError: true });
      return false;
    }
  };
}

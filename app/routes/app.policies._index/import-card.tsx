import { Button, InlineError, InlineStack, Text } from "@shopify/polaris";
import { useId, useState } from "react";
import type { DraftSource } from "../../components/policies/ask-policies.ts";
import { ProblemList } from "../../components/policies/problem-list.tsx";
import { TitledCard } from "../../components/titled-card.tsx";
import type { PolicyProblem } from "../../policy/problems.ts";
import { texts } from "./texts.ts";

type Props = { busy: boolean; problems: readonly PolicyProblem[]; start: (from: DraftSource) => void };

const words = texts.import;

export function ImportCard({ busy, problems, start }: Props) {
  const id = useId();
  const pasteId = useId();
  const [pasted, setPasted] = useState("");
  const [file, setFile] = useState<{ name: string; text: string } | null>(null);
  const [unreadable, setUnreadable] = useState(false);
  const text = file?.text ?? pasted;
  const read = async (chosen: File | undefined) => {
    try {
      setFile(chosen ? { name: chosen.name, text: await chosen.text() } : null);
      setUnreadable(false);
    } catch {
      setUnreadable(true);
    }
  };
  return (
    <TitledCard title={words.heading}>
      <Text as="p" tone="subdued">
        {words.text}
      </Text>
      <div>
        <label htmlFor={id} style={{ display: "block", marginBlockEnd: "var(--p-space-100)" }}>
          {words.file}
        </label>
        <input
          id={id}
          type="file"
          accept="application/json,.json"
          style={{ maxWidth: "100%", font: "inherit" }}
          onChange={(event) => void read(event.currentTarget.files?.[0])}
        />
        {unreadable && <InlineError message={words.unreadable} fieldID={id} />}
      </div>
      {file ? (
        <Text as="p">{words.chosen(file.name)}</Text>
      ) : (
        <div>
          <label htmlFor={pasteId} style={{ display: "block", marginBlockEnd: "var(--p-space-100)" }}>
            {words.paste}
          </label>
          {/* Not Polaris's, which measures all of its text at every change: a policy may have thousands of lines. */}
          <textarea
            id={pasteId}
            rows={4}
            value={pasted}
            spellCheck={false}
            onChange={(event) => setPasted(event.currentTarget.value)}
            style={{ width: "100%", boxSizing: "border-box", font: "inherit", fontFamily: "monospace" }}
          />
        </div>
      )}
      {problems.length > 0 && (
        <div role="alert">
          <Text as="p">{words.problems}</Text>
          <ProblemList problems={problems} linked={false} />
        </div>
      )}
      <InlineStack>
        <Button disabled={text.trim() === ""} loading={busy} onClick={() => start({ kind: "import", text })}>
          {words.action}
        </Button>
      </InlineStack>
    </TitledCard>
  );
}

import { BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import type { DraftOutcome } from "../../inbox/draft.ts";
import { draftTexts as words } from "./draft.texts.ts";
import { postJson } from "./post-json.ts";

type Props = { conversationId: string; onPick: (text: string) => void; disabled?: boolean };
type Said = { text: string; isBad: boolean };

/** Has the agent draft an answer, and says why where it has none. */
export function DraftButton({ conversationId, onPick, disabled = false }: Props) {
  const [state, setState] = useState<"idle" | "asking">("idle");
  const [said, setSaid] = useState<Said[]>([]);
  const asking = useRef<AbortController>(undefined);
  useEffect(() => () => asking.current?.abort(), [conversationId]);

  const ask = async () => {
    const controller = new AbortController();
    asking.current = controller;
    setState("asking");
    setSaid([]);
    const answer = await postJson<DraftOutcome>("/app/inbox/draft", { conversationId }, controller.signal);
    if (controller.signal.aborted) return;
    setState("idle");
    if (answer.kind !== "ok") {
      const isRefused = answer.kind === "refused" && answer.status === 403;
      setSaid([{ text: words.why[isRefused ? "not_allowed" : "failed"], isBad: true }]);
      return;
    }
    setSaid(wordsFor(answer.value));
    if (answer.value.kind === "drafted") onPick(answer.value.text);
  };

  return (
    <BlockStack>
      <InlineStack>
        <Button onClick={() => void ask()} loading={state === "asking"} disabled={disabled}>
          {words.ask}
        </Button>
      </InlineStack>
      <div role="status">
        {state === "asking" && (
          <Text as="p" visuallyHidden>
            {words.asking}
          </Text>
        )}
        {said.map(({ text, isBad }) => (
          <Text key={text} as="p" variant="bodySm" tone={isBad ? "critical" : "subdued"} breakWord>
            {text}
          </Text>
        ))}
      </div>
    </BlockStack>
  );
}

function wordsFor(outcome: DraftOutcome): Said[] {
  if (outcome.kind !== "drafted") return [{ text: words.why[outcome.kind], isBad: outcome.kind === "gone" }];
  const { proposed, withheld } = outcome;
  return [
    { text: words.done, isBad: false },
    ...(proposed ? [{ text: words.proposed(proposed.title, proposed.orderName), isBad: false }] : []),
    ...(withheld.length > 0 ? [{ text: words.withheld(withheld.length), isBad: false }] : []),
  ];
}

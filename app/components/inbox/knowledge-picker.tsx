import { useState } from "react";
import type { MerchantAnswer } from "../../knowledge/rank-answers.ts";
import { useAsked } from "../settings/use-asked.ts";
import { knowledgeTexts as words } from "./knowledge.texts.ts";
import { PickField } from "./pick-field.tsx";
import { PickPopover } from "./pick-popover.tsx";

type Props = { onPick: (text: string) => void; disabled?: boolean };

/** Puts what the merchant wants shoppers told into an answer. */
export function KnowledgePicker({ onPick, disabled = false }: Props) {
  return (
    <PickPopover label={words.open} disabled={disabled}>
      {(close) => (
        <Picker
          onPick={(text) => {
            close();
            onPick(text);
          }}
        />
      )}
    </PickPopover>
  );
}

function Picker({ onPick }: Pick<Props, "onPick">) {
  const [typed, setTyped] = useState("");
  const asked = useAsked<{ answers: MerchantAnswer[] }>(`/app/inbox/knowledge?q=${encodeURIComponent(typed.trim())}`);
  const answers = asked.kind === "known" ? asked.value.answers : [];
  const status =
    asked.kind === "known"
      ? answers.length === 0
        ? words.none
        : words.count(answers.length)
      : words[asked.kind === "waiting" ? "loading" : "failed"];
  return (
    <PickField
      label={words.search}
      value={typed}
      onChange={setTyped}
      options={answers.map(({ id, question, answer }) => ({ key: id, content: question, detail: answer.slice(0, 90) }))}
      onTake={(index) => answers[index] && onPick(answers[index].answer)}
      status={status}
    />
  );
}

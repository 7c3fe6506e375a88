import type { DraftOutcome } from "../../inbox/draft.ts";

type Failed = Exclude<DraftOutcome["kind"], "drafted"> | "failed" | "not_allowed";

const WHY: Record<Failed, string> = {
  nothing_to_say: "The agent has nothing to say to this. It would call a person, too.",
  not_proven: "The shopper has not proven enough for the agent to say anything about the order.",
  busy: "A draft is being made for you already. Please wait a moment.",
  gone: "This conversation does not exist any more.",
  failed: "The agent could not draft an answer just now. Please try again.",
  not_allowed: "Your role does not include answering shoppers.",
};

/** Words of the button that has the agent draft an answer. */
export const draftTexts = {
  ask: "Draft by the agent",
  asking: "The agent is drafting an answer",
  done: "The draft is in the answer. Read it before you send it.",
  why: WHY,
  proposed: (title: string, orderName: string) =>
    `The agent would show a card: ${title} for ${orderName}. A draft shows none; hand the conversation back to let it.`,
  withheld: (count: number) =>
    count === 1
      ? "One sentence was left out, because nothing bears it out."
      : `${count} sentences were left out, because nothing bears them out.`,
};

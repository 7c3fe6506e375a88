/** The shopper's yes or no to a proposal, on its way to the server. */
import type { Conversation } from "../panel/conversation.ts";
import { bag } from "../panel/decode.ts";
import type { Proposal } from "./proposal.ts";

export type Answer = {
  decision: "confirm" | "decline";
  /** `stale`: it is no longer what was shown. */
  state: "sending" | "failed" | "too_fast" | "stale";
};

export type Decisions = {
  of: (id: string) => Answer | undefined;
  /** Does nothing while an answer is on its way: a second press is the same press. */
  decide: (proposal: Proposal, decision: Answer["decision"]) => void;
};

/** Tries, the same one again each time: the server takes a yes to one digest once. */
const TRIES = 3;
const PAUSE = 900;

export const cardId = (id: string) => `proposal-${id}`;

type Options = { chat: Conversation; stage: HTMLElement; redraw: () => void };

export function createDecisions({ chat, stage, redraw }: Options): Decisions {
  const answers = new Map<string, Answer>();

  const post = async ({ id, digest }: Proposal, decision: Answer["decision"]): Promise<Answer["state"] | "taken"> => {
    for (let tries = 1; ; tries += 1) {
      const outcome = await chat.api.post(`proposals/${encodeURIComponent(id)}`, { digest, decision });
      if (outcome.ok) {
        const body = bag(await outcome.response.json().catch(() => null));
        chat.hear(body.event);
        return "taken";
      }
      const { status } = outcome;
      if (status === 409 || status === 404) return "stale";
      if (status === 429) return "too_fast";
      if ((status !== null && status < 500) || tries >= TRIES) return "failed";
      await new Promise((resolve) => setTimeout(resolve, PAUSE * tries));
    }
  };

  const decide = async (proposal: Proposal, decision: Answer["decision"]) => {
    const { id } = proposal;
    if (answers.get(id)?.state === "sending") return;
    answers.set(id, { decision, state: "sending" });
    const root = stage.getRootNode() as ShadowRoot;
    const isHeld = () => root.getElementById(cardId(id))?.contains(root.activeElement);
    const held = isHeld();
    redraw();
    const state = await post(proposal, decision);
    if (state === "taken") answers.delete(id);
    else answers.set(id, { decision, state });
    redraw();
    // The buttons are gone and the focus with them: whoever pressed one by keyboard stays where they were.
    if (held && !root.activeElement) root.getElementById(cardId(id))?.focus();
  };

  return { of: (id) => answers.get(id), decide: (proposal, decision) => void decide(proposal, decision) };
}

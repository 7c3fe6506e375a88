import { resolutionText } from "../conversations/resolution-texts.ts";
import { shopperTexts } from "../conversations/texts.ts";
import type { DryLog } from "../agent/dry/dry-log.ts";
import type { TurnEnd } from "./frames.ts";

/**
 * Presses a button on the card shown last. Nothing is claimed, stored or carried out: the conversation goes on as if it had
 * been, with the news that a shopper would get, and says in them that it was not.
 * @returns null when there is no card to answer
 */
export async function answerCard(
  log: DryLog,
  decision: "confirm" | "decline",
  locale: string,
  shopName: string,
): Promise<TurnEnd["outcome"] | null> {
  const card = log.openCards().at(-1);
  if (!card) return null;
  const { id, kind, orderName, title, approval } = card;
  const news = { type: "resolution", author: "system", id, kind, orderName, outcome: null } as const;
  if (decision === "decline") {
    await log.add([{ ...news, state: "declined", text: resolutionText("declined", locale) }]);
    return "answered";
  }
  if (!approval) {
    const text = `Dry run: nothing was done. In a real conversation this would now be carried out: ${title} for ${orderName}.`;
    await log.add([{ ...news, state: "succeeded", text }]);
    return "answered";
  }
  const text = `Dry run: nothing was done. In a real conversation your team would now be asked to approve: ${title} for ${orderName}.`;
  await log.add([{ ...news, state: "awaiting_approval", text }]);
  if (!log.events.some((event) => event.type === "escalation")) {
    const reason = "approval_needed";
    await log.add([{ type: "escalation", author: "system", reason, text: shopperTexts(locale).escalated(shopName) }]);
  }
  return "escalated";
}

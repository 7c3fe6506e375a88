import { openProposal } from "../resolutions/ledger.server.ts";
import type { ProposalCard } from "../resolutions/proposal-card.ts";
import { cardTexts } from "../resolutions/texts/texts.ts";
import { askForConsent, consentIn } from "./consent-words.ts";
import type { Conversation } from "./conversations.server.ts";
import type { ConversationEvent, NewEvent } from "./events.ts";
import { answerProposal } from "./resolutions.server.ts";

/**
 * Where no card can be shown, a whole message of yes or no answers the one proposal that was written out last, and nothing
 * but it: code matches the words, the model never does. It is only taken if the proposal was written out before it.
 * @returns whether the message was such an answer; then there is nothing left for a turn to do
 */
export async function answeredByText(
  conversation: Conversation,
  history: readonly ConversationEvent[],
): Promise<boolean> {
  if (conversation.channel !== "text") return false;
  const asked = history.findLast((event) => event.type === "proposal");
  const said = history.filter((event) => event.seq > (asked?.seq ?? 0) && event.type === "message");
  const [only, ...more] = said.filter(({ author }) => author === "shopper");
  if (!asked || only?.type !== "message" || more.length > 0) return false;
  const consent = consentIn(only.text, conversation.locale);
  if (consent === null) return false;
  const row = await openProposal(conversation, asked.id);
  if (!row) return false;
  const decision = consent === "yes" ? "confirm" : "decline";
  return (await answerProposal(conversation, row.id, { digest: row.digest, decision })).kind === "ok";
}

/** The card in words, for who cannot be shown it: the same items, amounts, destination and address. */
export function cardInWords(card: ProposalCard, locale: string): NewEvent {
  const items = (list: ProposalCard["lines"]) =>
    list.map(({ title, variant, quantity }) => `- ${quantity} × ${title}${variant === null ? "" : ` (${variant})`}`);
  const lines = [
    `**${card.title}** (${card.orderName})`,
    ...items(card.lines),
    ...(card.sends.length > 0 ? ["→", ...items(card.sends)] : []),
    ...card.amounts.map(({ label, text }) => `${label}: ${text}`),
    ...(card.destination === null ? [] : [card.destination]),
    ...(card.address === null ? [] : [`${card.address.label}: ${card.address.lines.join(", ")}`]),
    ...card.notes,
    ...(card.approval ? [cardTexts(locale).texts.note.approval] : []),
    askForConsent(locale),
  ];
  return { type: "message", author: "agent", messageId: `proposal-${card.id}`, text: lines.join("\n") };
}

import type { ConversationEvent } from "../conversations/events.ts";
import {
  type EscalationReason,
  isCalmReason,
  mostTelling,
  SENSITIVE_REASONS,
} from "../conversations/escalation/reasons.ts";
import { type Sensitive, sensitiveInAll } from "../conversations/escalation/sensitive.ts";
import { shopperTexts } from "../conversations/texts.ts";
import type { Ruled } from "../policy/verdict.ts";
import { shorten } from "./clean-text.ts";
import type { Dispatched } from "./dispatch.ts";

type Message = Extract<ConversationEvent, { type: "message" }>;
type History = readonly ConversationEvent[];

/** Whether people have the conversation, as the shopper was told. */
export function isWithPeople(history: History): boolean {
  const last = history.findLast(({ type }) => type === "escalation" || type === "closed" || type === "takeover");
  return last?.type === "escalation" || (last?.type === "takeover" && last.state === "taken");
}

/** Number of the event since which the agent has it alone: what was before, people know. */
function since(history: History): number {
  const isEnd = (event: ConversationEvent) =>
    event.type === "closed" || (event.type === "takeover" && event.state === "handed_back");
  return history.findLast(isEnd)?.seq ?? 0;
}

const isShoppers = (event: ConversationEvent): event is Message =>
  event.type === "message" && event.author === "shopper";

/** Messages that neither a turn nor a person has dealt with yet. */
export function openMessages(history: History): Message[] {
  const answered = history.findLast((event) => event.type === "model" && event.through !== undefined);
  const through = answered?.type === "model" ? (answered.through ?? 0) : 0;
  const seen = history.findLast(({ type }) => type === "takeover")?.seq ?? 0;
  return history.filter(isShoppers).filter(({ seq }) => seq > Math.max(through, seen));
}

export type Grave = Sensitive & {
  /** People were told so before, and have not handed it back since. */
  known: boolean;
  /** They were told of these very messages: a turn died right after it. */
  done: boolean;
};

/** What in the open messages people should know at once, the gravest first. */
export function graveIn(history: History): Grave[] {
  const open = openMessages(history);
  const [first, last] = [open[0], open.at(-1)];
  if (!first || !last) return [];
  const begin = since(history);
  const before = history.filter(isShoppers).filter(({ seq }) => seq > begin && seq < first.seq);
  const texts = (messages: Message[]) => messages.map(({ text }) => text);
  return sensitiveInAll(texts(open), texts(before)).map((found) => {
    const told = history.findLast((event) => event.type === "brief" && event.reason === found.reason)?.seq ?? 0;
    return { ...found, known: told > begin, done: told > last.seq };
  });
}

/** For the person who reads it: why code called them, and nothing made up about it. */
export function graveBrief({ reason, word }: Sensitive, history: History): string {
  const said = openMessages(history).at(-1)?.text ?? "";
  return [
    `The shopper's words point to: ${reason} (“${shorten(word, 80)}”). Code found them, and no model was asked about it.`,
    `The shopper wrote: “${shorten(said, 600)}”`,
    ...(isCalmReason(reason) ? ["The agent has said nothing besides calm words."] : []),
  ].join("\n");
}

/** What a policy said last in a turn. */
export function lastRuled(dispatched: readonly Dispatched[]): Ruled | null {
  const ruled = dispatched.findLast(({ outcome }) => outcome.kind === "ok" && outcome.ruled !== undefined)?.outcome;
  return (ruled?.kind === "ok" ? ruled.ruled : null) ?? null;
}

export function leavesToPerson(ruled: Ruled | null): ruled is Ruled {
  return ruled?.verdict === "escalate";
}

/** The rules' own words, which neither the shopper nor a model reads. */
export function ruledBrief({ reason, sentence, rules }: Ruled): string {
  const said = rules.map(({ id, said: words }) => `${id}: ${words}`).join("; ");
  return `The policy leaves it to a person (${reason.replaceAll("_", " ")}): ${sentence}${said === "" ? "" : ` (${said})`}`;
}

/** Reasons that say little: what code knows besides says more. */
const VAGUE: ReadonlySet<EscalationReason> = new Set(["cannot_do_yet", "not_understood", "other"]);

/**
 * The reason that people are shown, for one that a model or an ending gave. A model may be wrong, or led to it; what the policy
 * said, that there are photos and that nothing could be read are facts.
 */
export function fittingReason(
  asked: EscalationReason,
  history: History,
  dispatched: readonly Dispatched[],
): EscalationReason {
  const reasons: EscalationReason[] = [asked, ...graveIn(history).map(({ reason }) => reason)];
  if ((SENSITIVE_REASONS as readonly string[]).includes(asked)) return mostTelling(reasons) ?? asked;
  if (leavesToPerson(lastRuled(dispatched))) reasons.push("policy_says_so");
  if (VAGUE.has(asked)) {
    if (openMessages(history).some(({ attachments = [] }) => attachments.length > 0)) reasons.push("evidence_to_judge");
    const failed = dispatched.some(({ outcome }) => outcome.kind === "unavailable" || outcome.kind === "denied");
    if (failed && !dispatched.some(({ outcome }) => outcome.kind === "ok")) reasons.push("shop_unavailable");
  }
  return mostTelling(reasons) ?? asked;
}

/** Whether the agent has said anything since it has the conversation: nobody gives up on the first message. */
export function hasAnswered(history: History): boolean {
  const begin = since(history);
  return history.some((event) => event.type === "message" && event.author === "agent" && event.seq > begin);
}

/** For who writes again while people have it: never the same sentence twice in a row. */
export function stillWithTeam(history: History, locale: string): string {
  const [one, other] = shopperTexts(locale).stillWithTeam;
  const last = history.findLast((event) => event.type === "message" && event.author === "agent");
  return last?.type === "message" && last.text.includes(one) ? other : one;
}

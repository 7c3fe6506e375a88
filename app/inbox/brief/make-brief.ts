import { z } from "zod";
import type { ConversationEvent } from "../../conversations/events.ts";
import { formatMoney } from "../../orders/money.ts";
import { RESOLUTION_KINDS } from "../../policy/kinds.ts";
import type { LedgerRow } from "../../resolutions/ledger-row.ts";
import { Backer } from "./back.ts";
import type { Backed, Brief, BriefSubject } from "./brief.ts";
import { suggest } from "./suggest.ts";

type Event<Type extends ConversationEvent["type"]> = Extract<ConversationEvent, { type: Type }>;

const MOST_ASKED = 3;
const MOST_TRIED = 8;
const MOST_RULED = 4;
const WORDS = 600;

const told = z.object({ result: z.object({ orderName: z.string(), headline: z.string() }) });
const asks = z.object({
  orderName: z.string().nullish(),
  kind: z.enum(RESOLUTION_KINDS).optional().catch(undefined),
  brief: z.string().optional(),
});

/**
 * A brief from what the log and the ledger say, and from nothing else. A figure that nothing in the log bears out is not in it.
 * @param events the newest of the conversation, oldest first
 */
export function makeBrief(
  events: readonly ConversationEvent[],
  ledgerRows: readonly LedgerRow[],
  subject: BriefSubject,
): Brief {
  const { reason, name, email, isCustomer, vip, withPeople, waitsFor, timeZone } = subject;
  const tools = events.filter((event): event is Event<"tool"> => event.type === "tool");
  const photos = photosIn(events);
  const backer = new Backer(events, timeZone);
  return {
    reason: withPeople ? reason : null,
    who: { name, email, isCustomer, vip, provenOrders: provenIn(events) },
    orders: ordersIn(tools, timeZone),
    asked: askedIn(events),
    tried: tools.slice(-MOST_TRIED).map((event) => ({
      tool: event.name,
      orderName: argumentsOf(event).orderName ?? null,
      outcome: kindOf(event.outcome),
      seq: event.seq,
    })),
    policySaid: tools.flatMap((event) => policySaid(event, timeZone)).slice(-MOST_RULED),
    modelWanted: modelWanted(tools, backer),
    resolutions: ledgerRows.map((row) => {
      const { id, proposal, state, orderName } = row;
      return { id, kind: proposal.kind, state, orderName, worth: worthOf(row, events) };
    }),
    waiting: withPeople ? { for: waitsFor, since: waitingSince(events) } : null,
    photos,
    summary: summaryIn(events),
    suggestion: suggest(events, ledgerRows, photos, subject),
  };
}

/** The newest reading of each order, in the words that code found for it. */
function ordersIn(tools: readonly Event<"tool">[], timeZone: string): Brief["orders"] {
  const orders = new Map<string, Brief["orders"][number]>();
  for (const event of tools) {
    const read = event.name === "get_order" ? told.safeParse(event.outcome) : null;
    if (!read?.success) continue;
    const { orderName, headline } = read.data.result;
    const situation = new Backer([event], timeZone).back(headline);
    orders.delete(orderName);
    orders.set(orderName, {
      name: orderName,
      situation: situation ?? { text: "", evidence: [] },
      seq: event.seq,
    });
  }
  return [...orders.values()];
}

function policySaid(event: Event<"tool">, timeZone: string): Brief["policySaid"] {
  if (!event.ruled) return [];
  const { reason, wanted, verdict, sentence, rules } = event.ruled;
  const backed = new Backer([event], timeZone).back(sentence) ?? { text: "", evidence: [] };
  return [{ reason, resolution: wanted, verdict, sentence: backed, rules: [...rules], seq: event.seq }];
}

/** What a model called for is its own word: its figures count only where the log has them. */
function modelWanted(tools: readonly Event<"tool">[], backer: Backer): Brief["modelWanted"] {
  const event = tools.findLast(({ name }) => name === "propose_resolution" || name === "escalate");
  if (!event) return null;
  const { kind, brief } = argumentsOf(event);
  const text = brief === undefined || brief === "" ? null : backer.back(shortened(brief));
  return kind === undefined && text === null ? null : { resolution: kind ?? null, text, seq: event.seq };
}

function argumentsOf({ arguments: json }: Event<"tool">): z.infer<typeof asks> {
  try {
    return asks.catch({}).parse(JSON.parse(json));
  } catch {
    return {};
  }
}

function kindOf(outcome: unknown): string {
  return z.object({ kind: z.string() }).catch({ kind: "unknown" }).parse(outcome).kind;
}

/** In the shopper's money, which they were shown, and in the shop's, which people decide in, where that is another one. */
function worthOf({ id, proposal }: LedgerRow, events: readonly ConversationEvent[]): Backed {
  const { presentment, shop } = proposal.value;
  const seq = events.find(
    (event) => (event.type === "proposal" || event.type === "resolution") && event.id === id,
  )?.seq;
  const value = `${presentment.currency} ${presentment.minor}`;
  const evidence = seq === undefined ? [] : [{ kind: "amount" as const, value, source: `resolution ${id}`, seq }];
  const inShops = shop.currency === presentment.currency ? "" : ` (${formatMoney(shop, "en-US")})`;
  return { text: `${formatMoney(presentment, "en-US")}${inShops}`, evidence };
}

/** Since people were last done with it; what came before, they know. */
function askedIn(events: readonly ConversationEvent[]): Brief["asked"] {
  const done = events.findLast(
    (event) => event.type === "closed" || (event.type === "takeover" && event.state === "handed_back"),
  );
  const said = events.filter(
    (event): event is Event<"message"> => event.type === "message" && event.author === "shopper",
  );
  const since = said.filter(({ seq, text }) => seq > (done?.seq ?? 0) && text.trim() !== "");
  return (since.length > 0 ? since : said.filter(({ text }) => text.trim() !== ""))
    .slice(-MOST_ASKED)
    .map(({ text, at, seq }) => ({ text: shortened(text), at, seq }));
}

function provenIn(events: readonly ConversationEvent[]): string[] {
  const names = events.flatMap((event) =>
    event.type === "verification" && event.state === "verified" && event.orderName !== null ? [event.orderName] : [],
  );
  return [...new Set(names)];
}

function photosIn(events: readonly ConversationEvent[]): Brief["photos"] {
  return events.flatMap((event) =>
    event.type === "message" && event.author === "shopper"
      ? (event.attachments ?? []).map(({ id }) => ({ id, seq: event.seq }))
      : [],
  );
}

/** The first message of the shopper's that no person has answered, or when the last one was. */
function waitingSince(events: readonly ConversationEvent[]): string {
  const answer = events.findLast(({ type, author }) => type === "message" && author === "staff");
  const open = events.find(
    ({ type, author, seq }) => type === "message" && author === "shopper" && seq > (answer?.seq ?? 0),
  );
  return (open ?? answer ?? events.at(-1))?.at ?? new Date(0).toISOString();
}

/** Of a log that has gone on since, it tells too little. */
function summaryIn(events: readonly ConversationEvent[]): Brief["summary"] {
  const summary = events.findLast((event) => event.type === "brief" && event.by === "model");
  const newest = events.findLast(({ type, author }) => type === "message" && author === "shopper");
  if (summary?.type !== "brief" || (newest && newest.seq > summary.seq)) return null;
  return { text: summary.text, seq: summary.seq };
}

function shortened(text: string): string {
  return text.length > WORDS ? `${text.slice(0, WORDS - 1)}…`.toWellFormed() : text;
}

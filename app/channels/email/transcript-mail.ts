import type { ConversationEvent } from "../../conversations/events.ts";
import { unmarked } from "../../conversations/unmarked.ts";
import type { Card } from "../../orders/facts.ts";
import type { ProposalCard } from "../../resolutions/proposal-card.ts";
import { mailHtml } from "./mail-html.ts";
import type { Mail } from "./send-mail.server.ts";
import { transcriptWords, type TranscriptWords } from "./transcript-words.ts";

/** Characters of one transcript; of a longer one the beginning is left out. */
const MOST_CHARACTERS = 200_000;

export type Told = {
  shopName: string;
  /** Null for the agent without a name. */
  agentName: string | null;
  locale: string;
  timeZone: string;
  /**
   * Whether the address is known to be the shopper's. Elsewhere the shopper's own words go without web addresses: what
   * anybody may write to anybody would be spam, sent by the shop.
   */
  proven: boolean;
};

type Message = Extract<ConversationEvent, { type: "message" }>;

/** One thing that was said: by whom and when, and the words. */
type Said = { head: string; text: string };

/** What was said in a conversation, as an email: its public events in words, without photos. */
export function transcriptMail(events: readonly ConversationEvent[], told: Told): Mail {
  const { language, words } = transcriptWords(told.locale);
  const said = events.flatMap((event) => saidIn(event, words, told) ?? []);
  const kept = newest(said);
  const lead = [words.lead(told.shopName), ...(kept.length < said.length ? [words.cut] : [])];
  const why = words.why(told.shopName);
  return {
    subject: words.subject(told.shopName),
    text: [...lead, ...kept.map(({ head, text }) => `${head}\n${text}`), "--\n" + why].join("\n\n") + "\n",
    html: mailHtml(language, [
      ...lead.map((text) => ({ text })),
      ...kept.flatMap(({ head, text }) => [{ text: head, small: true }, { text }]),
      { text: why, small: true },
    ]),
  };
}

function newest(said: readonly Said[]): Said[] {
  let room = MOST_CHARACTERS;
  const first = said.findLastIndex(({ head, text }) => (room -= head.length + text.length) < 0);
  return said.slice(first + 1);
}

function saidIn(event: ConversationEvent, words: TranscriptWords, told: Told): Said | null {
  const text = wordsOf(event, words, told);
  return text === null || text === ""
    ? null
    : { head: `${whoSaid(event, words, told)}, ${whenSaid(event, told)}`, text };
}

function wordsOf(event: ConversationEvent, words: TranscriptWords, told: Told): string | null {
  switch (event.type) {
    case "message": {
      const photos = event.attachments?.length ?? 0;
      const text = writtenIn(event, words, told);
      return [text, photos > 0 ? words.photos(photos) : ""].filter((part) => part !== "").join("\n");
    }
    case "card":
      return cardText(event.card);
    case "proposal":
      return proposalText(event);
    case "resolution":
    case "escalation":
    case "error":
    case "contact":
      return event.text;
    case "takeover":
      return event.state === "taken" ? words.joined(event.name || words.team) : words.handedBack;
    case "closed":
      return words.closed;
    case "status":
    case "verification":
    case "delta":
    case "typing":
    case "tool":
    case "model":
    case "rating":
    case "brief":
    case "note":
    case "handling":
      return null;
  }
}

function whoSaid(event: ConversationEvent, words: TranscriptWords, { shopName, agentName }: Told): string {
  if (event.type === "takeover" || event.type === "closed" || event.type === "contact") return shopName;
  if (event.author === "shopper") return words.you;
  if (event.author === "agent") return agentName ?? words.assistant;
  return event.type === "message" && event.author === "staff" ? event.name || words.team : shopName;
}

function whenSaid({ at }: ConversationEvent, { locale, timeZone }: Told): string {
  const style = { dateStyle: "medium", timeStyle: "short", timeZone } as const;
  return new Intl.DateTimeFormat(known(locale), style).format(new Date(at));
}

function known(locale: string): string | undefined {
  return Intl.DateTimeFormat.supportedLocalesOf(locale)[0];
}

function cardText(card: Card): string {
  if (card.kind === "orders") {
    return card.orders.map(({ orderName, placedOn, headline }) => `${orderName} (${placedOn}): ${headline}`).join("\n");
  }
  const groups = card.groups.flatMap(({ label, status, expected, items, tracking }) => [
    `${label}: ${[status, expected].filter(Boolean).join(". ")}`,
    ...items.map(({ title, variant, quantity }) => `- ${quantity} × ${title}${variant ? ` (${variant})` : ""}`),
    ...tracking.map(({ company, number }) => [company, number].filter(Boolean).join(" ")),
  ]);
  return [`${card.orderName} (${card.placedOn}): ${card.headline}`, ...groups].join("\n");
}

function proposalText({ title, orderName, lines, amounts, destination }: ProposalCard): string {
  return [
    `${title} (${orderName})`,
    ...lines.map((line) => `- ${line.quantity} × ${line.title}${line.variant === null ? "" : ` (${line.variant})`}`),
    ...amounts.map(({ label, text }) => `${label}: ${text}`),
    ...(destination === null ? [] : [destination]),
  ].join("\n");
}

function writtenIn(message: Message, words: TranscriptWords, { proven }: Told): string {
  if (message.author === "agent") return unmarked(message.text);
  return message.author === "shopper" && !proven ? withoutLinks(message.text, words.link) : message.text;
}

/** Everything that a mail client would make a link of: addresses with a scheme, and bare names of hosts. */
const LINK = /\b[a-z][a-z0-9+.-]*:\/\/\S+|[^\s@/]*@?(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:[/:?#]\S*)?/giu;

function withoutLinks(text: string, instead: string): string {
  return text.replace(LINK, instead);
}

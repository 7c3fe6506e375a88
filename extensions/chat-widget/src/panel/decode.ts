/**
 * Reads what the chat server sends. Lenient about what it does not know (new event types and fields are passed over),
 * strict about what the views rely on: an event that lacks it is passed over too, rather than breaking the panel.
 * All strings are cleaned here, once.
 */
import type { Card, CardGroup, CardStep, ItemFacts, Tone, TrackingFacts } from "#app/orders/facts.ts";
import { vouched } from "./links.ts";
import { clean } from "./text.ts";

type Stamp = { seq: number; at: string; author: "shopper" | "agent" | "staff" | "system" };

export type WireEvent = Stamp &
  (
    | {
        type: "message";
        messageId: string;
        clientMessageId: string | null;
        text: string;
        /** Of the member of staff who wrote it, or empty. */
        name: string;
        quickReplies: string[];
        photos: Photo[];
        /** Addresses the server vouches for, ready for `allowedLink`. */
        links: string[];
      }
    | { type: "delta"; messageId: string; text: string }
    | { type: "status"; text: string }
    | { type: "card"; card: Card; links: string[] }
    | { type: "verification"; state: (typeof PROOFS)[number]; orderName: string | null }
    | { type: "escalation"; text: string }
    | { type: "error"; text: string }
    /** Drawn, and read in full, by the part of the panel that is loaded for it. */
    | { type: "proposal"; id: string; card: Record<string, unknown> }
    | ({ type: "resolution"; id: string } & Omit<News, "seq">)
    | { type: "closed" }
    /** A person writes from now on, or no longer does. */
    | { type: "takeover"; taken: boolean; name: string }
    | { type: "typing"; name: string; on: boolean }
    | { type: "contact"; text: string; email: string }
    /** An event of a later server: it counts in the order of the log, and is not shown. */
    | { type: "unknown" }
  );

/** A photo that the server has; sizes are in pixels. */
export type Photo = { id: string; width: number; height: number };

/** How a resolution stands, in the ledger's own words; `seq` tells which of two pieces of news is newer. */
export type News = { seq: number; state: string; text: string; outcome: Record<string, unknown> };

export type Settings = {
  agentName: string | null;
  shopName: string;
  greeting: string | null;
  quickReplies: string[];
  tagline: string | null;
  /** Letters in the place of the agent's sign; empty for none, null for the sign. */
  avatar: string | null;
  /** The way to a person comes with the first message. */
  personLater: boolean;
  /** The server can send email. */
  mail: boolean;
  /** Values of the panel's own custom properties, such as `accent`; those of the theme where there are none. */
  colors: Readonly<Record<string, string>>;
};

export type Session = { token: string; conversationId: string; apiBase: string; settings: Settings };

type Bag = Record<string, unknown>;

export const bag = (value: unknown): Bag => (typeof value === "object" && value ? (value as Bag) : {});
export const text = (value: unknown): string => (typeof value === "string" ? clean(value) : "");
export const maybe = (value: unknown): string | null => text(value) || null;
export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const texts = (value: unknown): string[] => list(value).map(text).filter(Boolean);
const oneOf = <Value extends string>(values: readonly Value[], value: unknown, otherwise: Value): Value =>
  values.find((known) => known === value) ?? otherwise;

const PROOFS = ["verified", "failed", "limited", "code_sent", "login_needed"] as const;
const TONES: readonly Tone[] = ["neutral", "good", "warn", "problem"];
const tone = (value: unknown) => oneOf(TONES, value, "neutral");

export function decodeEvent(value: unknown): WireEvent | null {
  const raw = bag(value);
  if (typeof raw.seq !== "number" || typeof raw.type !== "string") return null;
  const at = text(raw.at);
  const stamp: Stamp = {
    seq: raw.seq,
    at: Number.isNaN(Date.parse(at)) ? new Date().toISOString() : at,
    author: oneOf(["shopper", "agent", "staff", "system"], raw.author, "system"),
  };
  return { ...stamp, ...decodeBody(raw) };
}

type Body = WireEvent extends infer Event ? (Event extends Stamp ? Omit<Event, keyof Stamp> : never) : never;

function decodeBody(raw: Bag): Body {
  switch (raw.type) {
    case "message":
      return {
        type: "message",
        messageId: text(raw.messageId),
        clientMessageId: maybe(raw.clientMessageId),
        text: text(raw.text),
        name: text(raw.name),
        quickReplies: texts(raw.quickReplies),
        photos: photosOf(raw.attachments),
        links: vouchedOf(list(raw.evidence).map((one) => (bag(one).kind === "link" ? maybe(bag(one).value) : null))),
      };
    case "delta":
      return { type: "delta", messageId: text(raw.messageId), text: text(raw.text) };
    case "card": {
      const card = decodeCard(bag(raw.card));
      return card ? { type: "card", card, links: vouchedOf(trackingUrls(card)) } : { type: "unknown" };
    }
    case "verification": {
      const state = oneOf(PROOFS, raw.state, "failed");
      return { type: "verification", state, orderName: maybe(raw.orderName) };
    }
    case "status":
    case "escalation":
    case "error":
      return { type: raw.type, text: text(raw.text) };
    case "proposal":
      return { type: "proposal", id: text(raw.id), card: raw };
    case "resolution":
      return {
        type: "resolution",
        id: text(raw.id),
        state: text(raw.state),
        text: text(raw.text),
        outcome: bag(raw.outcome),
      };
    case "closed":
      return { type: "closed" };
    case "takeover":
      return { type: "takeover", taken: raw.state === "taken", name: text(raw.name) };
    case "typing":
      return { type: "typing", name: text(raw.name), on: raw.on === true };
    case "contact":
      return { type: "contact", text: text(raw.text), email: text(raw.email) };
    default:
      return { type: "unknown" };
  }
}

export const photosOf = (value: unknown): Photo[] =>
  list(value)
    .map(bag)
    .map(({ id, width, height }) => ({ id: text(id), width: Number(width) || 1, height: Number(height) || 1 }))
    .filter(({ id }) => id);

const vouchedOf = (addresses: (string | null)[]) => addresses.map(vouched).filter((href) => href !== null);

const trackingUrls = (card: Card) =>
  card.kind === "order" ? card.groups.flatMap((group) => group.tracking.map(({ url }) => url)) : [];

function decodeCard(raw: Bag): Card | null {
  const told = (one: Bag) => ({
    orderName: text(one.orderName),
    placedOn: text(one.placedOn),
    headline: text(one.headline),
    tone: tone(one.tone),
  });
  if (raw.kind === "order") {
    return { kind: "order", ...told(raw), groups: list(raw.groups).map(bag).map(decodeGroup), total: maybe(raw.total) };
  }
  if (raw.kind === "orders") {
    return { kind: "orders", orders: list(raw.orders).map(bag).map(told), more: raw.more === true };
  }
  return null;
}

const decodeGroup = (raw: Bag): CardGroup => ({
  label: text(raw.label),
  status: text(raw.status),
  tone: tone(raw.tone),
  items: list(raw.items).map(bag).map(decodeItem),
  steps: list(raw.steps).map(bag).map(decodeStep),
  expected: maybe(raw.expected),
  tracking: list(raw.tracking).map(bag).map(decodeTracking),
});

const decodeItem = (raw: Bag): ItemFacts => ({
  title: text(raw.title),
  variant: maybe(raw.variant),
  quantity: Number(raw.quantity) || 1,
});

const decodeStep = (raw: Bag): CardStep => ({
  label: text(raw.label),
  state: oneOf(["done", "current", "todo", "problem"], raw.state, "todo"),
  at: maybe(raw.at),
  atText: maybe(raw.atText),
  detail: maybe(raw.detail),
});

const decodeTracking = (raw: Bag): TrackingFacts => ({
  company: maybe(raw.company),
  number: text(raw.number),
  url: maybe(raw.url),
});

/** The answer to a session request, or null when it is not one. */
export function decodeSession(value: unknown): Session | null {
  const raw = bag(value);
  const settings = bag(raw.settings);
  const apiBase = text(raw.apiBase).replace(/\/+$/, "");
  if (!text(raw.token) || !/^https?:\/\/[^/?#@]+/.test(apiBase)) return null;
  return {
    token: text(raw.token),
    conversationId: text(raw.conversationId),
    apiBase,
    settings: {
      agentName: maybe(settings.agentName) ?? maybe(settings.shopName),
      shopName: text(settings.shopName),
      greeting: maybe(settings.greeting),
      quickReplies: texts(settings.quickReplies),
      tagline: maybe(settings.tagline),
      avatar: settings.avatar === "" ? "" : maybe(settings.avatar),
      personLater: settings.personAtOnce === false,
      mail: settings.mail === true,
      colors: bag(settings.colors) as Settings["colors"],
    },
  };
}

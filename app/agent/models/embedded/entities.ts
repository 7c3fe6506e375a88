import { plain } from "./normalize.ts";
import { RECOGNISERS, TAKEN, TAKEN_ADDRESS, type Recogniser } from "./entity-patterns.ts";

/**
 * `named`: the shopper said it is an order (`#1001`, "order 1001", `EN-1001`). `bare`: a number that may well be one.
 * `weak`: a number that is one only when an order number was asked for (a year, three digits).
 */
type OrderMention = { name: string; strength: "named" | "bare" | "weak"; at: number; end: number };

export type Entities = {
  orders: OrderMention[];
  emails: string[];
  trackings: string[];
  /** Something with an @ that is no whole address. */
  brokenEmail: boolean;
  /** Dates as written, for "the one from 3 November". */
  dates: string[];
  /** A long number that is neither a phone nor a known tracking number. */
  longNumbers: string[];
  /** The text with every detail replaced by a word such as `xorder`; offsets are those of `plain(text)`. */
  masked: string;
};

type Span = { at: number; end: number; mask: string };

/** Finds the details of a message. Anything not certainly a phone, date, amount or address may be an order number. */
export function findEntities(text: string): Entities {
  const source = plain(text)
    .replace(/[\uE000\uE001]/g, " ")
    .replace(/mailto:/gi, (found) => " ".repeat(found.length));
  const found: Entities = {
    orders: [],
    emails: [],
    trackings: [],
    brokenEmail: false,
    dates: [],
    longNumbers: [],
    masked: "",
  };
  const spans: Span[] = [];
  let rest = source;
  for (const recogniser of RECOGNISERS) {
    for (const match of [...rest.matchAll(recogniser.pattern)]) {
      const value = match[recogniser.group ?? 0];
      if (value === undefined || value.trim() === "") continue;
      if (recogniser.accept && !recogniser.accept(value, match, rest)) continue;
      const at = match.index + match[0].lastIndexOf(value);
      const end = at + value.length;
      if (rest.slice(at, end) !== value) continue;
      spans.push({ at, end, mask: recogniser.mask });
      rest =
        rest.slice(0, at) +
        (recogniser.mask === "xaddress" ? TAKEN_ADDRESS : TAKEN).repeat(value.length) +
        rest.slice(end);
      keep(found, recogniser, value, at, end);
    }
  }
  found.orders = chosen(found.orders, source);
  found.emails = shoppersFirst(unique(found.emails));
  const orders = new Set(found.orders.map(({ at }) => at));
  found.masked = mask(
    source,
    spans.map((span) => (isOrder(span) && !orders.has(span.at) ? { ...span, mask: "xnumber" } : span)),
  );
  return found;
}

function isOrder(span: Span): boolean {
  return span.mask === "xorder";
}

function keep(found: Entities, { kind }: Recogniser, value: string, at: number, end: number): void {
  const clean = value.trim();
  switch (kind) {
    case "email":
      found.emails.push(clean);
      return;
    case "broken_email":
      found.brokenEmail = true;
      return;
    case "tracking":
      found.trackings.push(clean.replace(/\s+/g, "").toUpperCase());
      return;
    case "date":
      found.dates.push(clean);
      return;
    case "long_number":
      found.longNumbers.push(clean);
      return;
    case "order_named":
    case "order_bare":
    case "order_weak": {
      const strength = kind === "order_named" ? "named" : kind === "order_bare" ? "bare" : "weak";
      found.orders.push({ name: clean.replace(/^[#\u2116]\s*/, ""), strength, at, end });
      return;
    }
    case "other":
      return;
  }
}

/** With an order called by its name in the message, other numbers are orders when listed right beside it or as long. */
function chosen(mentions: OrderMention[], source: string): OrderMention[] {
  const sorted = mentions.toSorted((a, b) => a.at - b.at);
  const named = sorted.some(({ strength }) => strength === "named");
  const kept: OrderMention[] = [];
  for (const mention of sorted) {
    const before = kept.at(-1);
    const listed =
      before !== undefined &&
      /^[\s,;/&+]*(?:(?:and|or|und|et|y)\s+)?#?\s*$/iu.test(source.slice(before.end, mention.at));
    const alike = sorted.some(
      ({ name, strength }) => strength === "named" && name.length === mention.name.length && /^\d+$/.test(name),
    );
    const isOrder = !named || ((listed || alike) && mention.strength === "bare");
    if (mention.strength === "named" || isOrder) kept.push(mention);
  }
  const seen = new Set<string>();
  return kept.filter(({ name }) => !seen.has(orderKey(name)) && seen.add(orderKey(name)));
}

/** Orders are the same whatever their case and with or without `#`. */
export function orderKey(name: string): string {
  return plain(name).replace(/[#\s]/g, "").toUpperCase();
}

/** A pasted confirmation holds the shop's own address too; the shopper's is the other one. */
function shoppersFirst(emails: string[]): string[] {
  const shops =
    /^(?:no-?reply|do-?not-?reply|support|help|info|orders?|contact|hello|service|sales|shop|store|team|care|customer\S*)@/i;
  return emails.toSorted((a, b) => Number(shops.test(a)) - Number(shops.test(b)));
}

function mask(source: string, spans: Span[]): string {
  let masked = "";
  let at = 0;
  for (const span of spans.toSorted((a, b) => a.at - b.at)) {
    masked += `${source.slice(at, span.at)} ${span.mask} `;
    at = span.end;
  }
  return masked + source.slice(at);
}

function unique(list: string[]): string[] {
  const seen = new Set<string>();
  return list.filter((one) => !seen.has(one.toLowerCase()) && seen.add(one.toLowerCase()));
}

import type { GroupFacts, ItemFacts, OrderFacts, TrackingFacts } from "../../../orders/facts.ts";
import { GROUP_SITUATIONS } from "../../../orders/situation-ids.ts";
import type { Intent } from "./intents.ts";
import { itemsSpokenOf } from "./items.ts";
import * as say from "./wording.ts";

/** Lines of a list in the chat; the card has the rest. */
const MOST_LINES = 8;

type OrderQuestion = {
  facts: OrderFacts;
  intents: readonly Intent[];
  /** Read just now: where things stand comes first, and a card is shown beside the answer. */
  fresh: boolean;
  /** Several orders are answered at once, so each says which it is. */
  oneOfMany: boolean;
  words: readonly string[];
};

/** What the shopper asked about one order, from its facts alone, as paragraphs. */
export function answerOrder({ facts, intents, fresh, oneOfMany, words }: OrderQuestion): string[] {
  const spoken = itemsSpokenOf(words, facts);
  const groups =
    spoken.length > 0 ? facts.groups.filter((group) => spoken.some((one) => one.group === group)) : facts.groups;
  const about = { facts, groups, spoken: spoken.map(({ item }) => item) };
  const paragraphs: string[] = [];
  const asked = new Set(intents);
  if (fresh || oneOfMany || intents.length === 0 || asked.has("order_status") || asked.has("order_late"))
    paragraphs.push(headline(facts, oneOfMany));
  for (const intent of asked) {
    const answer = ANSWERS[intent]?.(about, paragraphs.join(" "));
    if (answer) paragraphs.push(answer);
  }
  if (paragraphs.length === 0) paragraphs.push(headline(facts, oneOfMany));
  return [...new Set(paragraphs)];
}

function headline(facts: OrderFacts, oneOfMany: boolean): string {
  const named = facts.headline.includes(facts.orderName.replace("#", ""));
  const text = say.sentence(facts.headline);
  if (oneOfMany) return `**${facts.orderName}:** ${text}`;
  const parts = inLines(text, facts.groups);
  return named ? parts : `**${facts.orderName}:** ${parts}`;
}

/** An order of several parts reads better with each on a line of its own. */
function inLines(text: string, groups: readonly GroupFacts[]): string {
  if (groups.length < 2) return text;
  return groups.reduce((lines, { label }) => lines.replace(` ${label} (`, `\n- **${label}** (`), text);
}

type About = { facts: OrderFacts; groups: GroupFacts[]; spoken: ItemFacts[] };

const ANSWERS: Partial<Record<Intent, (about: About, said: string) => string>> = {
  order_status: expectedOnce,
  order_late: expectedOnce,
  order_eta: eta,
  order_tracking: ({ groups }) => tracking(groups),
  order_items: ({ facts, groups }) => list(groups.length > 0 ? groups : facts.groups),
  item_lookup: lookup,
  other_parcel: ({ facts }) => parcels(facts),
  order_payment: ({ facts: { money } }) =>
    say.join(
      money.total ? `The total is ${say.sentence(money.total)}` : "",
      say.sentence(money.payment),
      ...money.refunds.map(say.sentence),
    ),
  refund_status: ({ facts: { money } }, said) =>
    money.refunds.length > 0
      ? say.join(...money.refunds.map(say.sentence))
      : /refund/i.test(said)
        ? ""
        : say.join(say.NO_REFUND_SEEN, say.sentence(money.payment), say.OFFER),
  order_date: ({ facts }) => `You placed it on ${say.sentence(facts.placedOn.replace(/^on /i, ""))}`,
  delivery_method: ({ facts }) =>
    facts.deliveryMethod ? `The delivery method is ${say.sentence(facts.deliveryMethod)}` : "",
  address_check: () => `${say.ADDRESS_PRIVATE} Would you like a person from our team to check it with you?`,
};

function expectedOnce({ groups, facts }: About, said: string): string {
  const [only, another] = facts.groups;
  if (groups.length < facts.groups.length) return groups.map((group) => named(group, group.text)).join("\n");
  return only && !another && only.expected && !mentions(said, only.expected) ? say.sentence(only.expected) : "";
}

function eta({ groups }: About, said: string): string {
  const dated = groups.filter(({ expected }) => expected !== null);
  if (dated.length === 0) return groups.length > 0 && groups.every(isOver) ? "" : say.NO_DATE;
  if (groups.length === 1)
    return mentions(said, dated[0]?.expected ?? "") ? "" : say.sentence(dated[0]?.expected ?? "");
  return groups.map((group) => named(group, group.expected ?? group.text)).join("\n");
}

/** The same date twice in a row sounds like a machine. */
function mentions(said: string, expected: string): boolean {
  return (
    said.includes(expected.replace(/\.$/, "")) ||
    (/\d/.test(expected) && (expected.match(/\p{L}+ \d{1,2}|\d{1,2} \p{L}+/gu) ?? []).some((day) => said.includes(day)))
  );
}

function isOver(group: GroupFacts): boolean {
  const known = Object.entries(GROUP_SITUATIONS).find(([id]) => id === group.situation);
  return known ? known[1].over : group.turn === "nobody";
}

function tracking(groups: readonly GroupFacts[]): string {
  const lines = groups.flatMap((group) =>
    group.tracking.map((one) => (groups.length > 1 ? named(group, link(one)) : link(one))),
  );
  if (lines.length === 0)
    return groups.length > 0 && groups.every(isOver) ? "There's no tracking link for this order." : say.NO_TRACKING;
  const [only, another] = lines;
  return only && !another ? only : lines.slice(0, MOST_LINES).join("\n");
}

function link({ company, number, url }: TrackingFacts): string {
  const carrier = company ? ` with ${company}` : "";
  return url
    ? `[Track it${carrier}](${url}) (tracking number ${number})`
    : `The tracking number${carrier} is ${number}.`;
}

function list(groups: readonly GroupFacts[]): string {
  if (groups.every(({ items }) => items.length === 0)) return "";
  const [only, another] = groups;
  if (only && !another) return bullets(only.items.map(itemText));
  return groups
    .filter(({ items }) => items.length > 0)
    .slice(0, MOST_LINES)
    .map((group) => named(group, some(group.items)))
    .join("\n");
}

function bullets(lines: string[]): string {
  const shownLines = lines.slice(0, MOST_LINES);
  return [
    ...shownLines.map((line) => `- ${line}`),
    ...(lines.length > MOST_LINES ? ["- and more: see the card"] : []),
  ].join("\n");
}

function some(items: readonly ItemFacts[]): string {
  return `${items.slice(0, 5).map(itemText).join(", ")}${items.length > 5 ? " and more" : ""}`;
}

function itemText({ title, variant, quantity }: ItemFacts): string {
  return `${quantity > 1 ? `${quantity} × ` : ""}${title}${variant ? ` (${variant})` : ""}`;
}

function lookup({ facts, groups, spoken }: About): string {
  if (spoken.length === 0) return say.join(say.ITEM_NOT_SEEN, "It has:") + `\n\n${list(facts.groups)}`;
  const found = groups.map((group) => {
    const items = group.items.filter((item) => spoken.includes(item));
    return facts.groups.length > 1
      ? named(group, `${some(items)}. ${group.text}`)
      : say.join(`Yes, it has ${some(items)}.`);
  });
  return found.join("\n");
}

function parcels({ groups }: OrderFacts): string {
  const [only, another] = groups;
  if (only && !another) return say.join(say.ONE_PARCEL, say.sentence(only.text));
  return groups
    .slice(0, MOST_LINES)
    .map((group) => named(group, `${some(group.items)}. ${group.text}`))
    .join("\n");
}

function named(group: GroupFacts, text: string): string {
  return `- **${group.label}:** ${say.sentence(text)}`;
}

import type { ResolutionKind } from "../../../app/policy/kinds.ts";
import type { BookEntry, BookedUnits } from "../../../devstore/store/book.ts";
import type { MoneyCase, OrderBefore, Sent, Shown } from "./case.ts";

/** A card whose conversation said yes to it while it held, and did not take that back. */
export type Agreed = { shown: Shown; order: OrderBefore | undefined; entries: BookEntry[] };

/** What of the app's own deeds belongs to which yes, and what belongs to none. */
export type Matched = { agreed: Agreed[]; strays: BookEntry[] };

type DeedKind = BookEntry["kind"];

/** Which entries one resolution of a kind may bring about, and how many of each at most. */
const BRINGS: Record<ResolutionKind, Partial<Record<DeedKind, number>>> = {
  refund: { refund: 1 },
  store_credit: { refund: 1, store_credit: 1 },
  replacement: { order_made: 1, tags: 1 },
  return: { return: 1, return_label: 1 },
  exchange: { return: 1, return_label: 1, return_processed: 1 },
  cancel: { cancellation: 1, refund: 1, cancellation_asked: 1 },
  change_address: { address: 1 },
  change_items: { edit: 1, refund: 1 },
};

/** What only ever follows something else of the same resolution. */
const FOLLOWS: Partial<Record<DeedKind, DeedKind>> = {
  tags: "order_made",
  return_label: "return",
  return_processed: "return",
};

/** Drafts are no goods: they become an order, or are deleted. */
const MOVES_NOTHING: ReadonlySet<DeedKind> = new Set(["draft", "draft_deleted", "cancellation_failed", "order_fields"]);

/** A yes counts where the card was shown, for what it showed, before it ran out, and until a no was taken. */
export function isRightful(file: MoneyCase, { number, conversationId, id, digest }: Sent): boolean {
  const shown = file.shown.find(({ card }) => card.id === id);
  const end = file.ranOut.find((one) => one.id === id)?.number ?? Number.POSITIVE_INFINITY;
  return shown?.conversationId === conversationId && shown.card.digest === digest && number < end;
}

export function match(file: MoneyCase): Matched {
  const accepted = file.sent.filter(({ answer }) => answer === "ok");
  const declined = new Set([
    ...accepted.flatMap(({ decision, id }) => (decision === "decline" ? [id] : [])),
    ...file.refused,
  ]);
  const said = new Set(
    accepted.flatMap((one) => (one.decision === "confirm" && isRightful(file, one) ? [one.id] : [])),
  );
  const agreed = file.shown
    .filter(({ card }) => said.has(card.id) && !declined.has(card.id))
    .map((shown): Agreed => ({
      shown,
      order: file.orders.find(({ name }) => name === shown.card.orderName),
      entries: [],
    }));
  const strays: BookEntry[] = [];
  for (const entry of file.book) {
    if (entry.by !== "app" || MOVES_NOTHING.has(entry.kind)) continue;
    const owner = ownerOf(entry, agreed);
    if (owner) owner.entries.push(entry);
    else strays.push(entry);
  }
  return { agreed, strays };
}

/** By its trace where it has one; else whoever said yes to such a thing about that order and has not had it yet. */
function ownerOf(entry: BookEntry, agreed: readonly Agreed[]): Agreed | undefined {
  const mayBring = agreed.filter(({ shown, entries }) => {
    const most = BRINGS[shown.card.kind][entry.kind] ?? 0;
    // A return that sends something instead is an exchange, and no other is.
    if (entry.kind === "return" && entry.exchanges.length > 0 !== (shown.card.kind === "exchange")) return false;
    const first = FOLLOWS[entry.kind];
    if (first && !entries.some(({ kind }) => kind === first)) return false;
    return entries.filter(({ kind }) => kind === entry.kind).length < most;
  });
  const trace = traceOf(entry);
  if (trace !== null) return mayBring.find(({ shown }) => shown.card.id.replaceAll("-", "").startsWith(trace));
  const about = mayBring.filter(({ order }) =>
    entry.order ? order?.id === entry.order.id : order?.customerId === entry.customer,
  );
  const amount = "amount" in entry ? minor(entry.amount) : 0;
  const rich = about.filter((one) => left(one) >= amount).toSorted((a, b) => left(a) - left(b));
  return rich.find(({ shown }) => moreThanShown(entry, shown) === null) ?? rich[0];
}

/** The digits of a resolution's id that an entry carries, or null. */
function traceOf(entry: BookEntry): string | null {
  const texts = "tags" in entry && entry.kind !== "tags" ? entry.tags : [];
  const notes = entry.kind === "refund" ? [entry.note] : entry.kind === "edit" ? [entry.staffNote] : [];
  const found = [...texts, ...notes].map((text) => /wherewithal-([0-9a-f][0-9a-f-]{26,35})/.exec(text ?? "")?.[1]);
  return (
    found
      .find((one) => one !== undefined)
      ?.replaceAll("-", "")
      .slice(0, 28) ?? null
  );
}

/** What the card's sum still has room for, in minor units. */
export function left({ shown, entries }: Agreed): number {
  return shownSum(shown) - entries.reduce((sum, entry) => sum + ("amount" in entry ? minor(entry.amount) : 0), 0);
}

/** The sum on the card, read as the shopper read it. */
export function shownSum({ card }: Shown): number {
  const total = card.amounts.find((row) => row.total)?.text ?? "0";
  return minor(total.replaceAll(/[^\d.]/g, ""));
}

/** The shops of these campaigns have currencies with two decimals. */
export function minor(decimal: string): number {
  return Math.round(Number(decimal) * 100);
}

/** Units that were given back, replaced, exchanged or taken out by one entry, by line. */
export function unitsMadeGood(entry: BookEntry, original: OrderBefore): Map<string, number> {
  const units = new Map<string, number>();
  const add = (line: string | null | undefined, quantity: number) => {
    if (line) units.set(line, (units.get(line) ?? 0) + quantity);
  };
  // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check -- the other entries are about no units
  switch (entry.kind) {
    case "refund":
      // What a return brings back was counted when it was opened.
      if (entry.of?.kind !== "return") for (const { lineItem, quantity } of entry.lines) add(lineItem, quantity);
      break;
    case "return":
      for (const { lineItem, quantity } of entry.units) add(lineItem, quantity);
      break;
    case "edit":
      for (const { lineItem, quantity } of entry.removed) add(lineItem, quantity);
      break;
    case "order_made":
      for (const { variant, quantity } of entry.units)
        add(original.lines.find(({ variantId }) => variantId === variant)?.id, quantity);
      break;
    default:
      break;
  }
  return units;
}

/** Something that goes back or is sent in a larger number than the card says, by its title; or null. */
export function moreThanShown(entry: BookEntry, { card }: Shown): string | null {
  if (entry.kind === "address" && !card.address?.lines.includes(entry.after[0] ?? "")) return "the address";
  return tooMany(goneBack(entry), card.lines) ?? tooMany(sentOut(entry), card.sends);
}

type Units = readonly Pick<BookedUnits, "title" | "quantity">[];

const goneBack = (entry: BookEntry): Units =>
  entry.kind === "refund" && entry.of === null ? entry.lines : entry.kind === "return" ? entry.units : [];
const sentOut = (entry: BookEntry): Units =>
  entry.kind === "order_made" ? entry.units : entry.kind === "return" ? entry.exchanges : [];

function tooMany(units: Units, shown: Units): string | null {
  const most = byTitle(shown);
  return [...byTitle(units)].find(([title, quantity]) => quantity > (most.get(title) ?? 0))?.[0] ?? null;
}

/** Units by title, as a card has them; what is sent has its variant in brackets there. */
function byTitle(units: Units): Map<string, number> {
  const all = new Map<string, number>();
  for (const { title, quantity } of units) {
    const plain = title.replace(/ \([^)]*\)$/, "");
    all.set(plain, (all.get(plain) ?? 0) + quantity);
  }
  return all;
}

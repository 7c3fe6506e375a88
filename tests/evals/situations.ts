/**
 * Every situation with an order of the example shop that is in it, and the answer: `node tests/evals/situations.ts [id …]`
 * (`npm run evals -- situations`). Dates are written as each of the widget's languages writes them.
 */
import { explainOrder } from "#app/orders/explain-order.ts";
import type { GroupExplained, OrderExplained, When } from "#app/orders/explained.ts";
import { publicHolidays } from "#app/orders/holidays.server.ts";
import { mapListedOrder, mapOrder } from "#app/orders/map-order.ts";
import { completeOrder } from "#app/orders/order-pages.server.ts";
import { metafieldVariables } from "#app/orders/progress.ts";
import { DEFAULT_SETTINGS, rulesOf } from "#app/orders/shop-settings.ts";
import { GROUP_SITUATIONS, ORDER_SITUATIONS, meaningOf } from "#app/orders/situation-ids.ts";
import type { OrderSituationId } from "#app/orders/situation-ids.ts";
import { OrderForAnswerDocument, OrdersForListDocument } from "#app/shopify/generated/admin.ts";
import { createTeller } from "#app/orders/tell.ts";
import { shopInProcess } from "#tests/support/shop-in-process.ts";

const LANGUAGES = ["en", "de", "fr", "es", "ja"] as const;

type Row = {
  situation: OrderSituationId;
  order: string | null;
  /** No order is told so by itself: a list, which reads less of each order, says it. */
  inLists: boolean;
  worry: string;
  turn: string;
  reasons: readonly string[];
  shopper: string;
  lead: string;
  next: string;
  /** Since when and by when, in each language. */
  dates: Record<string, string>;
};

type Seen = { explained: OrderExplained; one: OrderExplained["headline"] | GroupExplained; inLists: boolean };

export type SituationsReport = { name: "situations"; rows: Row[]; withoutOrder: string[] };

export async function run(only: readonly string[] = process.argv.slice(2)): Promise<SituationsReport> {
  const seen = await seenInExampleShop();
  const ids = Object.keys({ ...GROUP_SITUATIONS, ...ORDER_SITUATIONS }) as OrderSituationId[];
  const rows = ids
    .filter((id) => only.length === 0 || only.includes(id))
    .map((id) => {
      const found = seen.get(id);
      return found ? rowOf(id, found) : emptyRow(id);
    });
  const withoutOrder = rows.filter(({ order }) => order === null).map(({ situation }) => situation);
  print(rows, withoutOrder);
  return { name: "situations", rows, withoutOrder };
}

/** The first order in which each situation is found: as its headline, else as one of its parts, else in a list alone. */
async function seenInExampleShop(): Promise<Map<OrderSituationId, Seen>> {
  const shop = await shopInProcess();
  const metafields = metafieldVariables(rulesOf(DEFAULT_SETTINGS));
  const { ianaTimezone: timeZone } = shop.store.shop;
  const dates = { settings: DEFAULT_SETTINGS, notices: [], learnt: [], holidays: await publicHolidays(), timeZone };
  const headed = new Map<OrderSituationId, Seen>();
  const partly = new Map<OrderSituationId, Seen>();
  const listed = new Map<OrderSituationId, Seen>();
  for (const order of shop.store.visibleOrders().toSorted((a, b) => a.number - b.number)) {
    const read = await shop.client.run(
      OrderForAnswerDocument,
      { id: `gid://shopify/Order/${order.id}`, ...metafields },
      {},
    );
    if (read.kind !== "ok" || !read.data.order) throw new Error(`${order.name}: ${read.kind}`);
    const { node, cut } = await completeOrder(shop.client, read.data.order, {});
    const snapshot = mapOrder(node, { fieldErrors: [], cut });
    const explained = explainOrder(snapshot, read.at, { timeZone, locale: "en" }, { dates });
    const { headline, groups } = explained;
    if (!headed.has(headline.situation))
      headed.set(headline.situation, { explained, one: alone(explained), inLists: false });
    for (const one of groups)
      if (!partly.has(one.situation)) partly.set(one.situation, { explained, one, inLists: false });

    const list = await shop.client.run(OrdersForListDocument, { query: `id:${order.id}`, ...metafields }, {});
    if (list.kind !== "ok" || !list.data.orders.nodes[0]) throw new Error(`${order.name} in a list: ${list.kind}`);
    const short = mapListedOrder(list.data.orders.nodes[0], { fieldErrors: [], cut: [] });
    const inList = explainOrder(short, list.at, { timeZone, locale: "en" }, { dates });
    const { situation } = inList.headline;
    if (!listed.has(situation)) listed.set(situation, { explained: inList, one: inList.headline, inLists: true });
  }
  return new Map([...listed, ...partly, ...headed]);
}

/** An order of one part is told by that part, which knows what comes next too. */
function alone({ headline, groups }: OrderExplained): Seen["one"] {
  const [only, ...others] = groups;
  return only && others.length === 0 && only.situation === headline.situation ? only : headline;
}

function rowOf(situation: OrderSituationId, { explained, one, inLists }: Seen): Row {
  const next = "next" in one ? one.next : null;
  return {
    situation,
    order: explained.orderName,
    inLists,
    worry: one.worry,
    turn: one.turn,
    reasons: one.reasons,
    shopper: one.shopperText,
    lead: one.leadText,
    next: next ? `${next.what}${next.by ? `, by ${next.by.text} (${next.kindText ?? ""})` : ""}` : "–",
    dates: Object.fromEntries(
      LANGUAGES.map((locale) => {
        const day = (when: When | null | undefined): string => (when ? wordsFor(when, locale, explained) : "–");
        return [locale, `${day(one.since)} → ${day(next?.by)}`];
      }),
    ),
  };
}

function wordsFor({ at, source }: When, locale: string, { orderName, timeZone, judgedAt }: OrderExplained): string {
  const teller = createTeller({ orderName, reader: "evals", timeZone, locale, now: new Date(judgedAt) });
  return teller.date(new Date(at), source);
}

function emptyRow(situation: OrderSituationId): Row {
  const { worry, turn, reasons } = meaningOf(situation);
  return { situation, order: null, inLists: false, worry, turn, reasons, shopper: "", lead: "", next: "–", dates: {} };
}

function print(rows: readonly Row[], withoutOrder: readonly string[]): void {
  for (const row of rows.filter(({ order }) => order !== null)) {
    console.log(
      `${row.situation}  ${row.order ?? ""}${row.inLists ? " (in a list alone)" : ""}  ${row.worry} · ${row.turn}'s turn`,
    );
    console.log(`  shopper  ${row.shopper}`);
    console.log(`  lead     ${row.lead}`);
    console.log(`  next     ${row.next}`);
    console.log(`  reasons  ${row.reasons.join(", ") || "–"}`);
    for (const [locale, words] of Object.entries(row.dates)) console.log(`  ${locale}       ${words}`);
    console.log("");
  }
  console.log(
    `${String(rows.filter(({ order }) => order !== null).length)} of ${String(rows.length)} situations have an order to show.`,
  );
  const inLists = rows.filter((row) => row.inLists).map(({ situation }) => situation);
  if (inLists.length > 0) console.log(`Said in lists alone: ${inLists.join(", ")}`);
  if (withoutOrder.length > 0) console.log(`Without an order in the example shop: ${withoutOrder.join(", ")}`);
}

if (import.meta.main) await run();

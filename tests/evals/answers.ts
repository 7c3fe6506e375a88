import { CASE_INDEX } from "#devstore/shop/case-index.ts";
import { listOrders, readOrder } from "#app/orders/read-orders.server.ts";
import { printTable } from "#tests/support/print-table.ts";
import { shopInProcess } from "#tests/support/shop-in-process.ts";

type Answer = {
  order: string;
  case: string;
  /** What is true about it, as the example shop's author says. */
  truth: string;
  situation: string;
  headline: string;
  /** What a list of orders says of it, where that is something else. */
  inList: string;
};

/** What is told about every order of the example shop, next to what is true; with names, about those orders in full. */
export async function evaluateAnswers(names: readonly string[]): Promise<object> {
  const shop = await shopInProcess();
  const profile = { timeZone: shop.store.shop.ianaTimezone, locale: "en" };
  const wanted = new Set(names.map((name) => (name.startsWith("#") ? name : `#${name}`)));
  const orders = shop.store
    .visibleOrders()
    .filter(({ name }) => wanted.size === 0 || wanted.has(name))
    .toSorted((a, b) => a.number - b.number);
  const answers: Answer[] = [];
  for (const { id, name } of orders) {
    const scope = { shop: shop.client.shop, customerId: null, orderIds: [`gid://shopify/Order/${id}`] };
    const outcome = await readOrder(shop.client, scope, null, { profile });
    const list = await listOrders(shop.client, scope, { profile });
    const inList = list.kind === "ok" ? (list.told.orders[0]?.headline ?? "nothing") : list.kind;
    const { title = "", truth = "" } = CASE_INDEX[name] ?? {};
    const told = outcome.kind === "ok" ? outcome.told : null;
    const headline = told?.facts.headline ?? JSON.stringify(outcome);
    const situation = told?.facts.situation ?? outcome.kind;
    answers.push({ order: name, case: title, truth, situation, headline, inList: inList === headline ? "" : inList });
    if (wanted.size > 0) console.log(JSON.stringify({ order: name, ...told }, null, 1));
  }
  console.log(`${answers.length} orders at ${shop.store.now().toISOString()} (${profile.timeZone})\n`);
  printTable(["order", "case", "situation", "headline"], answers);
  const differing = answers.filter(({ inList }) => inList !== "");
  for (const { order, inList } of differing) console.log(`${order} in a list: ${inList}`);
  return { answers };
}

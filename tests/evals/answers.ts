/**
 * Prints every order of the example shop with what the agent would tell: `node tests/evals/answers.ts [#1001 …]`.
 * With names, the groups, timelines and money of those orders too.
 */
import { CASE_INDEX } from "#devstore/shop/case-index.ts";
import { listOrders, readOrder } from "#app/orders/read-orders.server.ts";
import { shopInProcess } from "#tests/support/shop-in-process.ts";

const shop = await shopInProcess();
const profile = { timeZone: shop.store.shop.ianaTimezone, locale: "en" };
const wanted = new Set(process.argv.slice(2).map((name) => (name.startsWith("#") ? name : `#${name}`)));
const orders = shop.store.visibleOrders().toSorted((a, b) => a.number - b.number);

console.log(`${String(orders.length)} orders at ${shop.store.now().toISOString()} (${profile.timeZone})\n`);
for (const order of orders) {
  if (wanted.size > 0 && !wanted.has(order.name)) continue;
  const id = `gid://shopify/Order/${order.id}`;
  const scope = { shop: shop.client.shop, customerId: null, orderIds: [id] };
  const outcome = await readOrder(shop.client, scope, null, { profile });
  const truth = CASE_INDEX[order.name];
  if (outcome.kind !== "ok") {
    console.log(`${order.name} ${JSON.stringify(outcome)}`);
    continue;
  }
  const { facts, card, evidence } = outcome.told;
  console.log(
    `${order.name} [${facts.situation} · ${facts.tone}] ${facts.groups.map((group) => group.situation).join(", ")}`,
  );
  if (truth) console.log(`   case:  ${truth.title}\n   truth: ${truth.truth}`);
  console.log(`   tells: ${facts.headline}`);
  const list = await listOrders(shop.client, scope, { profile });
  if (list.kind === "ok" && list.told.orders[0]?.headline !== facts.headline) {
    console.log(`   list:  ${list.told.orders[0]?.headline ?? "nothing"}`);
  }
  if (facts.gaps.length > 0) console.log(`   gaps:  ${facts.gaps.join(" ")}`);
  if (wanted.size > 0)
    console.log(
      JSON.stringify(
        { money: facts.money, groups: card.groups, texts: facts.groups.map((group) => group.text), evidence },
        null,
        1,
      ),
    );
}

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PublicEvent } from "../../app/conversations/events.ts";
import type { StoreFileInput } from "../../devstore/store/schema.ts";
import { startChat } from "../support/chat.ts";
import { cpuSeconds, median } from "./figures.ts";
import type { Scenario } from "./scenario.ts";
import { setStage, type Stage } from "./stage.ts";

const RUNS = 5;

/**
 * From a confirmed proposal to the executed refund: from sending the confirmation until the shopper's stream has said that
 * it succeeded, with the embedded model, one shopper after the other, each with an order of their own. Of that wall time the
 * devstore's own time for each Admin API call is taken off, so that what is left is the app's: reading, deciding anew, the
 * ledger's writes, the log, the stream, and both ends of every call. Calls that ran side by side are taken off one by one,
 * which is why the wall time stands beside it. On a machine that does other things both are longer than they are by
 * themselves; the app's CPU time for it is not.
 */
export const refund: Scenario = async (database, quick) => {
  const [each, warmUp] = quick ? [8, 10] : [25, 60];
  const folder = mkdtempSync(join(tmpdir(), "wherewithal-bench-"));
  const storeFile = join(folder, "shop.json");
  writeFileSync(storeFile, JSON.stringify(shopWith(warmUp + RUNS * each)));
  const stage = await setStage(database, "embedded", storeFile);
  try {
    let order = FIRST;
    for (let i = 0; i < warmUp; i++) await refunded(stage, order++);
    const figures = { app: [] as number[], wall: [] as number[], cpu: [] as number[], calls: [] as number[] };
    for (let run = 0; run < RUNS; run++) {
      const samples: Refunded[] = [];
      for (let i = 0; i < each; i++) samples.push(await refunded(stage, order++));
      figures.app.push(median(samples.map(({ wall, shopify }) => wall - shopify)));
      figures.wall.push(median(samples.map(({ wall }) => wall)));
      figures.cpu.push(samples.reduce((sum, { cpu }) => sum + cpu, 0) / each);
      figures.calls.push(median(samples.map(({ calls }) => calls)));
    }
    const scenario = `confirmed proposal to executed refund, ${database}`;
    return [
      { scenario, figure: "app time outside Shopify, p50", unit: "ms", runs: figures.app, goal: "≤ 40" },
      { scenario, figure: "wall time, p50", unit: "ms", runs: figures.wall },
      { scenario, figure: "server CPU, mean", unit: "ms", runs: figures.cpu },
      { scenario, figure: "Admin API calls", unit: "", runs: figures.calls },
    ];
  } finally {
    await stage.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Milliseconds, and how many calls. */
type Refunded = { wall: number; shopify: number; cpu: number; calls: number };

async function refunded(stage: Stage, order: number): Promise<Refunded> {
  const chat = await startChat(stage.storefront, { headers: { Cookie: await stage.login(emailOf(order)) } });
  await chat.opened;
  await chat.post(`The tea from order ${order} arrived damaged, I want a refund to my card`);
  const card = (await chat.waitFor("proposal", ({ type }) => type === "proposal")) as Extract<
    PublicEvent,
    { type: "proposal" }
  >;
  await chat.waitFor("answer", (event) => event.type === "message" && event.author === "agent");
  await stage.control("DELETE", "calls");
  const cpuBefore = cpuSeconds(stage.pid);
  const startedAt = performance.now();
  const body = JSON.stringify({ digest: card.digest, decision: "confirm" });
  const confirmed = chat.request(`/api/chat/proposals/${card.id}`, { method: "POST", body });
  await chat.waitFor("success", (event) => event.type === "resolution" && event.state === "succeeded");
  const wall = performance.now() - startedAt;
  const cpu = (cpuSeconds(stage.pid) - cpuBefore) * 1000;
  if (!(await confirmed).ok) throw new Error(`Not confirmed: ${(await confirmed).status}`);
  const { calls } = (await stage.control("GET", "calls")) as { calls: { ms: number }[] };
  chat.close();
  return { wall, cpu, shopify: calls.reduce((sum, { ms }) => sum + ms, 0), calls: calls.length };
}

const FIRST = 1001;
const emailOf = (order: number) => `shopper${order}@example.com`;

/** So many delivered orders of one pot of tea, each of a customer of its own. */
function shopWith(orders: number): StoreFileInput {
  const numbers = Array.from({ length: orders }, (_, index) => FIRST + index);
  const address = { address1: "Am Ring 1", city: "Bonn", zip: "53111", countryCode: "DE" };
  return {
    now: "2026-11-20T09:00:00Z",
    shop: {
      domain: "tea.myshopify.com",
      name: "Tea",
      email: "hello@example.com",
      currencyCode: "EUR",
      countryCode: "DE",
    },
    locations: [{ id: "main", name: "Leipzig", address: { city: "Leipzig", countryCode: "DE" } }],
    products: [{ id: "tea", title: "Green tea", price: "9.50", variants: [{ sku: "TEA", inventory: { main: 500 } }] }],
    customers: numbers.map((number) => ({
      id: `shopper${number}`,
      firstName: "Ana",
      lastName: "Ruiz",
      email: emailOf(number),
      addresses: [address],
    })),
    orders: numbers.map((number) => ({
      name: `#${number}`,
      customer: `shopper${number}`,
      createdAt: "2026-11-17T09:00:00Z",
      lineItems: [{ variant: "TEA", quantity: 1 }],
      shippingAddress: address,
      fulfillments: [{ at: "2026-11-18T12:00:00Z", events: [{ status: "DELIVERED", at: "2026-11-19T12:00:00Z" }] }],
    })),
  };
}

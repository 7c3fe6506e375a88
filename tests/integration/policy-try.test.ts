import { randomUUID } from "node:crypto";
import { inspect } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ShopDates } from "#app/orders/estimates/estimate.ts";
import { readOrderForStaff } from "#app/orders/read-order-for-staff.server.ts";
import { shopDates } from "#app/orders/shop-settings.server.ts";
import { db } from "#app/platform/db.server.ts";
import { RESOLUTION_KINDS } from "#app/policy/kinds.ts";
import { presetPolicy } from "#app/policy/presets.ts";
import { propose } from "#app/resolutions/propose.server.ts";
import { tryPolicy } from "#app/resolutions/try-policy.server.ts";
import type { ProposalAsk } from "#app/resolutions/tool-answers.ts";
import type { Trial, TrialAsk } from "#app/resolutions/try-policy.server.ts";
import { publishPolicy } from "#app/resolutions/policies.server.ts";
import { chosenPolicy, policiesAtHand } from "#app/resolutions/policy-choice.server.ts";
import { readingOnly } from "#app/shopify/reading-only.ts";
import { RefundCreateDocument } from "#app/shopify/generated/admin.ts";
import { openTestDatabase, setTestEnvironment } from "#tests/support/open-database.ts";
import { shopInProcess } from "#tests/support/shop-in-process.ts";
import type { ShopInProcess } from "#tests/support/shop-in-process.ts";

setTestEnvironment();

let shop: ShopInProcess;
let dates: ShopDates;
let close: () => Promise<void>;
const signal = new AbortController().signal;
const balanced = { version: 0, policy: presetPolicy("balanced", "EUR") };

beforeAll(async () => {
  close = await openTestDatabase("pglite");
  shop = await shopInProcess();
  const profile = { currency: "EUR", timeZone: "Europe/Berlin", locale: "en", name: "Juniper & Tide" };
  await db().shop.create({ data: { shop: shop.store.shop.domain, ...profile, profileReadAt: new Date() } });
  dates = await shopDates(shop.store.shop.domain, "Europe/Berlin");
});
afterAll(() => close());
beforeEach(() => {
  shop.calls.length = 0;
});

async function tried(order: string, over: Partial<TrialAsk> = {}, policy = balanced): Promise<Trial> {
  const read = await readOrderForStaff(shop.client, order, { readsAllOrders: true });
  if (read.kind !== "ok") throw new Error(`${order}: ${read.kind}`);
  const trial = await tryPolicy({ client: shop.client, dates, locale: "en", signal }, read.snapshot, policy, {
    reason: "damaged",
    items: [{ number: 1, quantity: 1 }],
    wanted: null,
    destination: "original_payment",
    photo: true,
    description: true,
    variant: null,
    ...over,
  });
  if (trial.kind !== "tried") throw new Error(`${order}: ${trial.kind}`);
  return trial;
}

async function decided(order: string, over: Partial<TrialAsk> = {}, policy = balanced) {
  const { outcome } = await tried(order, over, policy);
  if (outcome.kind !== "decided") throw new Error(JSON.stringify(outcome));
  return outcome;
}

describe("A policy that is tried on an order", () => {
  test("says its verdict with every rule, and draws the card", async () => {
    const { explanation, card } = await decided("#1111", { wanted: "refund" });
    expect(explanation.verdict.kind).toBe("allow");
    expect(explanation.rules.filter(({ outcome }) => outcome === "decided")).toHaveLength(1);
    expect(card).toMatchObject({ orderName: "#1111", kind: "refund", title: "Refund of €42.00" });
  });

  test("draws the very card that the order's own shopper gets", async () => {
    const { card } = await decided("#1111", { wanted: "refund" });
    const id = shop.store.orderByName("#1111")?.customer?.id;
    const caller = {
      key: { shop: shop.client.shop, conversationId: randomUUID() },
      scope: { shop: shop.client.shop, customerId: `gid://shopify/Customer/${String(id)}`, orderIds: [] },
      ...{ locale: "en", timeZone: "Europe/Berlin", currency: "EUR", client: shop.client, dates },
      ...{ tracking: null, photos: 1, confirmWith: "button" as const },
    };
    const ask: ProposalAsk = {
      orderName: "#1111",
      reason: "damaged",
      kind: "refund",
      items: [{ number: 1, quantity: 1 }],
      destination: "original_payment",
      variant: null,
      newQuantity: null,
      address: null,
      description: "Broken",
    };
    const proposed = await propose(caller, ask, signal);
    const known = { id: "", digest: "", expiresAt: "" };
    expect({ ...card, ...known }).toEqual({ ...proposed.card, ...known });
    const [row] = await db().resolution.findMany({ where: { shop: shop.client.shop } });
    expect(row?.asked).toMatchObject({ request: { reason: "damaged", wanted: "refund" } });
    await db().resolution.deleteMany({ where: { shop: shop.client.shop } });
  });

  test("changes nothing: not in the shop, and not in the ledger, whatever is wanted", async () => {
    const names = ["#1111", "#1040", "#1082", "#1112", "#1001"];
    const books = () =>
      inspect(
        names.map((name) => shop.store.orderByName(name)),
        { depth: 12 },
      );
    const before = books();
    let cards = 0;
    for (const name of names) {
      for (const wanted of [null, ...RESOLUTION_KINDS]) {
        const reason = wanted === "cancel" || wanted === "change_address" || wanted === "change_items" ? wanted : null;
        const { outcome } = await tried(
          name,
          { wanted, reason: reason ?? "damaged" },
          {
            version: 0,
            policy: presetPolicy("generous", "EUR"),
          },
        );
        if (outcome.kind === "decided" && outcome.card) cards++;
      }
    }
    expect(cards).toBeGreaterThan(5);
    expect(books()).toBe(before);
    expect(await db().resolution.count()).toBe(0);
    expect(await db().resolutionClaim.count()).toBe(0);
    expect(await db().event.count()).toBe(0);
  }, 60_000);

  test("goes on with a client that refuses to write", () => {
    const client = readingOnly(shop.client);
    expect(() => client.run(RefundCreateDocument, {} as never)).toThrow(/refundCreate/);
    expect(shop.calls).toEqual([]);
  });

  test("is asked for the first thing that the order bears out, where nobody said what for", async () => {
    const { reason, chosen } = await tried("#1111", { reason: null, items: [] });
    expect(reason).toBe("wrong_item");
    expect(chosen).toEqual([{ number: 1, quantity: 1 }]);
  });

  test("asks for items, and for evidence, as the agent would", async () => {
    expect((await tried("#1001", { items: [] })).outcome.kind).toBe("choose");
    const { explanation, card } = await decided("#1111", { photo: false, description: false });
    expect(explanation.verdict).toMatchObject({ kind: "needs_evidence", photo: true });
    expect(card).toBeNull();
  });

  test("is one of the presets, a version, the one in force or the draft", async () => {
    const domain = shop.client.shop;
    const asked = (choice: Parameters<typeof chosenPolicy>[2]) => chosenPolicy(domain, "EUR", choice);
    expect(await asked({ kind: "preset", preset: "cautious" })).toMatchObject({ policy: { name: "Cautious" } });
    expect([(await asked({ kind: "version", version: 1 })).kind, (await asked({ kind: "draft" })).kind]).toEqual([
      "none",
      "none",
    ]);
    expect(await policiesAtHand(domain)).toEqual({ draft: false, versions: [] });
    await publishPolicy(domain, presetPolicy("generous", "EUR"), "Robin");
    await publishPolicy(domain, presetPolicy("cautious", "EUR"), "Robin");
    expect(await asked({ kind: "version", version: 1 })).toMatchObject({ version: 1, policy: { name: "Generous" } });
    expect(await asked({ kind: "in_force" })).toMatchObject({ version: 2, policy: { name: "Cautious" } });
    expect(await policiesAtHand(domain)).toEqual({ draft: false, versions: [2, 1] });
  });
});

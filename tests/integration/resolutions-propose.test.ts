import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Scope } from "#app/identity/scope.ts";
import type { ShopDates } from "#app/orders/estimates/estimate.ts";
import { shopDates } from "#app/orders/shop-settings.server.ts";
import { db } from "#app/platform/db.server.ts";
import { presetPolicy } from "#app/policy/presets.ts";
import type { ResolutionCaller } from "#app/resolutions/caller.ts";
import { confirm, findResolution } from "#app/resolutions/ledger.server.ts";
import type { LedgerRow } from "#app/resolutions/ledger-row.ts";
import { optionsFor } from "#app/resolutions/options.server.ts";
import type { OptionsAsk } from "#app/resolutions/options.server.ts";
import type { Plan } from "#app/resolutions/plan.ts";
import { publishPolicy } from "#app/resolutions/policies.server.ts";
import { propose } from "#app/resolutions/propose.server.ts";
import type { Proposed } from "#app/resolutions/propose.server.ts";
import { recheck } from "#app/resolutions/recheck.server.ts";
import type { ProposalAsk } from "#app/resolutions/tool-answers.ts";
import { RefundCreateDocument } from "#app/shopify/generated/admin.ts";
import { openTestDatabase, setTestEnvironment } from "#tests/support/open-database.ts";
import { shopInProcess } from "#tests/support/shop-in-process.ts";
import type { ShopInProcess } from "#tests/support/shop-in-process.ts";

setTestEnvironment();

let shop: ShopInProcess;
let dates: ShopDates;
let close: () => Promise<void>;

beforeAll(async () => {
  close = await openTestDatabase("pglite");
  const { store } = await shopInProcess();
  const profile = { currency: "EUR", timeZone: "Europe/Berlin", locale: "en", name: "Juniper & Tide" };
  await db().shop.create({ data: { shop: store.shop.domain, ...profile, profileReadAt: new Date() } });
  dates = await shopDates(store.shop.domain, "Europe/Berlin");
});
afterAll(() => close());

beforeEach(async () => {
  shop = await shopInProcess();
});

const signal = new AbortController().signal;

function customerOf(order: string): Scope {
  const id = shop.store.orderByName(order)?.customer?.id;
  return { shop: shop.client.shop, customerId: `gid://shopify/Customer/${String(id)}`, orderIds: [] };
}

function guestOf(order: string): Scope {
  const id = shop.store.orderByName(order)?.id;
  return { shop: shop.client.shop, customerId: null, orderIds: [`gid://shopify/Order/${String(id)}`] };
}

function caller(scope: Scope, over: Partial<ResolutionCaller> = {}): ResolutionCaller {
  return {
    key: { shop: shop.client.shop, conversationId: randomUUID() },
    scope,
    locale: "en",
    confirmWith: "button",
    timeZone: "Europe/Berlin",
    currency: "EUR",
    client: shop.client,
    dates,
    tracking: null,
    photos: 1,
    ...over,
  };
}

function asking(over: Partial<ProposalAsk>): ProposalAsk {
  return {
    orderName: null,
    reason: "damaged",
    kind: "refund",
    items: [],
    destination: null,
    variant: null,
    newQuantity: null,
    address: null,
    description: "It arrived in pieces",
    ...over,
  };
}

/** What the order's own customer is proposed. */
async function proposed(order: string, over: Partial<ProposalAsk>, by = caller(customerOf(order))): Promise<Proposed> {
  return propose(by, asking({ orderName: order, ...over }), signal);
}

async function planned(order: string, over: Partial<ProposalAsk>): Promise<Plan | null> {
  const { card } = await proposed(order, over);
  return card ? ((await findResolution(shop.client.shop, card.id))?.proposal.plan ?? null) : null;
}

function options(scope: Scope, ask: Partial<OptionsAsk>, photos = 1) {
  return optionsFor(caller(scope, { photos }), { orderName: null, reason: "damaged", items: [], ...ask }, signal);
}

describe("what is on offer", () => {
  test("is told with items, prices and what is still needed", async () => {
    const outcome = await options(customerOf("#1111"), { orderName: "1111" }, 0);
    expect(outcome).toMatchObject({
      kind: "ok",
      told: {
        orderName: "#1111",
        verdict: "needs_evidence",
        needs: { photo: true, description: true },
        items: [{ number: 1, title: "Tide Pitcher", variant: "Sand", free: 1, unitPrice: "€42.00" }],
        options: [{ kind: "replacement" }, { kind: "refund" }],
      },
    });
    expect(outcome).toMatchObject({
      evidence: expect.arrayContaining([expect.objectContaining({ value: "EUR 4200" })]) as unknown,
    });
  });

  test("asks which items, where there is more than one to choose from", async () => {
    expect(await options(customerOf("#1112"), { orderName: "#1112" })).toMatchObject({
      kind: "ok",
      told: { verdict: "choose_items", options: [], items: [{ number: 1 }, { number: 2 }] },
    });
  });

  test("of items that the order does not have there is nothing", async () => {
    const items = [{ number: 7, quantity: 1 }];
    expect(await options(customerOf("#1112"), { orderName: "#1112", items })).toMatchObject({ kind: "invalid" });
  });

  test("of an order of 250 lines a person decides", async () => {
    const items = [{ number: 1, quantity: 1 }];
    expect(await options(customerOf("#1045"), { orderName: "#1045", items })).toMatchObject({
      kind: "ok",
      told: { verdict: "escalate" },
    });
  });
});

describe("the scope", () => {
  const calls = async (ask: () => Promise<unknown>): Promise<{ outcome: unknown; calls: string[] }> => {
    const before = shop.calls.length;
    const outcome = await ask();
    return { outcome, calls: shop.calls.slice(before).map(({ operation }) => operation) };
  };

  test("makes somebody else's order look like none, to options and to proposals, with the same calls", async () => {
    const ana = customerOf("#1001");
    const others = await calls(() => options(ana, { orderName: "#1111" }));
    expect(others.outcome).toEqual({ kind: "not_found" });
    expect(others).toEqual(await calls(() => options(ana, { orderName: "#99999" })));
    const by = caller(ana);
    const proposal = await calls(() => propose(by, asking({ orderName: "#1111" }), signal));
    expect(proposal.outcome).toEqual({ outcome: { kind: "not_found" }, card: null });
    expect(proposal).toEqual(await calls(() => propose(by, asking({ orderName: "#99999" }), signal)));
  });

  test("of nobody in particular reads nothing", async () => {
    const nobody = { shop: shop.client.shop, customerId: null, orderIds: [] };
    expect(await calls(() => options(nobody, { orderName: "#1111" }))).toEqual({
      outcome: { kind: "needs_identity" },
      calls: [],
    });
  });

  test("of a guest is their verified order, without store credit where it has no customer", async () => {
    const outcome = await options(guestOf("#1081"), { items: [{ number: 1, quantity: 1 }] });
    expect(outcome).toMatchObject({ kind: "ok", told: { orderName: "#1081" } });
    expect(JSON.stringify(outcome)).not.toContain("store_credit");
  });

  test("costs no more than a call may", async () => {
    await options(customerOf("#1111"), { orderName: "#1111" });
    expect(Math.max(...shop.calls.map(({ requested }) => requested))).toBeLessThanOrEqual(1_000);
  });
});

describe("a proposal", () => {
  test("of a refund has Shopify's amount, and is kept with its digest", async () => {
    const { outcome, card } = await proposed("#1111", { destination: "original_payment" });
    expect(outcome).toMatchObject({ kind: "ok", told: { proposed: true, resolution: "refund", approval: false } });
    expect(card).toMatchObject({ kind: "refund", title: "Refund of €42.00", destination: "Back to the way you paid" });
    const row = await findResolution(shop.client.shop, card?.id ?? "");
    expect(row).toMatchObject({ state: "proposed", digest: card?.digest });
    expect(row?.proposal).toMatchObject({
      units: [{ quantity: 1, of: 1 }],
      plan: { amount: { minor: 4_200, currency: "EUR" }, transactions: [{ amount: { minor: 4_200 } }] },
    });
  });

  test("asks where the money goes, where the shopper may choose and did not", async () => {
    expect(await proposed("#1111", {})).toMatchObject({ outcome: { kind: "invalid" }, card: null });
  });

  test("of a refund as store credit has the policy's bonus on top", async () => {
    expect(await planned("#1111", { kind: "store_credit" })).toMatchObject({
      kind: "store_credit",
      refund: { amount: { minor: 4_200 } },
      bonus: { minor: 210 },
    });
  });

  test("of a replacement goes to the order's address and costs nothing", async () => {
    expect(await planned("#1111", { kind: "replacement" })).toMatchObject({
      kind: "replacement",
      lines: [{ quantity: 1 }],
      address: { countryCode: "DE" },
    });
  });

  test("counts the tax that came on top, and the currency the shopper paid in", async () => {
    const items = [{ number: 1, quantity: 1 }];
    const ask: Partial<ProposalAsk> = { reason: "defective", items, destination: "original_payment" };
    expect(await planned("#1219", ask)).toMatchObject({ amount: { minor: 3_045, currency: "CAD" } });
  });

  test("of a refund in yen has no decimals", async () => {
    const { card } = await proposed("#1082", { items: [{ number: 1, quantity: 1 }], destination: "original_payment" });
    expect(card?.title).toBe("Refund of ¥3,100");
  });

  test("of what has to come back first is a return", async () => {
    expect(await planned("#1086", { destination: "original_payment" })).toMatchObject({
      kind: "return",
      expectedRefund: { minor: 8_010 },
    });
  });

  test("of an exchange finds the variant by its words, and names the choices where it cannot", async () => {
    const items = [{ number: 2, quantity: 2 }];
    const ask: Partial<ProposalAsk> = { reason: "wrong_size", kind: "exchange", items };
    expect(await planned("#1112", { ...ask, variant: "39-41" })).toMatchObject({
      kind: "exchange",
      instead: { quantity: 2, title: "Wool Socks (39–41 / Oat)" },
    });
    const { outcome } = await proposed("#1112", { ...ask, variant: "52" });
    expect(outcome).toMatchObject({ kind: "invalid", message: expect.stringContaining("39–41 / Oat") as string });
  });

  test("of a cancellation gives back all that was paid", async () => {
    const ask = { reason: "cancel", kind: "cancel", destination: "original_payment" } as const;
    expect(await planned("#1004", ask)).toMatchObject({ kind: "cancel", amount: { minor: 7_390 } });
  });

  test("of fewer items gives back what they cost", async () => {
    const ask = { reason: "change_items", kind: "change_items", newQuantity: 1 } as const;
    expect(await planned("#1133", { ...ask, items: [{ number: 1, quantity: 1 }] })).toMatchObject({
      quantities: [{ from: 2, to: 1 }],
      giveBack: { minor: 1_800 },
    });
  });

  test("of an address keeps what was not said, and stays in the country", async () => {
    const address = { name: null, company: null, address1: "Neue Str. 5", address2: null, city: "Berlin" };
    const rest = { province: null, zip: "10115", country: "Deutschland", phone: null };
    const ask = { reason: "change_address", kind: "change_address" } as const;
    expect(await planned("#1133", { ...ask, address: { ...address, ...rest } })).toMatchObject({
      after: { lastName: "Krüger", address1: "Neue Str. 5", zip: "10115", countryCode: "DE" },
    });
    const abroad = await proposed("#1133", { ...ask, address: { ...address, ...rest, country: "France" } });
    expect(abroad.outcome).toMatchObject({ kind: "invalid" });
  });

  test("of money that was paid by hand is a person's", async () => {
    const by = caller(guestOf("#1081"));
    const { outcome } = await proposed("#1081", { items: [{ number: 1, quantity: 1 }] }, by);
    expect(outcome).toMatchObject({ kind: "verdict", told: { verdict: "escalate" } });
  });

  test("of what the policy refuses is none, and says why", async () => {
    expect(await proposed("#1107", { kind: "replacement" })).toMatchObject({
      outcome: { kind: "verdict", told: { verdict: "deny" } },
      card: null,
    });
  });

  test("takes the place of the one before it", async () => {
    const by = caller(customerOf("#1111"));
    const first = await proposed("#1111", { destination: "original_payment" }, by);
    await proposed("#1111", { kind: "replacement" }, by);
    expect(await findResolution(shop.client.shop, first.card?.id ?? "")).toMatchObject({ state: "superseded" });
  });
});

describe("once a proposal is confirmed", () => {
  async function confirmed(order: string, over: Partial<ProposalAsk>): Promise<LedgerRow> {
    const by = caller(customerOf(order));
    const photo = { mediaType: "image/webp", width: 1, height: 1, bytes: new Uint8Array(1), sentSeq: 1 };
    await db().attachment.create({ data: { ...by.key, id: randomUUID(), ...photo } });
    const { outcome, card } = await proposed(order, over, by);
    if (!card) throw new Error(`nothing was proposed: ${JSON.stringify(outcome)}`);
    const decided = await confirm(by.key, card.id, card.digest);
    if (decided.kind !== "decided") throw new Error(`not confirmed: ${decided.kind}`);
    return decided.row;
  }

  test("its units are nobody else's, in any conversation", async () => {
    const row = await confirmed("#1040", { items: [{ number: 1, quantity: 1 }], kind: "replacement" });
    expect(row.proposal.units).toMatchObject([{ quantity: 1, of: 4 }]);
    const again = await options(customerOf("#1040"), { orderName: "#1040", items: [{ number: 1, quantity: 4 }] });
    expect(again).toMatchObject({ kind: "ok", told: { verdict: "deny", items: [{ free: 3 }, { free: 1 }] } });
  });

  const one = (number: number): Pick<ProposalAsk, "items"> => ({ items: [{ number, quantity: 1 }] });
  test.each<[string, Partial<ProposalAsk>]>([
    ["#1040", { ...one(1), destination: "original_payment" }],
    ["#1082", { ...one(1), kind: "store_credit" }],
    ["#1111", { kind: "replacement" }],
    ["#1112", { ...one(1), reason: "changed_mind", kind: "return", destination: "store_credit" }],
    ["#1112", { ...one(2), reason: "wrong_size", kind: "exchange", variant: "42-44" }],
    ["#1004", { reason: "cancel", kind: "cancel", destination: "store_credit" }],
    ["#1133", { ...one(1), reason: "change_items", kind: "change_items", variant: "Slate" }],
    ["#1126", { reason: "late", destination: "original_payment" }],
  ])("it holds while nothing moves: %s, %j", async (order, over) => {
    expect(await recheck(await confirmed(order, over), shop.client, signal)).toEqual({ kind: "holds" });
  });

  test("lateness is made good once", async () => {
    const again = await proposed("#1126", { reason: "late", destination: "original_payment" });
    expect(again).toMatchObject({ outcome: { kind: "verdict", told: { verdict: "deny" } }, card: null });
  });

  test("it does not hold when staff refunded the same meanwhile", async () => {
    const row = await confirmed("#1112", { ...one(2), reason: "defective", destination: "original_payment" });
    const lineItemId = row.proposal.units[0]?.line ?? "";
    const refundLineItems = [{ lineItemId, quantity: 2, restockType: "NO_RESTOCK" as const }];
    const input = { orderId: row.orderId, refundLineItems, currency: "USD" as const, note: "by staff" };
    const staff = await shop.client.run(RefundCreateDocument, { input, key: "staff-1" });
    expect(staff).toMatchObject({ kind: "ok", data: { refundCreate: { userErrors: [] } } });
    expect(await recheck(row, shop.client, signal)).toMatchObject({ kind: "changed" });
  });

  test("it does not hold when the policy no longer allows it", async () => {
    const address = { name: null, company: null, address1: "Neue Str. 5", address2: null, city: "Berlin" };
    const row = await confirmed("#1132", {
      reason: "change_address",
      kind: "change_address",
      address: { ...address, province: null, zip: "10115", country: null, phone: null },
    });
    expect(await recheck(row, shop.client, signal)).toEqual({ kind: "holds" });
    const policy = presetPolicy("balanced", "EUR");
    policy.reasons.change_address.enabled = false;
    await publishPolicy(shop.client.shop, policy, "test");
    expect(await recheck(row, shop.client, signal)).toMatchObject({ kind: "changed" });
  });
});

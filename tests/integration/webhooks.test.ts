import { createHmac, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Session } from "@shopify/shopify-api";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { privacyWebhooks } from "#app/conversations/privacy-webhooks.server.ts";
import { db } from "#app/platform/db.server.ts";
import { NOW, policyFacts, policyRequest } from "#app/policy/policy-facts.fixture.ts";
import { confirm, findResolution, storeProposal } from "#app/resolutions/ledger.server.ts";
import type { FrozenProposal } from "#app/resolutions/plan.ts";
import { sessionStorage } from "#app/shopify/session-storage.server.ts";
import { rememberInstall } from "#app/shopify/shops.server.ts";
import { appWebhooks } from "#app/shopify/webhooks/app-webhooks.server.ts";
import {
  forgetOldDeliveries,
  receiveWebhook,
  type WebhookHandlers,
} from "#app/shopify/webhooks/receive-webhook.server.ts";
import { databaseKinds } from "#tests/support/databases.ts";
import { openTestDatabase, setTestEnvironment } from "#tests/support/open-database.ts";

/** As much of Shopify as it takes to be asked whether the app is installed. */
const GOOD_TOKEN = "shpat_good";
const shopify = createServer((request, response) => {
  const installed = request.headers["x-shopify-access-token"] === GOOD_TOKEN;
  response.writeHead(installed ? 200 : 401, { "Content-Type": "application/json" });
  response.end(JSON.stringify({ data: { shop: { name: "Fernwood" } } }));
});
await new Promise<void>((resolve) => shopify.listen(0, "127.0.0.1", resolve));
afterAll(() => void shopify.close());

setTestEnvironment({ SHOPIFY_GATEWAY_URL: `http://127.0.0.1:${(shopify.address() as AddressInfo).port}` });
const SECRET = process.env["SHOPIFY_API_SECRET"] ?? "";
const CUSTOMER = "gid://shopify/Customer/7001";
const ORDER = "gid://shopify/Order/9001";
let shop = "";

type Delivery = { eventId?: string; triggeredAt?: string; signature?: string; headers?: Record<string, string> };

function deliver(
  topic: string,
  payload: unknown,
  delivery: Delivery = {},
  handlers?: WebhookHandlers,
): Promise<Response> {
  const body = typeof payload === "string" ? payload : JSON.stringify(payload);
  const request = new Request("http://127.0.0.1:3000/webhooks", {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      "X-Shopify-Topic": topic,
      "X-Shopify-Shop-Domain": shop,
      "X-Shopify-API-Version": "2026-07",
      "X-Shopify-Webhook-Id": randomUUID(),
      "X-Shopify-Event-Id": delivery.eventId ?? randomUUID(),
      "X-Shopify-Triggered-At": delivery.triggeredAt ?? new Date(Date.now() + 1000).toISOString(),
      "X-Shopify-Hmac-Sha256": delivery.signature ?? createHmac("sha256", SECRET).update(body).digest("base64"),
      ...delivery.headers,
    },
    body,
  });
  return receiveWebhook(request, handlers ?? { ...appWebhooks, ...privacyWebhooks });
}

async function conversation(of: { customerId?: string; orderIds?: string[] }): Promise<string> {
  const id = randomUUID();
  await db().conversation.create({
    data: {
      shop,
      id,
      customerId: of.customerId ?? null,
      orderIds: of.orderIds ?? [],
      events: { create: { seq: 1, type: "message", author: "shopper", body: { text: "It is for Ana" } } },
    },
  });
  return id;
}

/** A replacement that was made for the customer, with all that says who they are, and the photo they sent for it. */
async function replacementFor(conversationId: string, state = "succeeded"): Promise<string> {
  const id = randomUUID();
  const money = { minor: 4250, currency: "EUR" };
  const proposal: FrozenProposal = {
    version: 1,
    orderId: ORDER,
    orderName: "#1042",
    customerId: CUSTOMER,
    reason: "damaged",
    kind: "replacement",
    units: [{ line: "gid://shopify/LineItem/1", quantity: 1, of: 1 }],
    value: { shop: money, presentment: money },
    policyVersion: 1,
    rules: [],
    needsApproval: false,
    plan: {
      kind: "replacement",
      lines: [{ variantId: "gid://shopify/ProductVariant/1", quantity: 1, title: "Mug" }],
      customerId: CUSTOMER,
      email: "ana@example.com",
      address: {
        firstName: "Ana",
        lastName: "Lind",
        company: null,
        address1: "Am Ring 1",
        address2: null,
        city: "Bonn",
        provinceCode: null,
        zip: "53111",
        countryCode: "DE",
        phone: "+49 30 1",
      },
      currency: "EUR",
    },
  };
  const key = { shop, conversationId };
  const facts = policyFacts({ customer: { id: CUSTOMER, tags: ["friend of Ana"], orderCount: 1 } });
  const asked = { request: policyRequest("damaged"), facts, at: NOW };
  const { digest } = await storeProposal(key, id, proposal, "de", asked);
  await confirm(key, id, digest);
  const outcome = { text: "Sent to Ana Lind", staff: "", amount: null, newOrderName: "#1050", url: null };
  await db().resolution.update({ where: { shop_id: { shop, id } }, data: { state, outcome } });
  await db().resolutionStep.create({
    data: { shop, resolutionId: id, step: "draft", state: "done", result: { to: "Ana Lind" } },
  });
  await db().attachment.create({
    data: {
      shop,
      id: randomUUID(),
      conversationId,
      mediaType: "image/webp",
      width: 8,
      height: 8,
      bytes: Buffer.from("photo"),
    },
  });
  return id;
}

/** A handler that did its work. */
function done(work: () => unknown = () => undefined): Promise<undefined> {
  work();
  return Promise.resolve(undefined);
}

const session = { isOnline: false, state: "", accessToken: "sealed", scope: "read_orders" };

describe.each(databaseKinds())("webhooks, on %s", (kind) => {
  let close: () => Promise<void>;
  beforeAll(async () => void (close = await openTestDatabase(kind)));
  afterAll(() => close());
  beforeEach(async () => {
    shop = `shop-${randomUUID().slice(0, 8)}.myshopify.com`;
    await rememberInstall(shop);
    await db().shopifySession.create({ data: { shop, id: `offline_${shop}`, ...session } });
  });

  test("a forged signature is refused, and nothing is done", async () => {
    const forged = createHmac("sha256", "guess").update("{}").digest("base64");
    expect((await deliver("app/uninstalled", {}, { signature: forged })).status).toBe(401);
    expect(await db().shopifySession.count({ where: { shop } })).toBe(1);
  });

  test("a delivery that lacks Shopify's headers is refused", async () => {
    expect((await deliver("app/uninstalled", {}, { signature: "" })).status).toBe(401);
    expect((await deliver("app/uninstalled", {}, { headers: { "X-Shopify-Webhook-Id": "" } })).status).toBe(400);
    expect((await deliver("app/uninstalled", "not json")).status).toBe(400);
    expect((await deliver("app/uninstalled", `"${"x".repeat(3_000_000)}"`)).status).toBe(413);
  });

  test("a topic that nothing handles is taken, so that Shopify does not send it again", async () => {
    expect((await deliver("themes/publish", {})).status).toBe(200);
  });

  test("an event delivered twice is handled once", async () => {
    let handled = 0;
    const handlers: WebhookHandlers = { ORDERS_PAID: () => done(() => (handled += 1)) };
    const eventId = randomUUID();
    expect((await deliver("orders/paid", {}, { eventId }, handlers)).status).toBe(200);
    expect((await deliver("orders/paid", {}, { eventId }, handlers)).status).toBe(200);
    expect(handled).toBe(1);
  });

  test("one event told under two topics is handled under both", async () => {
    const handled: string[] = [];
    const note = ({ topic }: { topic: string }) => done(() => handled.push(topic));
    const handlers: WebhookHandlers = { ORDERS_PAID: note, ORDERS_UPDATED: note };
    const eventId = randomUUID();
    await deliver("orders/paid", {}, { eventId }, handlers);
    await deliver("orders/updated", {}, { eventId }, handlers);
    expect(handled).toEqual(["ORDERS_PAID", "ORDERS_UPDATED"]);
  });

  test("a handler that fails is asked again with the next delivery", async () => {
    let handled = 0;
    const handlers: WebhookHandlers = {
      ORDERS_PAID() {
        handled += 1;
        return handled === 1 ? Promise.reject(new Error("the database went away")) : done();
      },
    };
    const eventId = randomUUID();
    expect((await deliver("orders/paid", {}, { eventId }, handlers)).status).toBe(500);
    expect((await deliver("orders/paid", {}, { eventId }, handlers)).status).toBe(200);
    expect(handled).toBe(2);
  });

  test("an un-installed shop can no longer be read, and coming back starts anew", async () => {
    expect((await deliver("app/uninstalled", {})).status).toBe(200);
    expect(await db().shopifySession.count({ where: { shop } })).toBe(0);
    expect((await db().shop.findUniqueOrThrow({ where: { shop } })).uninstalledAt).not.toBeNull();
    await rememberInstall(shop);
    expect((await db().shop.findUniqueOrThrow({ where: { shop } })).uninstalledAt).toBeNull();
  });

  test("a late word of an old un-install or redaction leaves a shop alone that came back", async () => {
    await sessionStorage.storeSession(
      new Session({ id: `offline_${shop}`, shop, state: "", isOnline: false, accessToken: GOOD_TOKEN }),
    );
    expect((await deliver("app/uninstalled", {})).status).toBe(200);
    expect((await deliver("shop/redact", {})).status).toBe(200);
    expect(await db().shopifySession.count({ where: { shop } })).toBe(1);
    expect((await db().shop.findUniqueOrThrow({ where: { shop } })).uninstalledAt).toBeNull();
  });

  test("changed scopes are known at once", async () => {
    await deliver("app/scopes_update", { previous: ["read_orders"], current: ["read_orders", "read_themes"] });
    const stored = await db().shopifySession.findUniqueOrThrow({ where: { id: `offline_${shop}` } });
    expect(stored.scope).toBe("read_orders,read_themes");
  });

  test("a customer who asks to be forgotten leaves nothing, as a customer or as a guest", async () => {
    await conversation({ customerId: CUSTOMER });
    await conversation({ orderIds: [ORDER] });
    await conversation({ customerId: "gid://shopify/Customer/7002" });
    const status = (await deliver("customers/redact", { customer: { id: 7001 }, orders_to_redact: [9001] })).status;
    expect(status).toBe(200);
    const left = await db().conversation.findMany({ where: { shop }, include: { events: true } });
    expect(left.map(({ customerId }) => customerId)).toEqual(["gid://shopify/Customer/7002"]);
    expect(await db().event.count({ where: { shop } })).toBe(1);
  });

  test("a forgotten customer's units stay given, and nothing says to whom", async () => {
    const given = await replacementFor(await conversation({ customerId: CUSTOMER }));
    const begun = await replacementFor(await conversation({ orderIds: [ORDER] }), "executing");
    await deliver("customers/redact", { customer: { id: 7001 }, orders_to_redact: [9001] });
    const left = await db().resolution.findMany({ where: { shop }, include: { steps: true } });
    expect(left.map(({ id, state }) => [id, state]).sort()).toEqual(
      [
        [given, "succeeded"],
        [begun, "failed"],
      ].sort(),
    );
    expect(
      JSON.stringify(left, (_, value: unknown) => (typeof value === "bigint" ? Number(value) : value)),
    ).not.toMatch(/Ana|Ring|Bonn|53111|example\.com|7001|\+49/);
    expect(left[0]?.proposal).toMatchObject({ kind: "replacement", units: [{ quantity: 1 }], value: {} });
    expect(await db().resolutionClaim.count({ where: { shop } })).toBe(1);
    expect(await db().attachment.count({ where: { shop } })).toBe(0);
  });

  test("what a forgotten customer was still to be given is over, and its units are free", async () => {
    const id = await replacementFor(await conversation({ customerId: CUSTOMER }), "confirmed");
    await deliver("customers/redact", { customer: { id: 7001 }, orders_to_redact: [] });
    expect(await findResolution(shop, id)).toMatchObject({
      state: "superseded",
      toldState: "superseded",
      outcome: null,
    });
    expect(await db().resolutionClaim.count({ where: { shop } })).toBe(0);
  });

  test("a customer's request for data waits for the merchant, once, however often it is delivered", async () => {
    await conversation({ customerId: CUSTOMER });
    await conversation({ orderIds: [ORDER] });
    const payload = { customer: { id: 7001 }, orders_requested: [9001], data_request: { id: 55 } };
    await deliver("customers/data_request", payload);
    await deliver("customers/data_request", payload);
    const requests = await db().dataRequest.findMany({ where: { shop } });
    expect(requests).toHaveLength(1);
    expect(requests[0]?.export).toHaveLength(2);
  });

  test("a customer's data includes what was done for them and which photos they sent", async () => {
    await replacementFor(await conversation({ customerId: CUSTOMER }));
    await deliver("customers/data_request", { customer: { id: 7001 }, data_request: { id: 56 } });
    const [request] = await db().dataRequest.findMany({ where: { shop } });
    expect(request?.export).toMatchObject([
      { resolutions: [{ orderName: "#1042", state: "succeeded" }], photos: [{ mediaType: "image/webp" }] },
    ]);
    expect(JSON.stringify(request?.export)).toContain("Am Ring 1");
    expect(JSON.stringify(request?.export)).toContain("friend of Ana");
  });

  test("a shop's redaction leaves no row of it, not even of the redaction", async () => {
    await replacementFor(await conversation({ customerId: CUSTOMER }));
    await db().policyVersion.create({ data: { shop, version: 1, policy: {}, publishedBy: "Mia" } });
    await deliver("app/uninstalled", {});
    expect((await deliver("shop/redact", {})).status).toBe(200);
    const counts = await Promise.all([
      db().shop.count({ where: { shop } }),
      db().conversation.count({ where: { shop } }),
      db().event.count({ where: { shop } }),
      db().webhookDelivery.count({ where: { shop } }),
      db().shopifySession.count({ where: { shop } }),
      db().policyVersion.count({ where: { shop } }),
      db().resolution.count({ where: { shop } }),
      db().resolutionStep.count({ where: { shop } }),
      db().resolutionClaim.count({ where: { shop } }),
      db().attachment.count({ where: { shop } }),
    ]);
    expect(counts).toEqual(counts.map(() => 0));
  });

  test("ids of old deliveries are not kept", async () => {
    await deliver("app/scopes_update", { current: [] });
    await forgetOldDeliveries(new Date(Date.now() + 60_000));
    expect(await db().webhookDelivery.count({ where: { shop } })).toBe(0);
  });
});

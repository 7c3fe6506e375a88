import { randomUUID } from "node:crypto";
import { Session } from "@shopify/shopify-api";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { liveHands } from "#app/agent/hands.server.ts";
import { toolContextFor } from "#app/agent/tool-context.server.ts";
import { TOOLS } from "#app/agent/tools/index.ts";
import { forgetCustomer } from "#app/conversations/forget.server.ts";
import { createConversation, findConversation } from "#app/conversations/conversations.server.ts";
import { identityRules } from "#app/identity/identity-rules.server.ts";
import type { Level, Thing } from "#app/identity/levels.ts";
import { addOrderProvenByCode, addVerifiedOrder } from "#app/identity/widen-scope.server.ts";
import { db } from "#app/platform/db.server.ts";
import { connectQueue } from "#app/platform/queue.server.ts";
import { sessionStorage } from "#app/shopify/session-storage.server.ts";
import { shopProfile } from "#app/shopify/shop-profile.server.ts";
import { startDevstore } from "#devstore/start.ts";
import { gid } from "#devstore/store/ids.ts";
import { openTestDatabase, setTestEnvironment } from "#tests/support/open-database.ts";

const [MINE, SOMEBODYS, NOBODYS] = ["#1004", "#1001", "#987654"] as const;
const app = { apiKey: "1f0e2d3c4b5a69788796a5b4c3d2e1f0", apiSecret: "shpss_only_for_tests_0123456789abcdef" };
const signal = new AbortController().signal;

type Proof = "nothing" | "order_and_email" | "email_code" | "login";
type Tool = "list_orders" | "get_order" | "resolution_options" | "propose_resolution";

/** Rules as the levels of status, details and changes. */
const RULES = {
  "order number and email": ["order_and_email", "order_and_email", "order_and_email"],
  "a code for changes": ["order_and_email", "order_and_email", "email_code"],
  "a code for all": ["email_code", "email_code", "email_code"],
  "a login for changes": ["order_and_email", "email_code", "login"],
  "a login for all": ["login", "login", "login"],
} as const satisfies Record<string, readonly [Level, Level, Level]>;

/** What is answered, by what is read and by what is proposed. */
const ANSWERS: Record<keyof typeof RULES, Record<Proof, [read: string, proposed: string]>> = {
  "order number and email": {
    nothing: ["needs_identity", "needs_identity"],
    order_and_email: ["ok", "ok"],
    email_code: ["ok", "ok"],
    login: ["ok", "ok"],
  },
  "a code for changes": {
    nothing: ["needs_identity", "needs_identity"],
    order_and_email: ["ok", "needs_code"],
    email_code: ["ok", "ok"],
    login: ["ok", "ok"],
  },
  "a code for all": {
    nothing: ["needs_identity", "needs_identity"],
    order_and_email: ["needs_code", "needs_code"],
    email_code: ["ok", "ok"],
    login: ["ok", "ok"],
  },
  "a login for changes": {
    nothing: ["needs_identity", "needs_identity"],
    order_and_email: ["ok", "needs_login"],
    email_code: ["ok", "needs_login"],
    login: ["ok", "ok"],
  },
  "a login for all": {
    nothing: ["needs_login", "needs_login"],
    order_and_email: ["needs_login", "needs_login"],
    email_code: ["needs_login", "needs_login"],
    login: ["ok", "ok"],
  },
};

const CANCEL = {
  reason: "cancel",
  kind: "cancel",
  items: [],
  destination: "original_payment",
  variant: null,
  newQuantity: null,
  address: null,
  description: null,
};
const ARGUMENTS: Record<Tool, object> = {
  list_orders: {},
  get_order: {},
  resolution_options: { reason: "cancel", items: [] },
  propose_resolution: CANCEL,
};

describe("What each tool answers, by the shop's rules and by what is proven", () => {
  let devstore: Awaited<ReturnType<typeof startDevstore>>;
  let close: () => Promise<void>;
  const jobs: object[] = [];

  beforeAll(async () => {
    const storeFile = "devstore/shop/example-shop.json";
    devstore = await startDevstore({
      ...app,
      storeFile,
      port: 0,
      appUrl: "http://127.0.0.1:3000",
      clock: "frozen",
      unthrottled: true,
    });
    devstore.installation.install();
    setTestEnvironment({ SHOPIFY_GATEWAY_URL: devstore.url, SMTP_URL: devstore.smtpUrl });
    close = await openTestDatabase("pglite");
    const { access } = devstore.tokens.grantOffline({ expiring: true });
    const { domain: shop } = devstore.store.shop;
    const expires = new Date(access.expiresAt ?? 0);
    const session = { id: `offline_${shop}`, shop, state: "", isOnline: false, accessToken: access.value, expires };
    await sessionStorage.storeSession(new Session(session));
    connectQueue((_, data) => Promise.resolve(jobs.push(data)));
  });
  afterAll(async () => {
    connectQueue(undefined);
    await close();
    await devstore.close();
  });

  const shop = () => devstore.store.shop.domain;
  const orderId = () => gid("Order", devstore.store.orderByName(MINE)?.id ?? "");

  async function rule(levels: readonly [Level, Level, Level]): Promise<void> {
    const [status, details, changes] = levels;
    const { version } = await identityRules.toEdit(shop());
    await identityRules.replace(shop(), { status, details, changes } satisfies Record<Thing, Level>, version);
  }

  async function whoHasProven(proof: Proof) {
    const customer = devstore.store.orderByName(MINE)?.customer?.id ?? "";
    const customerId = proof === "login" ? gid("Customer", customer) : null;
    const key = await createConversation({ shop: shop(), customerId, locale: "en" });
    if (proof === "order_and_email") await addVerifiedOrder(key, orderId());
    if (proof === "email_code") await addOrderProvenByCode(key, orderId());
    return key;
  }

  /** What a tool answers in a turn of its own. */
  async function answer(key: { shop: string; conversationId: string }, tool: Tool, orderName: string) {
    const conversation = await findConversation(key);
    if (!conversation) throw new Error("The conversation is gone.");
    const context = toolContextFor(
      conversation,
      await shopProfile(key.shop),
      liveHands(conversation, randomUUID()),
      signal,
    );
    const asked = tool === "list_orders" ? {} : { ...ARGUMENTS[tool], orderName };
    const outcome = await TOOLS.get(tool)?.run(asked, context);
    if (!outcome) throw new Error(`There is no ${tool}.`);
    return outcome;
  }

  describe.each(Object.keys(RULES) as (keyof typeof RULES)[])("where the rule is %s", (name) => {
    test.each(["nothing", "order_and_email", "email_code", "login"] as const)("to who has proven %s", async (proof) => {
      await rule(RULES[name]);
      const key = await whoHasProven(proof);
      const [read, proposed] = ANSWERS[name][proof];
      const told: Record<string, string> = {};
      for (const tool of Object.keys(ARGUMENTS) as Tool[]) told[tool] = (await answer(key, tool, MINE)).kind;
      expect(told).toEqual({
        list_orders: read,
        get_order: read,
        resolution_options: read,
        propose_resolution: proposed,
      });
      for (const tool of ["get_order", "resolution_options", "propose_resolution"] as const) {
        const [foreign, missing] = [await answer(key, tool, SOMEBODYS), await answer(key, tool, NOBODYS)];
        expect(foreign).toEqual(missing);
        expect(foreign.kind).not.toBe("ok");
      }
    });
  });

  test("the address is told where it may be seen, and nowhere else", async () => {
    const damaged = devstore.store.orderByName("#1111");
    const key = await createConversation({ shop: shop(), customerId: null, locale: "en" });
    await addVerifiedOrder(key, gid("Order", damaged?.id ?? ""));
    const address = async () => {
      const conversation = await findConversation(key);
      if (!conversation) throw new Error("The conversation is gone.");
      const context = toolContextFor(
        conversation,
        await shopProfile(key.shop),
        liveHands(conversation, randomUUID()),
        signal,
      );
      const ask = { orderName: "#1111", reason: "damaged" as const, items: [{ number: 1, quantity: 1 }] };
      const outcome = await context.resolutionOptions(ask);
      if (outcome.kind !== "ok") throw new Error(outcome.kind);
      return outcome.told.address;
    };
    await rule(["order_and_email", "order_and_email", "order_and_email"]);
    expect(await address()).toContain("Germany");
    await rule(["order_and_email", "email_code", "email_code"]);
    expect(await address()).toBeNull();
    await addOrderProvenByCode(key, gid("Order", damaged?.id ?? ""));
    expect(await address()).toContain("Germany");
  });

  test("rules that cannot be read are the strictest there are", async () => {
    await rule(["order_and_email", "order_and_email", "order_and_email"]);
    const where = { shop_subject: { shop: shop(), subject: "identity" } };
    await db().settingDocument.update({ where, data: { settings: { status: "anything" } } });
    const key = await whoHasProven("email_code");
    expect((await answer(key, "get_order", MINE)).kind).toBe("needs_login");
  });

  test("what was asked for a code with goes with the customer's redaction, and is sealed until then", async () => {
    await db().settingDocument.deleteMany({ where: { shop: shop() } });
    await db().rateLimit.deleteMany({ where: { shop: shop() } });
    await rule(["email_code", "email_code", "email_code"]);
    const key = await whoHasProven("order_and_email");
    jobs.length = 0;
    expect((await answer(key, "get_order", MINE)).kind).toBe("needs_code");
    expect(jobs).toHaveLength(1);
    expect(JSON.stringify(jobs)).not.toContain("Order");
    const held = () => db().identityCode.findMany({ where: { shop: shop(), conversationId: key.conversationId } });
    expect(JSON.stringify(await held())).not.toContain(orderId());
    await forgetCustomer(shop(), "gid://shopify/Customer/1", [orderId()]);
    expect(await held()).toEqual([]);
  });
});

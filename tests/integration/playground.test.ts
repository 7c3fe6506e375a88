import { inspect } from "node:util";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { presetPolicy } from "#app/policy/presets.ts";
import * as documents from "#app/shopify/generated/admin.ts";
import { readingOnly } from "#app/shopify/reading-only.ts";
import type { CaseState } from "#app/playground/case-state.ts";
import type { FoundCustomers } from "#app/playground/customers.server.ts";
import { startChat } from "#tests/support/chat.ts";
import { databaseKinds } from "#tests/support/databases.ts";
import {
  askAdmin,
  customerOf,
  draftIs,
  playgroundTalk,
  runCaseOf,
  savedCase,
  withoutDamaged,
} from "#tests/support/playground.ts";
import { startSystem, type System } from "#tests/support/system.ts";
import { until } from "#tests/support/until.ts";

const kind = databaseKinds().at(-1) ?? "pglite";
const TOBIAS = "tobias.krueger@example.org";
const BROKEN = "My pitcher from order 1111 arrived broken, the handle broke off. I want a refund";

describe("The playground", () => {
  let system: System;
  let rows: ((query: string) => Promise<Record<string, unknown>[]>) | null = null;
  let client: pg.Client | null = null;

  beforeAll(async () => {
    system = await startSystem({ database: kind });
    const url = system.database.env["DATABASE_URL"];
    if (url === undefined) return;
    client = new pg.Client({ connectionString: url });
    await client.connect();
    const known = client;
    rows = async (query) => (await known.query<Record<string, unknown>>(query)).rows;
  });
  afterAll(async () => {
    await client?.end();
    await system.close();
  });

  test("lets no document that changes something through to Shopify", () => {
    const sent: unknown[] = [];
    const dry = readingOnly({ shop: "a.myshopify.com", run: (document) => sent.push(document) as never });
    const all = Object.entries(documents).filter(([name]) => name.endsWith("Document"));
    const refused = all.filter(([, document]) => {
      try {
        void dry.run(document as never, {});
        return false;
      } catch {
        return true;
      }
    });
    const mutations = all.filter(([, document]) => JSON.stringify(document).includes('"operation":"mutation"'));
    expect(mutations.length).toBeGreaterThan(10);
    const through = mutations.filter((one) => !refused.includes(one)).map(([name]) => name);
    // Shopify calculates by it and keeps nothing.
    expect(through).toEqual(["ReplacementCalculateDocument"]);
    expect(sent).toHaveLength(all.length - refused.length);
  });

  test("writes nothing, not even when the agent proposes and the tester confirms", async () => {
    const books = () => inspect(system.devstore.store.orderByName("#1111"), { depth: 12 });
    const before = books();
    const last = system.devstore.calls.last;
    await draftIs(system, presetPolicy("generous", "EUR"));
    const talk = playgroundTalk(system, customerOf(system, TOBIAS), "draft");
    await talk.say(BROKEN, true);
    if (!talk.history.some(({ type }) => type === "proposal")) await talk.say("A refund to my card please");
    const card = talk.history.find((event) => event.type === "proposal");
    expect(card).toMatchObject({ orderName: "#1111", kind: "refund" });
    await talk.press("confirm");
    const news = talk.history.findLast((event) => event.type === "resolution");
    expect(news).toMatchObject({ id: card && "id" in card ? card.id : "" });
    expect(news && "text" in news ? news.text : "").toContain("Dry run: nothing was done.");
    expect((await talk.press("confirm")).at(-1)).toEqual({ kind: "trouble", why: "no_card" });

    expect(books()).toBe(before);
    const called = system.devstore.calls.list({ after: last }).map(({ operation }) => operation ?? "");
    expect(called.length).toBeGreaterThan(2);
    const writing = Object.entries(documents).flatMap(([name, document]) =>
      JSON.stringify(document).includes('"operation":"mutation"') ? [name.replace(/Document$/, "")] : [],
    );
    expect(called.filter((name) => writing.includes(name))).toEqual([]);
    for (const table of ["conversation", "event", "resolution", "resolution_claim", "resolution_step"]) {
      if (rows) expect(await rows(`SELECT count(*)::int AS n FROM ${table}`), table).toEqual([{ n: 0 }]);
    }
  });

  test("answers as the agent answers the shopper, with the evidence behind it", async () => {
    const asked = "Where is my order #1040?";
    const login = system.devstore.login(emailOf("#1040"));
    const chat = await startChat(system.devstore.url, { headers: { Cookie: login } });
    const real = await chat.ask(asked);
    chat.close();
    const talk = playgroundTalk(system, customerOf(system, emailOf("#1040")), "in_force");
    await talk.say(asked);
    const answer = talk.history.findLast((event) => event.type === "message");
    expect(answer).toMatchObject({ author: "agent", text: real.text, evidence: real.evidence });
    expect(talk.steps.map(({ kind: step }) => step)).toEqual(["model", "tool", "model"]);
    expect(talk.happened().tools).toEqual(["get_order"]);
  });

  test("decides by the draft, and by what is in force where that is chosen", async () => {
    await draftIs(system, withoutDamaged("balanced"));
    const verdictBy = async (policy: string) => {
      const talk = playgroundTalk(system, customerOf(system, TOBIAS), policy);
      await talk.say(BROKEN, true);
      return talk.happened().verdicts.at(-1)?.verdict;
    };
    expect(await verdictBy("in_force")).toBe("needs_evidence");
    expect(await verdictBy("draft")).toBe("escalate");
  });

  test("lets a guest prove an order, for this conversation alone and without using up shoppers' tries", async () => {
    const talk = playgroundTalk(system, { kind: "guest" }, "in_force");
    await talk.say("Where is my order 1111?");
    expect(talk.answer()).not.toContain("Krüger");
    await talk.say(`It is ${TOBIAS}`);
    expect(talk.history.some((event) => event.type === "verification" && event.state === "verified")).toBe(true);
    await talk.say("And when does it arrive?");
    if (rows)
      expect(await rows("SELECT key FROM rate_limit WHERE key LIKE 'identify:%' AND key NOT LIKE '%order:_%'")).toEqual(
        [],
      );
  });

  test("hands over as the agent does, and tells nobody", async () => {
    const talk = playgroundTalk(system, { kind: "guest" }, "in_force");
    await talk.say("I want to talk to a human");
    expect(talk.happened().escalated).toBe(true);
    if (rows) expect(await rows("SELECT id FROM conversation WHERE status = 'escalated'")).toEqual([]);
  });

  test("says so when the customer was deleted, the draft is gone or the message too long", async () => {
    const gone = { kind: "customer", customerId: "gid://shopify/Customer/1", label: "Nobody" } as const;
    expect(await playgroundTalk(system, gone, "in_force").say("Hello")).toEqual([
      { kind: "trouble", why: "customer_gone" },
    ]);
    const version = playgroundTalk(system, { kind: "guest" }, "v99");
    expect(await version.say("Hello")).toEqual([{ kind: "trouble", why: "no_policy" }]);
    await expect(version.say("x".repeat(4_001))).rejects.toThrow(/400/);
  });

  // The second process has a database of its own only where there is a server for both.
  test.skipIf(kind === "pglite")("shows that the provider is down, and which model took over", async () => {
    const app = await system.startAnother({ OPENAI_BASE_URL: "http://127.0.0.1:9/v1", OPENAI_MODEL: "gpt-5-mini" });
    const talk = playgroundTalk({ ...system, app }, customerOf(system, TOBIAS), "in_force");
    await talk.say("Where is my order 1111?");
    expect(talk.answer()).toContain("1111");
    const models = talk.steps.filter((step) => step.kind === "model");
    expect(models[0]).toMatchObject({ model: "openai:gpt-5-mini", end: expect.stringMatching(/^failure: /) as string });
    expect(models.at(-1)).toMatchObject({ model: "embedded", cost: 0 });
  });

  test.each([
    ["a name", "tobias kr"],
    ["an email", TOBIAS],
    ["an order number", "#1111"],
  ])("finds customers by %s", async (_what, typed) => {
    const response = await askAdmin(system, `/app/playground/customers?find=${encodeURIComponent(typed)}`);
    const found = (await response.json()) as FoundCustomers;
    const customer = customerOf(system, TOBIAS);
    expect(found).toMatchObject({
      kind: "found",
      customers: [
        { customerId: "customerId" in customer ? customer.customerId : "", label: `Tobias Krüger (${TOBIAS})` },
      ],
    });
  });

  test("runs saved cases against the draft and tells what happened instead; the state of the draft counts", async () => {
    await draftIs(system, presetPolicy("generous", "EUR"));
    const id = await savedCase(system, {
      name: "Broken pitcher",
      persona: customerOf(system, TOBIAS),
      steps: [{ kind: "message", text: BROKEN, photo: true }],
      expectations: [
        { kind: "tool", name: "resolution_options", called: true },
        { kind: "verdict", reason: "damaged", wanted: null, verdict: "needs_evidence" },
        { kind: "words", text: "unicorn", present: false },
        { kind: "escalated", escalated: false },
      ],
    });
    const states = async () => (await (await askAdmin(system, "/app/playground/state")).json()) as CaseState[];
    expect(await states()).toEqual([{ id, name: "Broken pitcher", state: "not_run" }]);
    expect(await runCaseOf(system, id, "draft")).toMatchObject({ kind: "ran", run: { outcome: "passed" } });
    expect(await states()).toMatchObject([{ state: "passed" }]);

    await draftIs(system, withoutDamaged("balanced"));
    expect(await states()).toMatchObject([{ state: "not_run" }]);
    const failed = await runCaseOf(system, id, "draft");
    expect(failed).toMatchObject({ kind: "ran", run: { outcome: "failed" } });
    const results = failed.kind === "ran" ? failed.run.results : [];
    const wrong = results.filter(({ held }) => !held);
    expect(wrong).toMatchObject([
      { expectation: { kind: "verdict" }, instead: { kind: "verdict", verdict: "escalate" } },
      { expectation: { kind: "escalated" }, instead: { kind: "escalated", escalated: true } },
    ]);
    expect(await states()).toMatchObject([{ state: "failed" }]);
  });

  test("keeps nothing of a run that was cancelled", async () => {
    const id = await savedCase(system, {
      name: "Cancelled",
      persona: { kind: "guest" },
      steps: Array.from({ length: 12 }, () => ({ kind: "message", text: "Where is my order?", photo: false }) as const),
      expectations: [{ kind: "escalated", escalated: false }],
    });
    const cancel = new AbortController();
    const asked = await askAdmin(system, "/app/playground/run", { id, policy: "in_force" }, cancel.signal);
    cancel.abort();
    await expect(asked.text()).rejects.toThrow();
    const other = await savedCase(system, {
      name: "Other",
      persona: { kind: "guest" },
      steps: [{ kind: "message", text: "Hello", photo: false }],
      expectations: [{ kind: "escalated", escalated: false }],
    });
    expect(await runCaseOf(system, other, "in_force")).toMatchObject({ kind: "ran", run: { outcome: "passed" } });
    if (rows)
      expect(await rows("SELECT last_run FROM test_case WHERE name = 'Cancelled'")).toEqual([{ last_run: null }]);
  });

  test("does not overwrite what somebody else has saved", async () => {
    const testCase = {
      name: "Two people",
      persona: { kind: "guest" } as const,
      steps: [{ kind: "message", text: "Hello", photo: false } as const],
      expectations: [{ kind: "escalated", escalated: false } as const],
    };
    const id = await savedCase(system, testCase);
    const again = { intent: "save", id, version: new Date(0).toISOString(), testCase };
    expect(await (await askAdmin(system, "/app/playground/changes", again)).json()).toEqual({ kind: "conflict" });
    await askAdmin(system, "/app/playground/changes", { intent: "delete", id });
    expect(await (await askAdmin(system, "/app/playground/changes", again)).json()).toEqual({ kind: "gone" });
    expect(await runCaseOf(system, id, "draft")).toEqual({ kind: "gone" });
  });

  test("forgets a customer: the case is marked, and nothing in it names them", async () => {
    const persona = customerOf(system, TOBIAS);
    const id = await savedCase(system, {
      name: "Tobias asks",
      persona,
      steps: [{ kind: "message", text: `I am Tobias, ${TOBIAS}. Where is my order?`, photo: false }],
      expectations: [{ kind: "words", text: "Tobias", present: true }],
    });
    const customer = system.devstore.store.customerByEmail(TOBIAS);
    const payload = { customer: { id: Number(customer?.id), email: TOBIAS }, orders_to_redact: [] };
    system.devstore.webhooks.send("customers/redact", payload, new Date());
    await until("the customer is forgotten", async () => {
      const ran = await runCaseOf(system, id, "in_force");
      return ran.kind === "ran" && ran.run.outcome === "customer_gone";
    });
    if (rows) {
      const held = JSON.stringify(await rows("SELECT * FROM test_case"));
      expect(held).not.toMatch(/tobias/i);
      expect(held).toContain("[erased]");
    }
  });

  function emailOf(order: string): string {
    const email = system.devstore.store.orderByName(order)?.customer?.email;
    if (!email) throw new Error(`${order} has no customer`);
    return email;
  }
});

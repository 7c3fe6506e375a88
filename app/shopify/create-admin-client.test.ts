import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { parse } from "graphql";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { TokenOutcome } from "./access-tokens.ts";
import { createBucket } from "./bucket.ts";
import { createAdminClient } from "./create-admin-client.ts";
import type { AdminLimits } from "./create-admin-client.ts";

const SHOP = "fernwood.myshopify.com";
const DATE = "Wed, 01 Jul 2026 10:00:00 GMT";

type Name = { shop: { name: string } | null };
const query = parse("query ShopName { shop { name } }") as TypedDocumentNode<Name, Record<string, never>>;
const mutation = parse("mutation Tag { tagsAdd(id: 1, tags: []) { node { id } } }") as TypedDocumentNode<
  { tagsAdd: unknown },
  Record<string, never>
>;

const cost = (currentlyAvailable = 1990, requestedQueryCost = 10) => ({
  requestedQueryCost,
  actualQueryCost: 8,
  throttleStatus: { maximumAvailable: 2000, currentlyAvailable, restoreRate: 100 },
});

type Step = (request: IncomingMessage, response: ServerResponse) => void;

const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Step =>
  (_request, response) => {
    response.writeHead(status, { "Content-Type": "application/json", Date: DATE, ...headers });
    response.end(JSON.stringify(body));
  };
const text =
  (body: string, status: number, headers: Record<string, string> = {}): Step =>
  (_request, response) => {
    response.writeHead(status, { "Content-Type": "text/html", ...headers });
    response.end(body);
  };
const cut: Step = (request) => request.socket.destroy();
const cutInTheMiddle: Step = (_request, response) => {
  response.writeHead(200, { "Content-Type": "application/json", "Content-Length": "5000" });
  response.write('{"data":{"shop":');
  setImmediate(() => response.destroy());
};
const silence: Step = () => {};
const good = json({ data: { shop: { name: "Fernwood" } }, extensions: { cost: cost() } });
const throttled = (available: number, asked = 10) =>
  json({
    errors: [{ message: "Throttled", extensions: { code: "THROTTLED" } }],
    extensions: { cost: { ...cost(available, asked), actualQueryCost: null } },
  });

describe("the Admin client, against a server that follows a script", () => {
  let server: Server;
  let url: string;
  let script: Step[];
  let requests: { url: string | undefined; token: string | undefined; body: string }[];

  beforeEach(async () => {
    script = [];
    requests = [];
    server = createServer((request, response) => {
      let body = "";
      request.on("data", (chunk: Buffer) => (body += chunk.toString("utf8")));
      request.on("end", () => {
        requests.push({ url: request.url, token: request.headers["x-shopify-access-token"]?.toString(), body });
        (script.shift() ?? json({ errors: "the script is over" }, 400))(request, response);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql.json`;
  });

  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  function client(limits: Partial<AdminLimits> = {}, more: { tokens?: TokenOutcome[]; random?: () => number } = {}) {
    const outcomes = more.tokens ?? [{ kind: "token", accessToken: "token-0" }];
    let next = 0;
    return createAdminClient({
      shop: SHOP,
      url,
      userAgent: "test",
      tokens: {
        held: () => null,
        current() {
          return Promise.resolve(outcomes[Math.min(next, outcomes.length - 1)] ?? { kind: "not_installed" });
        },
        rejected() {
          next += 1;
        },
      },
      bucket: createBucket(),
      fetch: (target, init) => fetch(target, init),
      random: more.random ?? (() => 0),
      limits: { deadlineMs: 10_000, attemptMs: 5_000, ...limits },
    });
  }

  test("a good answer comes with its data, its cost and Shopify's own time", async () => {
    script = [good];
    expect(await client().run(query, {})).toEqual({
      kind: "ok",
      data: { shop: { name: "Fernwood" } },
      at: new Date(DATE),
      cost: { requested: 10, actual: 8, available: 1990, restoreRate: 100 },
      fieldErrors: [],
    });
    expect(requests[0]?.token).toBe("token-0");
  });

  const troubles: [string, Step[]][] = [
    ["a server error", [text("<html>Bad gateway</html>", 502)]],
    ["several server errors", [text("", 500), text("", 503), text("", 504)]],
    ["a cut before the answer", [cut]],
    ["a cut in the middle of the answer", [cutInTheMiddle]],
    ["HTML in place of an answer", [text("<html>Something went wrong</html>", 200)]],
    ["invalid JSON", [text('{"data": {', 200)]],
    ["JSON that is not GraphQL", [json({ hello: "world" })]],
    [
      "an internal error that took all data",
      [json({ errors: [{ message: "Internal error", extensions: { code: "INTERNAL_SERVER_ERROR" } }] })],
    ],
    ["too many requests", [text("", 429, { "Retry-After": "0" })]],
    ["throttling", [throttled(1000)]],
    [
      "throttling that reports no bucket",
      [json({ errors: [{ message: "Throttled", extensions: { code: "THROTTLED" } }] })],
    ],
  ];
  test.each(troubles)("a query is asked again after %s", async (_name, steps) => {
    script = [...steps, good];
    expect(await client().run(query, {})).toMatchObject({ kind: "ok" });
    expect(requests).toHaveLength(steps.length + 1);
  });

  const unknown: [string, Step, string][] = [
    ["a server error", text("", 502), "server"],
    ["a cut", cut, "network"],
    ["silence", silence, "network"],
    ["an unreadable answer", text("<html>", 200), "server"],
  ];
  test.each(unknown)("a mutation is not sent twice after %s, since it may have been done", async (_name, step, why) => {
    script = [step, good];
    expect(await client({ attemptMs: 100 }).run(mutation, {})).toMatchObject({ kind: "unavailable", why });
    expect(requests).toHaveLength(1);
  });

  test("a throttled mutation was not done, so it is sent again", async () => {
    script = [throttled(1000), json({ data: { tagsAdd: { node: null } } })];
    expect(await client().run(mutation, {})).toMatchObject({ kind: "ok" });
  });

  test("throttling is waited out for as long as the bucket takes, with the cost that Shopify named", async () => {
    script = [throttled(80, 100), good];
    const started = performance.now();
    expect(await client().run(query, {})).toMatchObject({ kind: "ok" });
    expect(performance.now() - started).toBeGreaterThan(190);
  });

  test("throttling that outlasts the deadline is reported without waiting for it", async () => {
    script = [throttled(0, 1000)];
    const outcome = await client({ deadlineMs: 1000 }).run(query, {});
    expect(outcome).toMatchObject({ kind: "unavailable", why: "throttled" });
    expect(requests).toHaveLength(1);
  });

  test("parallel calls share the bucket and none of them is sent back", async () => {
    let available = 20;
    let readAt = performance.now();
    let sentBack = 0;
    const honest: Step = (request, response) => {
      available = Math.min(2000, available + ((performance.now() - readAt) / 1000) * 100);
      readAt = performance.now();
      if (available < 10) {
        sentBack += 1;
        throttled(available)(request, response);
        return;
      }
      available -= 10;
      json({ data: { shop: { name: "Fernwood" } }, extensions: { cost: cost(available) } })(request, response);
    };
    script = Array.from({ length: 30 }, () => honest);
    const shared = client();
    await shared.run(query, {});
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => shared.run(query, {})));
    expect(outcomes.map(({ kind }) => kind)).toEqual(Array.from({ length: 6 }, () => "ok"));
    expect(sentBack).toBe(0);
  });

  test("a silent server is given up per attempt, and the next attempt may succeed", async () => {
    script = [silence, good];
    expect(await client({ attemptMs: 400 }).run(query, {})).toMatchObject({ kind: "ok" });
  });

  test("the deadline ends retries, and the answer says what the trouble was", async () => {
    script = Array.from({ length: 50 }, () => text("", 503));
    const outcome = await client({ backoffBaseMs: 120 }, { random: () => 0.9 }).run(query, {}, { deadlineMs: 900 });
    expect(outcome).toMatchObject({ kind: "unavailable", why: "server", message: "HTTP 503" });
    expect(requests.length).toBeLessThan(10);
  });

  test("a Retry-After beyond the deadline is not waited for", async () => {
    script = [text("", 429, { "Retry-After": "30" })];
    expect(await client().run(query, {})).toMatchObject({ kind: "unavailable", why: "throttled" });
    expect(requests).toHaveLength(1);
  });

  test("a caller who gives up ends the call at once, under way or waiting", async () => {
    script = [silence];
    const caller = new AbortController();
    const asked = client().run(query, {}, { signal: caller.signal });
    await expect.poll(() => requests.length).toBe(1);
    caller.abort();
    expect(await asked).toMatchObject({ kind: "unavailable", why: "deadline" });
    expect(await client().run(query, {}, { signal: caller.signal })).toMatchObject({ why: "deadline" });
    expect(requests).toHaveLength(1);
  });

  test("a token that is not taken is renewed once", async () => {
    script = [json({ errors: "[API] Invalid API key or access token" }, 401), good];
    const tokens: TokenOutcome[] = [
      { kind: "token", accessToken: "old" },
      { kind: "token", accessToken: "new" },
    ];
    expect(await client({}, { tokens }).run(query, {})).toMatchObject({ kind: "ok" });
    expect(requests.map(({ token }) => token)).toEqual(["old", "new"]);
  });

  test("a shop that takes no token at all has not installed the app", async () => {
    script = [text("", 401), text("", 401), text("", 401)];
    expect(await client().run(query, {})).toMatchObject({ kind: "unavailable", why: "not_installed" });
    expect(requests).toHaveLength(2);
  });

  test("a shop without a session is not asked", async () => {
    const outcome = await client({}, { tokens: [{ kind: "not_installed" }] }).run(query, {});
    expect(outcome).toMatchObject({ kind: "unavailable", why: "not_installed" });
    expect(requests).toHaveLength(0);
  });

  test("a token that takes too long to renew does not outlast the deadline", async () => {
    const slow = createAdminClient({
      shop: SHOP,
      url,
      userAgent: "test",
      tokens: { held: () => null, current: () => new Promise(() => {}), rejected: () => {} },
      bucket: createBucket(),
      fetch: (target, init) => fetch(target, init),
    });
    expect(await slow.run(query, {}, { deadlineMs: 50 })).toMatchObject({ kind: "unavailable", why: "deadline" });
  });

  test("a field that may not be read is told beside the rest", async () => {
    const message = "This app is not approved to access the Customer object's email.";
    script = [
      json({
        data: { shop: { name: "Fernwood" }, customer: null },
        errors: [{ message, path: ["customer", 0, "email"], extensions: { code: "ACCESS_DENIED" } }],
      }),
    ];
    expect(await client().run(query, {})).toMatchObject({
      kind: "ok",
      data: { shop: { name: "Fernwood" } },
      cost: null,
      fieldErrors: [{ path: "customer.0.email", code: "ACCESS_DENIED", message }],
    });
  });

  const denials: [string, Step][] = [
    ["the whole answer", json({ errors: [{ message: "no scope", extensions: { code: "ACCESS_DENIED" } }] })],
    [
      "the only root field",
      json({
        data: { shop: null },
        errors: [{ message: "no scope", path: ["shop"], extensions: { code: "ACCESS_DENIED" } }],
      }),
    ],
    ["the whole shop", json({ errors: "no scope" }, 403)],
  ];
  test.each(denials)("a denial of %s is a denial, and not asked again", async (_name, step) => {
    script = [step, good];
    expect(await client().run(query, {})).toEqual({ kind: "denied", message: "no scope" });
    expect(requests).toHaveLength(1);
  });

  const refusals: [string, Step][] = [
    ["does not fit the schema", json({ errors: [{ message: "no", extensions: { code: "undefinedField" } }] })],
    ["costs more than any query may", json({ errors: [{ message: "no", extensions: { code: "MAX_COST_EXCEEDED" } }] })],
    ["was refused as malformed", json({ errors: "no" }, 400)],
  ];
  test.each(refusals)("a document that %s is invalid, and not asked again", async (_name, step) => {
    script = [step, good];
    expect(await client().run(query, {})).toEqual({ kind: "invalid", message: "no" });
    expect(requests).toHaveLength(1);
  });

  test.each([
    [402, "server"],
    [423, "server"],
    [404, "not_installed"],
  ])("status %i says something lasting about the shop", async (status, why) => {
    script = [text("", status), good];
    expect(await client().run(query, {})).toMatchObject({ kind: "unavailable", why });
    expect(requests).toHaveLength(1);
  });

  test("an answer without end is not read to the end", async () => {
    let written = 0;
    script = [
      (_request, response) => {
        response.writeHead(200);
        const more = () => {
          while (!response.destroyed && written < 50_000_000) {
            written += 65_536;
            if (!response.write(" ".repeat(65_536))) return void response.once("drain", more);
          }
        };
        more();
      },
    ];
    const outcome = await client({ maximumBytes: 1_000_000 }).run(query, {});
    expect(outcome).toMatchObject({ kind: "unavailable", why: "server", message: "the answer was too large" });
    expect(written).toBeLessThan(20_000_000);
  });

  test("a redirect is not followed: the token would go along", async () => {
    script = Array.from({ length: 20 }, () => text("", 302, { Location: `${url}?elsewhere` }));
    const outcome = await client({ backoffBaseMs: 40 }, { random: () => 0.9 }).run(query, {}, { deadlineMs: 60 });
    expect(outcome).toMatchObject({ kind: "unavailable", why: "server", message: "HTTP 302" });
    expect(requests.every(({ url: asked }) => asked === "/graphql.json")).toBe(true);
  });

  test("no server at all is an outcome, not an exception", async () => {
    server.close();
    server.closeAllConnections();
    const outcome = await client({ backoffBaseMs: 20 }, { random: () => 0.9 }).run(query, {}, { deadlineMs: 100 });
    expect(outcome).toMatchObject({ kind: "unavailable", why: "network" });
  });

  test("nothing from a date header that cannot be read", async () => {
    script = [json({ data: { shop: null } }, 200, { Date: "yesterday-ish" })];
    const before = Date.now();
    const outcome = await client().run(query, {});
    expect(outcome.kind === "ok" && outcome.at.getTime()).toBeGreaterThanOrEqual(before);
  });
});

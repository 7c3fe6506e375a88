import "@shopify/shopify-api/adapters/node";
import { ApiVersion, LogSeverity, shopifyApi } from "@shopify/shopify-api";
import { afterEach, describe, expect, it } from "vitest";
import { type Devstore, startDevstore } from "#devstore/start.ts";
import { type Recorded, startRecordingApp } from "./testing/recording-app.ts";
import { SMALL_SHOP } from "./testing/small-shop.ts";

const apiKey = "0123456789abcdef0123456789abcdef";
const apiSecret = "shpss_secret";
const api = shopifyApi({
  apiKey,
  apiSecretKey: apiSecret,
  apiVersion: ApiVersion.July26,
  hostName: "app.example.com",
  isEmbeddedApp: true,
  logger: { level: LogSeverity.Error, log: () => undefined },
});

type App = Awaited<ReturnType<typeof startRecordingApp>>;
const running: { devstore: Devstore; app: App }[] = [];

async function start(answer?: Parameters<typeof startRecordingApp>[0]) {
  const app = await startRecordingApp(answer);
  const store = { ...SMALL_SHOP, installedApp: { installed: true } };
  const options = {
    store,
    port: 0,
    appUrl: app.url,
    apiKey,
    apiSecret,
    clock: "frozen",
    webhookRetryDelaysMs: [1, 1, 1],
  } as const;
  const devstore = await startDevstore(options);
  running.push({ devstore, app });
  const send = (topic: string, payload: Record<string, unknown> = {}) =>
    control(devstore, "webhooks/send", { topic, payload });
  return { app, devstore, send };
}

afterEach(async () => {
  for (const { devstore, app } of running.splice(0)) {
    await devstore.close();
    app.close();
  }
});

const control = (devstore: Devstore, path: string, body: unknown) =>
  fetch(`${devstore.url}/_devstore/${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });

/** The library reads Node's own requests. */
const validate = ({ url, headers, body, method }: Recorded) =>
  api.webhooks.validate({ rawBody: body, rawRequest: { method, url: url.pathname, headers } });

describe("webhooks", () => {
  it("are signed so that Shopify's library accepts them, and say what happened where and when", async () => {
    const { app, send } = await start();
    await send("shop/redact", { shop_domain: "small-shop.myshopify.com" });
    const [seen] = await app.received(1);
    expect(seen?.url.pathname).toBe("/webhooks");
    expect(await validate(seen as Recorded)).toMatchObject({
      valid: true,
      topic: "SHOP_REDACT",
      domain: "small-shop.myshopify.com",
      apiVersion: "2026-07",
      triggeredAt: "2026-07-20T10:00:00.000Z",
    });
  });

  it("are refused by the library when a byte was changed", async () => {
    const { app, send } = await start();
    await send("shop/redact", { shop_id: 1 });
    const [seen] = await app.received(1);
    expect(await validate({ ...(seen as Recorded), body: '{"shop_id":2}' })).toMatchObject({ valid: false });
  });

  it("are tried again under the same ids until the app accepts them", async () => {
    let refusals = 2;
    const { app, devstore, send } = await start((_, res) => void res.writeHead(refusals-- > 0 ? 503 : 200).end());
    await send("shop/redact");
    await devstore.webhooks.settled();
    const ids = app.requests.map(({ headers }) => headers["x-shopify-webhook-id"]);
    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(1);
    expect(devstore.webhooks.deliveries[0]?.state).toBe("delivered");
  });

  it("are given up when the app never accepts them", async () => {
    const { app, devstore, send } = await start((_, res) => void res.writeHead(302, { location: "/elsewhere" }).end());
    await send("shop/redact");
    await devstore.webhooks.settled();
    expect(app.requests).toHaveLength(4);
    expect(devstore.webhooks.deliveries[0]?.state).toBe("given_up");
  });

  it("come twice, as one event under two webhook ids, when duplicates are asked for", async () => {
    const { app, devstore, send } = await start();
    await control(devstore, "faults", { webhooks: { duplicate: 1, disorder: true } });
    await send("shop/redact");
    await devstore.webhooks.settled();
    const of = (name: string) => new Set(app.requests.map(({ headers }) => headers[name]));
    expect(app.requests).toHaveLength(2);
    expect(of("x-shopify-event-id").size).toBe(1);
    expect(of("x-shopify-webhook-id").size).toBe(2);
  });

  it("do not come when they are dropped, and come again when the faults are ended", async () => {
    const { app, devstore, send } = await start();
    await control(devstore, "faults", { webhooks: { drop: 1 } });
    await send("shop/redact");
    await control(devstore, "faults", {});
    await send("shop/redact");
    await devstore.webhooks.settled();
    expect(app.requests).toHaveLength(1);
  });

  it("are replayed with their old event id", async () => {
    const { app, devstore, send } = await start();
    await send("customers/redact", { customer: { id: 7001 } });
    await send("shop/redact");
    await control(devstore, "webhooks/replay", { topic: "customers/redact" });
    await devstore.webhooks.settled();
    const redactions = app.requests.filter(({ headers }) => headers["x-shopify-topic"] === "customers/redact");
    expect(redactions).toHaveLength(2);
    expect(redactions[0]?.headers["x-shopify-event-id"]).toBe(redactions[1]?.headers["x-shopify-event-id"]);
  });

  it("follow from what happens in the shop, for the topics the app subscribes to and no others", async () => {
    const { app, devstore } = await start();
    devstore.installation.grant(["read_orders"]);
    devstore.store.emit("shop/update", {});
    devstore.installation.uninstall();
    await devstore.webhooks.settled();
    expect(app.requests.map(({ headers }) => headers["x-shopify-topic"])).toEqual([
      "app/scopes_update",
      "app/uninstalled",
    ]);
    expect(JSON.parse(app.requests[0]?.body ?? "")).toMatchObject({ current: ["read_orders"] });
  });
});

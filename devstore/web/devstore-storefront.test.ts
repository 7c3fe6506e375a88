import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Devstore, startDevstore } from "#devstore/start.ts";
import { SMALL_SHOP } from "./testing/small-shop.ts";

const BLOCK = `
<div class="sample" data-shop="{{ shop.permanent_domain }}" data-locale="{{ request.locale.iso_code }}"
  data-accent="{{ block.settings.accent }}" data-side="{{ block.settings.side }}" data-customer="{{ customer.id }}">
  <script type="application/json">{{ "sample.evil" | t | json }}</script>
  {{ "sample.greeting" | t: name: "Ana" }} {{ "sample.orders" | t: count: 2 }} {{ "sample.only_english" | t }}
</div>
<script src="{{ 'loader.js' | asset_url }}" defer></script>
{% schema %}
{ "name": "t:sample.name", "target": "body", "stylesheet": "chat.css", "settings": [
  { "type": "color", "id": "accent", "label": "Color", "default": "#111111" },
  { "type": "text", "id": "side", "label": "Side", "default": "right" } ] }
{% endschema %}`;

let folder: string;
let devstore: Devstore;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "extension-"));
  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  write("blocks/sample.liquid", BLOCK);
  write("assets/loader.js", "/* loader */");
  write("assets/chat.css", "a{}");
  const en = {
    greeting: "Hello {{ name }}",
    orders: { one: "{{ count }} order", other: "{{ count }} orders" },
    only_english: "English",
    evil: "</script>",
  };
  write("locales/en.default.json", JSON.stringify({ sample: en }));
  write(
    "locales/de.json",
    JSON.stringify({ sample: { greeting: "Hallo {{ name }}", orders: { other: "{{ count }} Bestellungen" } } }),
  );
  write("locales/en.default.schema.json", JSON.stringify({ sample: { name: "Sample chat" } }));
  devstore = await startDevstore({
    store: { ...SMALL_SHOP, installedApp: { installed: true } },
    port: 0,
    appUrl: "http://127.0.0.1:9",
    apiKey: "key",
    apiSecret: "secret",
    clock: "frozen",
    extensionFolder: folder,
  });
});

afterAll(async () => {
  await devstore.close();
  rmSync(folder, { recursive: true });
});

const page = async (at: string, headers: Record<string, string> = {}) => {
  const response = await fetch(devstore.url + at, { headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

describe("the storefront", () => {
  it("renders the app embed with the merchant's settings over the block's defaults", async () => {
    const { text } = await page("/");
    expect(text).toContain('data-shop="small-shop.myshopify.com"');
    expect(text).toContain('data-accent="#0a7d5a" data-side="right"');
    expect(text).toContain("Hello Ana 2 orders English");
    expect(text).toContain('"\\u003c/script\\u003e"');
    expect(text).not.toContain("schema %}");
    expect(text).toMatch(/<link href="\/extensions\/chat-widget\/assets\/chat\.css\?v=\w+" rel="stylesheet">/);
  });

  it("speaks the shopper's language and remembers it", async () => {
    const { text, headers } = await page("/?locale=de");
    expect(text).toContain('<html lang="de"');
    expect(text).toContain("Hallo Ana 2 Bestellungen English");
    expect(headers.get("set-cookie")).toContain("devstore_locale=de");
    expect((await page("/", { Cookie: "devstore_locale=de" })).text).toContain('data-locale="de"');
    expect((await page("/?locale=%22%3E%3Cb%3E")).text).toContain('<html lang="en"');
  });

  it("serves the extension's assets, which a browser may keep under their versioned address", async () => {
    const src = /src="(\/extensions[^"]+)"/.exec((await page("/")).text)?.[1] ?? "";
    const { status, headers } = await page(src);
    expect(status).toBe(200);
    expect(headers.get("content-type")).toContain("javascript");
    expect(headers.get("cache-control")).toContain("immutable");
    expect((await page("/extensions/chat-widget/assets/loader.js")).headers.get("cache-control")).toBe("no-cache");
    expect((await page("/extensions/chat-widget/assets/../blocks/sample.liquid")).status).toBe(404);
  });

  it("lets the page ask nobody but the shop and the app", async () => {
    const policy = (await page("/")).headers.get("content-security-policy");
    expect(policy).toContain("connect-src 'self' http://127.0.0.1:9");
    expect(policy).toContain("script-src 'self';");
  });

  it("has no trace of the app when the merchant switched its embed off", async () => {
    devstore.store.setAppEmbed(false);
    expect((await page("/")).text).not.toContain("extensions/");
    devstore.store.setAppEmbed(true);
    expect((await page("/")).text).toContain("sample");
  });

  it("shows products, pages and policies, and says so when there is nothing", async () => {
    expect((await page("/products/harbor-mug")).text).toContain("Stoneware, 320 ml.");
    expect((await page("/pages/about")).text).toContain("<em>mugs</em>");
    expect((await page("/policies/shipping-policy")).text).toContain("Two days.");
    const missing = await page("/products/nothing");
    expect(missing.status).toBe(404);
    expect(missing.text).toContain("Page not found");
    expect((await page("/")).text).toContain("Small &amp; Shop");
  });

  it("logs a shopper in from the list of customers, shows their orders and nobody else's", async () => {
    expect((await page("/account/login")).text).toContain("ana@example.com");
    const logIn = (customerId: string) =>
      fetch(`${devstore.url}/account/login`, {
        method: "POST",
        body: new URLSearchParams({ customerId }),
        redirect: "manual",
      });
    const cookieOf = (response: Response) => response.headers.get("set-cookie")?.split(";")[0] ?? "";
    const ana = cookieOf(await logIn("7001"));
    const account = await page("/account", { Cookie: ana });
    expect(account.text).toContain("#1001");
    expect(account.text).toContain("€36.00");
    const order = /\/account\/orders\/\d+/.exec(account.text)?.[0] ?? "";
    expect((await page(order, { Cookie: ana })).text).toContain("00340434161094042557");
    const ben = cookieOf(await logIn("7002"));
    expect((await page(order, { Cookie: ben })).status).toBe(404);
    expect((await page("/", { Cookie: ana })).text).toContain('data-customer="7001"');
  });

  it("renders the real extension, once its block is there", async () => {
    const real = await startDevstore({
      store: { ...SMALL_SHOP, installedApp: { installed: true } },
      port: 0,
      appUrl: "http://127.0.0.1:9",
      apiKey: "key",
      apiSecret: "secret",
    });
    const text = await (await fetch(`${real.url}/?locale=de`)).text();
    await real.close();
    expect(text).toContain('id="shopify-block-wherewithal_chat"');
    expect(text).not.toContain("translation missing");
  });
});

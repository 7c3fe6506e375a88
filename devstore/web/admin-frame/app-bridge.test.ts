import type { ServerResponse } from "node:http";
import type { Browser, FrameLocator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Devstore, startDevstore } from "#devstore/start.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { type Recorded, startRecordingApp } from "../testing/recording-app.ts";
import { SMALL_SHOP } from "../testing/small-shop.ts";

/** A page of an embedded app, written with App Bridge's elements and no framework. */
const PAGE = `<!doctype html><html><head><script src="BRIDGE" data-api-key="test-app"></script></head><body>
<ui-nav-menu><a href="/" rel="home">Home</a><a href="/orders">Orders</a><a href="/settings">Settings</a></ui-nav-menu>
<ui-title-bar title="PATH">
  <button variant="breadcrumb" onclick="history.back()">Back</button>
  <button variant="primary" onclick="shopify.toast.show('Saved it')">Do it</button>
</ui-title-bar>
<ui-save-bar id="bar"><button variant="primary" onclick="out.value='saved'; shopify.saveBar.hide('bar')"></button><button onclick="shopify.saveBar.hide('bar')"></button></ui-save-bar>
<ui-modal id="ask"><p>Really?</p><ui-title-bar title="Are you sure"><button variant="primary" onclick="out.value='sure'">Yes</button></ui-title-bar></ui-modal>
<input id="out">
<button onclick="shopify.saveBar.show('bar')">edit</button>
<button onclick="shopify.modal.show('ask')">ask</button>
<button onclick="fetch('/api').then(async (r) => out.value = await r.text())">fetch</button>
<button onclick="history.pushState(null, '', '/orders?tab=late')">push</button>
<button onclick="window.open('shopify://admin/themes/current/editor?context=apps', '_top')">editor</button>
<button onclick="shopify.resourcePicker({ type: 'product', multiple: true, query: 'mug' }).then((list) => out.value = list ? list.map(({ title }) => title).join() : 'nothing')">pick</button>
<button onclick="shopify.app.extensions().then((list) => out.value = list[0].activations[0].status)">extensions</button>
ROUTER</body></html>`;

const ROUTER = `<script>addEventListener('shopify:navigate', (event) => {
  const path = event.target.getAttribute('href');
  history.pushState(null, '', path);
  document.querySelector('body > ui-title-bar').setAttribute('title', path);
})</script>`;

let browser: Browser;
let app: Awaited<ReturnType<typeof startRecordingApp>>;
let devstore: Devstore;
let page: Page;
let inApp: FrameLocator;
let withRouter = true;
let staleTokens = 0;

function answer({ url, headers }: Recorded, res: ServerResponse): void {
  if (url.pathname === "/api") {
    if (staleTokens-- > 0) return void res.writeHead(401, { "X-Shopify-Retry-Invalid-Session-Request": "1" }).end();
    return void res.end(headers.authorization?.startsWith("Bearer ey") ? "with token" : "without");
  }
  if (url.pathname === "/bounced" && !url.searchParams.has("id_token")) {
    return void res
      .writeHead(302, { location: `/bounce?shopify-reload=${encodeURIComponent(`${app.url}/bounced`)}` })
      .end();
  }
  const html = PAGE.replace("BRIDGE", `${devstore.url}/app-bridge.js`).replace("PATH", url.pathname);
  res.writeHead(200, { "content-type": "text/html" }).end(html.replace("ROUTER", withRouter ? ROUTER : ""));
}

beforeAll(async () => {
  browser = await launchBrowser();
  app = await startRecordingApp(answer);
  devstore = await startDevstore({
    store: SMALL_SHOP,
    port: 0,
    appUrl: app.url,
    apiKey: "test-app",
    apiSecret: "secret",
  });
});

afterAll(async () => {
  await browser.close();
  await devstore.close();
  app.close();
});

beforeEach(async () => {
  withRouter = true;
  staleTokens = 0;
  page = await browser.newPage();
  inApp = page.frameLocator("iframe");
});

afterEach(async () => {
  await page.close();
});

const open = (path = "") => page.goto(`${devstore.url}/admin/apps/test-app${path}`);
const pressInApp = (name: string) => inApp.getByRole("button", { name, exact: true }).click();
const value = () => inApp.locator("#out").inputValue();
const eventually = (read: () => unknown) => expect.poll(read, { timeout: 5000 });

describe("the admin frame and the App Bridge stand-in", () => {
  it("show the app's title, actions and navigation around it, and press its buttons", async () => {
    await open("/orders");
    await eventually(() => page.locator("#page-title").textContent()).toBe("/orders");
    expect(await page.locator("#app-nav a").allTextContents()).toEqual(["Orders", "Settings"]);
    expect(await page.locator('#app-nav [aria-current="page"]').textContent()).toBe("Orders");
    expect(await page.getByRole("button", { name: "Back" }).isVisible()).toBe(true);
    await page.getByRole("button", { name: "Do it" }).click();
    expect(await page.locator(".toast").textContent()).toContain("Saved it");
    await page.getByRole("button", { name: "Dismiss" }).click();
    await eventually(() => page.locator(".toast").count()).toBe(0);
  });

  it("give requests to the app a session token, and a fresh one when the app asks for it", async () => {
    await open();
    await pressInApp("fetch");
    await eventually(value).toBe("with token");
    staleTokens = 1;
    app.requests.length = 0;
    await pressInApp("fetch");
    await eventually(() => app.requests.filter(({ url }) => url.pathname === "/api").length).toBe(2);
    const tokens = app.requests.map(({ headers }) => headers.authorization);
    expect(new Set(tokens).size).toBe(2);
  });

  it("keep the admin's address in step with the app's, and open the app at a deep link", async () => {
    await open();
    await pressInApp("push");
    await eventually(() => new URL(page.url()).pathname + new URL(page.url()).search).toBe(
      "/admin/apps/test-app/orders?tab=late",
    );
    app.requests.length = 0;
    await page.reload();
    await eventually(() => app.requests[0]?.url.pathname).toBe("/orders");
    expect(app.requests[0]?.url.searchParams.get("tab")).toBe("late");
    expect(app.requests[0]?.url.searchParams.get("embedded")).toBe("1");
  });

  it("move the app by its own router when it listens", async () => {
    await open();
    await eventually(() => page.locator("#app-nav a").count()).toBe(2);
    app.requests.length = 0;
    await page.getByRole("link", { name: "Settings" }).click();
    await eventually(() => page.locator("#page-title").textContent()).toBe("/settings");
    expect(new URL(page.url()).pathname).toBe("/admin/apps/test-app/settings");
    expect(app.requests).toEqual([]);
  });

  it("let the app's merchant pick products, and say when nothing was picked", async () => {
    await open();
    await pressInApp("pick");
    const picker = page.getByRole("dialog", { name: "Add products" });
    expect(await picker.getByRole("searchbox").inputValue()).toBe("mug");
    await picker.getByRole("searchbox").fill("");
    const [first] = await picker.getByRole("checkbox").all();
    expect(await picker.getByRole("button", { name: "Add" }).isDisabled()).toBe(true);
    await first?.check();
    await picker.getByText("1 selected").waitFor();
    await picker.getByRole("button", { name: "Add" }).click();
    await eventually(value).toBe(devstore.store.products.map(({ title }) => title).toSorted()[0]);
    await pressInApp("pick");
    await picker.getByRole("button", { name: "Cancel" }).click();
    await eventually(value).toBe("nothing");
  });

  it("load the next page with a token when the app has no router", async () => {
    withRouter = false;
    await open();
    await eventually(() => page.locator("#app-nav a").count()).toBe(2);
    app.requests.length = 0;
    await page.getByRole("link", { name: "Settings" }).click();
    await eventually(() => page.locator("#page-title").textContent()).toBe("/settings");
    expect(app.requests[0]?.url.searchParams.get("id_token")).toMatch(/^ey/);
    expect(app.requests[0]?.url.searchParams.get("host")).not.toBeNull();
  });

  it("come back with a token from the page that a server without one sends the browser to", async () => {
    await open("/bounced");
    await inApp.locator("#out").waitFor();
    app.requests.length = 0;
    await inApp.locator("body").evaluate(() => {
      location.href = "/bounced";
    });
    await eventually(() => app.requests.map(({ url }) => url.pathname)).toEqual(["/bounced", "/bounce", "/bounced"]);
    expect(app.requests.at(-1)?.url.searchParams.get("id_token")).toMatch(/^ey/);
  });

  it("show unsaved changes, hold navigation until they are gone, and save through the app's own button", async () => {
    await open();
    await pressInApp("edit");
    const bar = page.getByRole("region", { name: "Unsaved changes" });
    await bar.waitFor();
    await page.getByRole("link", { name: "Settings" }).click();
    expect(new URL(page.url()).pathname).toBe("/admin/apps/test-app");
    await bar.getByRole("button", { name: "Save" }).click();
    await bar.waitFor({ state: "hidden" });
    expect(await value()).toBe("saved");
  });

  it("show a modal with its title and actions", async () => {
    await open();
    await pressInApp("ask");
    const dialog = inApp.getByRole("dialog", { name: "Are you sure" });
    expect(await dialog.textContent()).toContain("Really?");
    await dialog.getByRole("button", { name: "Yes" }).click();
    expect(await value()).toBe("sure");
    await dialog.getByRole("button", { name: "Close" }).click();
    await dialog.waitFor({ state: "hidden" });
  });

  it("lead to the theme editor, where the merchant switches the chat off and on", async () => {
    await open();
    await pressInApp("extensions");
    await eventually(value).toBe("active");
    await pressInApp("editor");
    await page.getByRole("heading", { name: "App embeds" }).waitFor();
    await page.getByRole("checkbox").first().uncheck();
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved.").waitFor();
    expect(devstore.store.shop.theme.appEmbedEnabled).toBe(false);
    await open();
    await pressInApp("extensions");
    await eventually(value).toBe("available");
    devstore.store.setAppEmbed(true);
  });

  it("send an app that was opened on its own into the admin", async () => {
    await page.goto(`${app.url}/orders`);
    await page.waitForURL(`${devstore.url}/admin/apps/test-app/orders`);
  });

  it("lead from the addresses of admin.shopify.com to the same pages", async () => {
    await page.goto(`${devstore.url}/store/small-shop/apps/test-app/orders?tab=1`);
    expect(page.url()).toBe(`${devstore.url}/admin/apps/test-app/orders?tab=1`);
  });
});

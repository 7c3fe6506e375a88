/**
 * A real Chromium for tests: `CHROMIUM_PATH`, else the one that comes as a package, which has no window to draw, else
 * the system's where that one cannot start.
 */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import packaged from "@sparticuz/chromium";
import { chromium as playwright } from "playwright-core";
import type { Browser, BrowserContext, BrowserContextOptions, Frame, Page } from "playwright-core";

const SYSTEM = "/usr/bin/chromium";

/** It asks nothing of the network by itself, so that a test sees only what the page asked for. */
const ARGS = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--no-first-run",
];

export async function launchBrowser(): Promise<Browser> {
  const known = process.env.CHROMIUM_PATH;
  if (known) return playwright.launch({ executablePath: known, args: ARGS });
  try {
    // Its own arguments would switch off what keeps sites apart.
    return await playwright.launch({ executablePath: await packaged.executablePath(), args: ARGS });
  } catch (error) {
    if (!existsSync(SYSTEM)) throw error;
    return playwright.launch({ executablePath: SYSTEM, args: ARGS });
  }
}

/** Shopify's library turns self-declared robots away, headless browsers among them: pages of the admin want this. */
export const BROWSER_USER_AGENT =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

type Visit = BrowserContextOptions & {
  /** Pixels; the height is 900. */
  width?: number;
  /** What is done before the page is asked for anything. */
  prepare?: (page: Page, context: BrowserContext) => Promise<void> | void;
};

/** A browser that shows one page at a time, each as a visitor who was never here. */
export type TestBrowser = {
  open(url: string, visit?: Visit): Promise<Page>;
  /** Leaves the page, if there is one, and tells what its scripts threw. */
  leave(): Promise<string[]>;
  close(): Promise<void>;
};

export async function startTestBrowser(): Promise<TestBrowser> {
  const browser = await launchBrowser();
  const thrown: string[] = [];
  let context: BrowserContext | null = null;
  let plain = false;
  return {
    async open(url, { width = 1280, prepare, ...options } = {}) {
      const ordinary = prepare === undefined && Object.keys(options).length === 0;
      if (context && !(plain && ordinary)) {
        await context.close();
        context = null;
      }
      if (context) await forget(context, new URL(url).origin);
      else {
        plain = ordinary;
        context = await browser.newContext({ userAgent: BROWSER_USER_AGENT, ...options });
      }
      const page = await context.newPage();
      await page.setViewportSize({ width, height: 900 });
      page.on("pageerror", (error) => thrown.push(error.message));
      await prepare?.(page, context);
      await page.goto(url);
      return page;
    },
    async leave() {
      for (const page of context?.pages() ?? []) await page.close();
      return thrown.splice(0);
    },
    close: () => browser.close(),
  };
}

/** What a visitor leaves behind, all but the scripts that were fetched: these are large, and the same for everybody. */
async function forget(context: BrowserContext, origin: string): Promise<void> {
  for (const page of context.pages()) await page.close();
  await context.clearCookies();
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Storage.clearDataForOrigin", { origin, storageTypes: "local_storage,indexeddb" });
  await page.close();
}

/** The app's frame in the merchant's admin. */
export function appFrame(page: Page, appUrl: string): Frame {
  const found = page.frames().find((one) => one.url().startsWith(appUrl));
  if (!found) throw new Error("The app is not in a frame.");
  return found;
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

type Violation = { id: string; nodes: { html: string }[] };

/** What axe objects to in a document: each rule with the elements that break it. */
export async function barriers(within: Page | Frame): Promise<string[]> {
  await within.evaluate(axeSource);
  return within.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
    return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  });
}

/** By how many pixels a document is wider than its window. */
export function sideways(within: Page | Frame): Promise<number> {
  return within.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

/** What a page of the admin, as it stands, gets wrong for whom: axe's violations, and scrolling sideways, wide and on a phone. */
export async function complaints(page: Page, appUrl: string): Promise<string[]> {
  const found: string[] = [];
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    const frame = appFrame(page, appUrl);
    // The frame's own layout follows its window a moment later.
    await frame.waitForFunction((most) => window.innerWidth <= most, width);
    found.push(...(await barriers(frame)).map((one) => `at ${width} pixels: ${one}`));
    const over = await sideways(frame);
    if (over > 0) found.push(`at ${width} pixels: ${over} pixels too wide`);
  }
  return found;
}

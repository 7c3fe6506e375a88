import type { Browser, Frame, Page } from "playwright-core";
import { ADMIN_PAGES, type AdminPage } from "../support/admin-pages.ts";
import { appFrame, BROWSER_USER_AGENT, launchBrowser } from "../support/browser.ts";
import type { Figure } from "./figures.ts";
import type { Scenario } from "./scenario.ts";
import { setStage, type Stage } from "./stage.ts";

const SLOW_DOWN = 4;
const VISITS = 3;
/** Milliseconds after its last skeleton until a page counts as still. */
const STILL_MS = 1000;
/** How often the keyboard goes on, and a control is pressed, to see how soon the page answers. */
const KEYS = 6;

type Vitals = { lcp: number; cls: number; inp: number };
type Measured = Vitals & { script: number };

/**
 * What each page of the admin is like on a slow machine: in Chromium, inside the admin's frame, with the processor slowed
 * down four times, each visit in a browser that was never here. LCP and CLS are the frame's own, until the page is still; INP
 * is the longest of some key presses and a press on a control; script bytes are as they came over the wire.
 */
export const adminVitals: Scenario = async (database, quick) => {
  const stage = await setStage(database, "embedded");
  const browser = await launchBrowser();
  try {
    await visit(stage, browser, { name: "warm-up", title: "", path: "/app" });
    const figures: Figure[] = [];
    for (const page of ADMIN_PAGES) {
      process.stderr.write(`  ${page.name}\n`);
      const visits: Measured[] = [];
      for (let i = 0; i < (quick ? 1 : VISITS); i++) visits.push(await visit(stage, browser, page));
      figures.push(...told(page, visits));
    }
    return figures;
  } finally {
    await browser.close();
    await stage.close();
  }
};

function told({ name }: AdminPage, visits: readonly Measured[]): Figure[] {
  const scenario = `admin ${name}, CPU ÷ ${SLOW_DOWN}`;
  const runs = (of: keyof Measured) => visits.map((one) => one[of]);
  return [
    { scenario, figure: "LCP", unit: "ms", runs: runs("lcp"), goal: "≤ 2500" },
    { scenario, figure: "CLS", unit: "", runs: runs("cls"), goal: "≤ 0.05" },
    { scenario, figure: "INP", unit: "ms", runs: runs("inp"), goal: "≤ 200" },
    { scenario, figure: "script sent", unit: "kB", runs: runs("script") },
  ];
}

async function visit(stage: Stage, browser: Browser, { path }: AdminPage): Promise<Measured> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    userAgent: BROWSER_USER_AGENT,
  });
  const page = await context.newPage();
  try {
    await page.addInitScript(observe);
    const devtools = await context.newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOW_DOWN });
    const script = countScript(page, stage.app.url);
    await page.goto(`${stage.storefront}/admin/apps/wherewithal${path}`);
    await page.frameLocator("iframe").getByRole("heading", { level: 1 }).first().waitFor();
    const frame = appFrame(page, stage.app.url);
    await still(frame);
    const { lcp, cls } = await vitals(frame);
    await use(page, frame);
    return { lcp, cls, inp: (await vitals(frame)).inp, script: script.bytes / 1000 };
  } finally {
    await context.close();
  }
}

/** Runs in every frame before anything else of it. */
function observe(): void {
  const seen: Vitals = { lcp: 0, cls: 0, inp: 0 };
  (window as unknown as { vitals: Vitals }).vitals = seen;
  const on = (type: string, more: object, note: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true, ...more });
  on("largest-contentful-paint", {}, (entry) => (seen.lcp = entry.startTime));
  on("layout-shift", {}, (entry) => {
    const shift = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!shift.hadRecentInput) seen.cls += shift.value;
  });
  on("event", { durationThreshold: 16 }, (entry) => {
    const { interactionId } = entry as PerformanceEntry & { interactionId: number };
    if (interactionId > 0) seen.inp = Math.max(seen.inp, entry.duration);
  });
}

function vitals(frame: Frame): Promise<Vitals> {
  return frame.evaluate(() => (window as unknown as { vitals: Vitals }).vitals);
}

/** Nothing is a skeleton any more, and nothing has come since. */
async function still(frame: Frame): Promise<void> {
  await frame.waitForFunction(() => document.querySelector('[class*="Skeleton"], [aria-busy="true"]') === null);
  await frame.waitForTimeout(STILL_MS);
}

/** Goes through the page by keyboard, and presses what can be pressed without leaving it. */
async function use(page: Page, frame: Frame): Promise<void> {
  await frame.getByRole("heading", { level: 1 }).first().click();
  for (let i = 0; i < KEYS; i++) await page.keyboard.press("Tab");
  const control = frame.locator("main").locator("input, [aria-expanded], [role=tab]").first();
  if ((await control.count()) > 0) await control.click({ force: true });
  await still(frame);
}

/** Bytes of all scripts that come from the app, as they are sent. */
function countScript(page: Page, appUrl: string): { bytes: number } {
  const sum = { bytes: 0 };
  page.on("response", (response) => {
    if (!response.url().startsWith(appUrl) || response.request().resourceType() !== "script") return;
    void response
      .request()
      .sizes()
      .then(({ responseBodySize }) => (sum.bytes += responseBodySize))
      .catch(() => undefined);
  });
  return sum;
}

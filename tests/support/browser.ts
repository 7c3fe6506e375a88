/**
 * A real Chromium for tests: `CHROMIUM_PATH`, else the system's, else the one that comes as a package.
 */
import { existsSync } from "node:fs";
import { chromium as playwright } from "playwright-core";
import type { Browser } from "playwright-core";

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
  const known = process.env.CHROMIUM_PATH ?? (existsSync(SYSTEM) ? SYSTEM : null);
  if (known) return playwright.launch({ executablePath: known, args: ARGS });
  const { default: packaged } = await import("@sparticuz/chromium");
  return playwright.launch({
    executablePath: await packaged.executablePath(),
    args: [...new Set([...packaged.args, ...ARGS])],
  });
}

/** Shopify's library turns self-declared robots away, headless browsers among them: pages of the admin want this. */
export const BROWSER_USER_AGENT =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

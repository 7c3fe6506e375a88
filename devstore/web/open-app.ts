import type { AppCredentials } from "./auth/session-tokens.ts";
import { embeddedAppUrl } from "./admin-frame/embedded-url.ts";

/** The app refuses robots on its embedded pages, by their User-Agent. */
const BROWSER = "Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
const TIMEOUT_MS = 30_000;

/**
 * Loads the embedded app once, as the merchant's browser does on installing it, so that the app gets its first token.
 * @throws Error when the app does not answer with a page.
 */
export async function openApp(app: AppCredentials, appUrl: URL, shopDomain: string): Promise<void> {
  const url = await embeddedAppUrl(app, appUrl, shopDomain, "/");
  const response = await fetch(url, {
    headers: { "user-agent": BROWSER, accept: "text/html" },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  await response.arrayBuffer();
  if (!response.ok)
    throw new Error(`The app answered ${response.status} when the admin opened it at ${appUrl.origin}.`);
}

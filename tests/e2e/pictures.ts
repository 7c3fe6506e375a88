import { mkdirSync } from "node:fs";
import { BROWSER_USER_AGENT, launchBrowser } from "../support/browser.ts";

/**
 * `npm run pictures`: takes the README's pictures from the running demo (`npm run demo` first).
 * `--devstore URL` when it does not listen where it usually does.
 */
const at = process.argv.indexOf("--devstore");
const devstore = at > 0 ? (process.argv[at + 1] ?? "") : "http://127.0.0.1:4000";
const FOLDER = "docs/pictures";

mkdirSync(FOLDER, { recursive: true });
const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: 1180, height: 800 }, userAgent: BROWSER_USER_AGENT });
await page.goto(devstore);
await page.getByRole("button", { name: /chat/i }).click();
await page.getByRole("textbox").fill("Where is my order 1001? My email is ana@example.com");
await page.keyboard.press("Enter");
await page
  .getByRole("link", { name: /Track parcel/ })
  .first()
  .waitFor();
await page.screenshot({ path: `${FOLDER}/widget.png`, animations: "disabled" });

await page.goto(`${devstore}/admin`);
await page.frameLocator("iframe").getByText("Live", { exact: true }).waitFor();
await page.frameLocator("iframe").getByText("Last 7 days", { exact: true }).waitFor();
await page.screenshot({ path: `${FOLDER}/admin.png`, animations: "disabled" });
await browser.close();
console.log(`${FOLDER}/widget.png and ${FOLDER}/admin.png are taken.`);

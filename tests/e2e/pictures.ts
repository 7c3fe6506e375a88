import { mkdirSync } from "node:fs";
import { picturePages } from "./picture-pages.ts";
import { BROWSER_USER_AGENT, launchBrowser } from "../support/browser.ts";

/**
 * `npm run pictures`: takes the README's pictures from the running demo (`npm run demo -- --fresh` first: a parcel is made
 * good in them, which can be done once).
 * `--devstore URL` when it does not listen where it usually does.
 */
const at = process.argv.indexOf("--devstore");
const devstore = at > 0 ? (process.argv[at + 1] ?? "") : "http://127.0.0.1:4000";
const FOLDER = "docs/pictures";

mkdirSync(FOLDER, { recursive: true });
const browser = await launchBrowser();
const page = await browser.newPage({
  reducedMotion: "reduce",
  viewport: { width: 1180, height: 800 },
  userAgent: BROWSER_USER_AGENT,
});
await page.goto(devstore);
await page.getByRole("button", { name: /chat/i }).click();
await page.getByRole("textbox").fill("Where is my order 1001? My email is ana@example.com");
await page.keyboard.press("Enter");
await page
  .getByRole("link", { name: /Track parcel/ })
  .first()
  .waitFor();
await page.screenshot({ path: `${FOLDER}/widget.png`, animations: "disabled" });

// A lost parcel is made good: the card before the yes, and after.
await page.context().clearCookies();
await page.evaluate(() => [localStorage, sessionStorage].forEach((kept) => kept.clear()));
await page.reload();
await page.getByRole("button", { name: /chat/i }).click();
await page
  .getByRole("textbox")
  .fill("My parcel is lost, order 1098, paul.wegner@example.com. A refund to my card please");
await page.keyboard.press("Enter");
const card = page.getByRole("article", { name: /^Refund of/ });
await card.getByRole("button", { name: "Confirm refund" }).waitFor();
await page.getByText("Nothing happens before you confirm").waitFor();
const panel = page.getByRole("dialog");
await panel.screenshot({ path: `${FOLDER}/proposal.png`, animations: "disabled" });
await card.getByRole("button", { name: "Confirm refund" }).click();
await page.getByText(/^Done: .* has been refunded/).waitFor();
await panel.screenshot({ path: `${FOLDER}/done.png`, animations: "disabled" });

await page.goto(`${devstore}/admin/apps/wherewithal/app/resolutions`);
await page
  .frameLocator("iframe")
  .getByText(/#1098 · Refund/)
  .first()
  .click();
await page.frameLocator("iframe").getByText("What your policy said").waitFor();
await page.screenshot({ path: `${FOLDER}/ledger.png`, animations: "disabled" });

await page.goto(`${devstore}/admin`);
await page.frameLocator("iframe").getByText("Live", { exact: true }).waitFor();
await page.frameLocator("iframe").getByText("By your shop’s clock", { exact: true }).waitFor();
await page.screenshot({ path: `${FOLDER}/admin.png`, animations: "disabled" });
const pages = await picturePages(page, devstore);
await browser.close();
console.log(`widget, proposal, done, ledger, admin and ${pages.join(", ")} are taken, in ${FOLDER}.`);

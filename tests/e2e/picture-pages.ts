import { mkdirSync, writeFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { ADMIN_PAGES } from "../support/admin-pages.ts";

const FOLDER = "docs/pictures/admin";
const MOST_PIXELS = 2_400;

/** Takes a picture of every page of the admin, whole, and writes the page that shows them. */
export async function picturePages(page: Page, devstore: string): Promise<string[]> {
  mkdirSync(FOLDER, { recursive: true });
  const app = page.frameLocator("iframe");
  const width = 1180;
  // A draft, so that its pages have something to show.
  await page.goto(`${devstore}/admin/apps/wherewithal/app/policies`);
  await app.getByRole("button", { name: "Use as draft: Generous" }).click();
  await app.getByRole("heading", { name: "Areas" }).waitFor();
  for (const { name, path } of ADMIN_PAGES) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`${devstore}/admin/apps/wherewithal${path}`);
    await app.getByRole("heading", { level: 1 }).first().waitFor();
    const frame = page.frames().find((one) => one !== page.mainFrame());
    await frame?.waitForFunction(() => document.querySelector('[class*="Skeleton"], [aria-busy="true"]') === null);
    const height = (await frame?.evaluate(() => document.documentElement.scrollHeight)) ?? 0;
    await page.setViewportSize({ width, height: Math.min(height + 60, MOST_PIXELS) });
    // The chat's preview is a page of its own.
    for (const preview of frame?.childFrames() ?? []) await preview.getByRole("dialog").waitFor();
    await page.screenshot({ path: `${FOLDER}/${name}.png`, animations: "disabled" });
  }
  writeFileSync("docs/pages.md", pagesInWords());
  return ADMIN_PAGES.map(({ name }) => name);
}

function pagesInWords(): string {
  const parts = ADMIN_PAGES.map(({ name, title, path }) => {
    const [address = path] = path.split("?");
    return `## ${title}\n\n\`${address}\`\n\n![${title}](pictures/admin/${name}.png)\n`;
  });
  return `# The pages of the admin\n\nTaken from the demo by \`npm run pictures\`.\n\n${parts.join("\n")}`;
}

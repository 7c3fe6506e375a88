import { mkdirSync, writeFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { ADMIN_PAGES, type AdminPage } from "../support/admin-pages.ts";
import { escalateAll, type Shopper } from "../support/mixed-escalations.ts";

const FOLDER = "docs/pictures/admin";
const MOST_PIXELS = 2_400;

/** Guests who give people something to do. */
const WAITING: readonly Shopper[] = [
  { says: ["Can I talk to a person please?"] },
  {
    says: ["My parcel is lost, order 1099, noah.feldman@example.com. I want a refund to my card"],
    confirms: true,
  },
  { says: ["The lantern overheated and burned my hand, I had to go to hospital."] },
  { says: ["Ich möchte mit einem Menschen sprechen."] },
  { says: ["Where is my order 1001? My email is ana@example.com"], asksForPerson: true },
];

const CONVERSATION = { name: "conversation", title: "A conversation" } as const;

/** Takes a picture of every page of the admin, whole, and writes the page that shows them. */
export async function picturePages(page: Page, devstore: string): Promise<string[]> {
  mkdirSync(FOLDER, { recursive: true });
  const app = page.frameLocator("iframe");
  const width = 1180;
  const waiting = await escalateAll({ url: devstore, login: () => "" }, WAITING);
  const pages = withConversation(waiting[1] ?? "");
  // A draft, so that its pages have something to show.
  await page.goto(`${devstore}/admin/apps/wherewithal/app/policies`);
  await app.getByRole("button", { name: "Use as draft: Generous" }).click();
  await app.getByRole("heading", { name: "Areas" }).waitFor();
  for (const { name, path } of pages) {
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
  writeFileSync("docs/pages.md", pagesInWords(withConversation(":id")));
  return pages.map(({ name }) => name);
}

/** The pages as they are in the admin's menu, with a conversation after the inbox. */
function withConversation(id: string): AdminPage[] {
  const conversation = { ...CONVERSATION, path: `/app/conversations/${id}` };
  return ADMIN_PAGES.flatMap((one) => (one.name === "conversations" ? [one, conversation] : [one]));
}

function pagesInWords(pages: readonly AdminPage[]): string {
  const parts = pages.map(({ name, title, path }) => {
    const [address = path] = path.split("?");
    return `## ${title}\n\n\`${address}\`\n\n![${title}](pictures/admin/${name}.png)\n`;
  });
  return `# The pages of the admin\n\nTaken from the demo by \`npm run pictures\`.\n\n${parts.join("\n")}`;
}

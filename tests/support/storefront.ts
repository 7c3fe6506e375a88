import type { Locator, Page } from "playwright-core";
import type { BookEntry } from "#devstore/store/book.ts";
import type { TestBrowser } from "./browser.ts";
import type { System } from "./system.ts";

/** A shopper with the chat open on the devstore's storefront. */
type Shopper = {
  page: Page;
  log: Locator;
  say(text: string): Promise<void>;
  /** Waits for words of the log. */
  reads(text: string | RegExp): Promise<void>;
  /** Chooses a photo and waits until it is ready to be sent. */
  attach(name: string, photo: Buffer): Promise<void>;
  /** The newest card of a proposal with this title. */
  card(title: string | RegExp): Locator;
  /** Presses a button of a card. */
  press(card: Locator, button: string): Promise<void>;
};

type Visitor = {
  /** Email of the customer who is logged in; nobody is without it. */
  customer?: string;
  /** Pixels, 1280 by default. */
  width?: number;
};

/** Opens the storefront as somebody who was never here, and the chat on it. */
export async function visitShop(system: System, browser: TestBrowser, visitor: Visitor = {}): Promise<Shopper> {
  const { url } = system.devstore;
  const page = await browser.open(url, {
    width: visitor.width ?? 1280,
    timezoneId: "Europe/Berlin",
    async prepare(_, context) {
      if (visitor.customer === undefined) return;
      const [name = "", ...value] = system.devstore.login(visitor.customer).split("=");
      await context.addCookies([{ name, value: value.join("="), url }]);
    },
  });
  await page.getByRole("button", { name: "Open chat" }).click();
  const shopper = shopperAt(page);
  await page.getByRole("textbox", { name: "Write a message" }).waitFor();
  return shopper;
}

/** The chat of a page on which it is open. */
export function shopperAt(page: Page): Shopper {
  const log = page.getByRole("log");
  return {
    page,
    log,
    async say(text) {
      await page.getByRole("textbox", { name: "Write a message" }).fill(text);
      await page.keyboard.press("Enter");
    },
    reads: (text) => log.getByText(text).last().waitFor(),
    async attach(name, buffer) {
      const mimeType = name.endsWith(".png") ? "image/png" : "image/jpeg";
      await page.locator('.panel input[type="file"]').setInputFiles({ name, mimeType, buffer });
      await page.getByText("Ready to send").waitFor({ state: "attached" });
    },
    card: (name) => log.getByRole("article", { name }).and(log.locator(".deal")).last(),
    press: (card, name) => card.getByRole("button", { name, exact: true }).click(),
  };
}

/** What happened to one order, in the shop's own book: kinds of deeds, without the app's tags and notes. */
export function deedsAbout(system: System, orderName: string): string[] {
  return entriesAbout(system, orderName)
    .map(({ kind }) => kind)
    .filter((kind) => kind !== "tags" && kind !== "order_fields");
}

function entriesAbout(system: System, orderName: string): BookEntry[] {
  return system.devstore.store.book.list().filter(({ order }) => order?.name === orderName);
}

/** The one entry of a kind about an order. Throws when there is another number of them. */
export function onlyEntry<Kind extends BookEntry["kind"]>(
  system: System,
  orderName: string,
  kind: Kind,
): Extract<BookEntry, { kind: Kind }> {
  const found = entriesAbout(system, orderName).filter((entry) => entry.kind === kind);
  const [only] = found;
  if (!only || found.length > 1) throw new Error(`${orderName} has ${String(found.length)} entries of ${kind}.`);
  return only as Extract<BookEntry, { kind: Kind }>;
}

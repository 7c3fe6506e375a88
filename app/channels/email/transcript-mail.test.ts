import { expect, test } from "vitest";
import type { ConversationEvent } from "../../conversations/events.ts";
import { type Told, transcriptMail } from "./transcript-mail.ts";

const TOLD: Told = {
  shopName: "Juniper & Tide",
  agentName: "Juno",
  locale: "en",
  timeZone: "Europe/Berlin",
  proven: true,
};
const AT = "2026-11-22T10:00:00.000Z";

function mailOf(events: readonly object[], told: Partial<Told> = {}) {
  const log = events.map(
    (event, index) => ({ seq: index + 1, at: AT, author: "agent", ...event }) as ConversationEvent,
  );
  return transcriptMail(log, { ...TOLD, ...told });
}
const message = (author: string, text: string, more: object = {}) => ({
  type: "message",
  messageId: "m",
  author,
  text,
  ...more,
});

test("tells who said what and when, in the shop's time", () => {
  const { subject, text } = mailOf([
    message("shopper", "Where is it?"),
    message("agent", "Let me look."),
    { type: "takeover", author: "staff", state: "taken", name: "Maya" },
    message("staff", "It left today.", { name: "Maya" }),
    { type: "closed", author: "staff" },
  ]);
  expect(subject).toBe("Your chat with Juniper & Tide");
  const heads = [...text.matchAll(/^(.+), Nov 22, 2026, 11:00\sAM\n(.+)$/gmu)].map(
    ([, who, words]) => `${who}: ${words}`,
  );
  expect(heads).toEqual([
    "You: Where is it?",
    "Juno: Let me look.",
    "Juniper & Tide: Maya has joined.",
    "Maya: It left today.",
    "Juniper & Tide: The chat was closed.",
  ]);
});

test("says cards, proposals, outcomes and photos in words", () => {
  const { text } = mailOf([
    message("shopper", "", { attachments: [{ id: "a", width: 1, height: 1 }] }),
    {
      type: "card",
      card: {
        kind: "order",
        orderName: "#1001",
        placedOn: "November 20",
        headline: "On its way",
        tone: "good",
        total: null,
        groups: [
          {
            label: "Parcel 1",
            status: "On its way",
            tone: "good",
            items: [{ title: "Tea towel", variant: "Blue", quantity: 2 }],
            steps: [],
            expected: "Expected Thursday",
            tracking: [{ company: "DHL", number: "JJD1", url: null }],
          },
        ],
      },
    },
    {
      type: "proposal",
      title: "Refund of €42.50",
      orderName: "#1001",
      lines: [],
      amounts: [{ label: "Total", text: "€42.50", total: true }],
      destination: "Back to your card",
    },
    { type: "resolution", author: "system", text: "€42.50 goes back to your card." },
  ]);
  expect(text).toContain("[1 photo]");
  expect(text).toContain("Parcel 1: On its way. Expected Thursday\n- 2 × Tea towel (Blue)\nDHL JJD1");
  expect(text).toContain("Refund of €42.50 (#1001)\nTotal: €42.50\nBack to your card");
  expect(text).toContain("€42.50 goes back to your card.");
});

test("tells nothing that the shopper was not told", () => {
  const { text, html } = mailOf([
    message("agent", "Hello"),
    { type: "note", author: "staff", text: "Secret note" },
    { type: "brief", text: "Secret brief" },
    { type: "rating", author: "shopper", score: 1, comment: "Secret rating" },
    { type: "status", text: "Secret status" },
  ]);
  expect(text + html).not.toContain("Secret");
});

test("keeps words as text, with their lines and their direction", () => {
  const { html } = mailOf([message("staff", "<b>שלום</b>\nאיפה & איך 👋")]);
  expect(html).toContain("&lt;b&gt;שלום&lt;/b&gt;\nאיפה &amp; איך 👋");
  expect(html).toContain('dir="auto"');
  expect(html).toContain("pre-wrap");
});

test.each([
  "Buy at https://evil.example/x?y=1 now",
  "Buy at evil.example/x?y=1 now",
  "Buy at WWW.EVIL.EXAMPLE now",
  "Buy at someone@evil.example now",
  "Buy at ftp://10.0.0.1 now",
  "Buy at пример.рф/x now",
])("leaves web addresses out of a shopper's own words where nobody knows whose mailbox it is: %s", (words) => {
  expect(mailOf([message("shopper", words)], { proven: false }).text).toContain("Buy at [link] now");
  expect(mailOf([message("shopper", words)]).text).toContain(words);
});

test("leaves the figures and sentences of such words as they are", () => {
  const words = "Order #1001 cost 12.50. It broke.Really! Size 4.5, e.g. blue";
  expect(mailOf([message("shopper", "Order #1001 cost 12.50. It broke. Size 4.5")], { proven: false }).text).toContain(
    "Order #1001 cost 12.50. It broke. Size 4.5",
  );
  expect(mailOf([message("staff", words)], { proven: false }).text).toContain(words);
});

test("leaves out the beginning of what is too long for an email", () => {
  const long = Array.from({ length: 30 }, (_, index) => message("staff", `${index} ${"x".repeat(10_000)}`));
  const { text } = mailOf([...long, message("staff", "The end")]);
  expect(text).toContain("The beginning is left out");
  expect(text).toContain("The end");
  expect(text).not.toContain("\n0 x");
  expect(text.length).toBeLessThan(210_000);
});

test("speaks the language of the conversation", () => {
  expect(mailOf([message("shopper", "Hallo")], { locale: "de-AT" })).toMatchObject({
    subject: "Ihr Chat mit Juniper & Tide",
    text: expect.stringContaining("Sie, ") as string,
  });
  expect(mailOf([message("shopper", "Hei")], { locale: "fi" }).subject).toBe("Your chat with Juniper & Tide");
});

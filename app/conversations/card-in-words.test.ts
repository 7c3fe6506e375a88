import { expect, test } from "vitest";
import type { ProposalCard } from "../resolutions/proposal-card.ts";
import { cardInWords } from "./answer-by-text.server.ts";

const CARD: ProposalCard = {
  id: "4d0f8a9e-0000-4000-8000-000000000001",
  digest: "a".repeat(64),
  kind: "refund",
  orderName: "#1001",
  title: "Refund of €95.00",
  lines: [{ title: "Duvet cover", variant: "Sand", quantity: 1, image: null }],
  sends: [],
  amounts: [{ label: "Refund", text: "€95.00", total: true }],
  destination: "Back to the way you paid",
  address: null,
  notes: ["You can keep the items."],
  confirm: "Confirm refund",
  decline: "No, thanks",
  approval: false,
  expiresAt: "2026-11-22T12:00:00.000Z",
};
const said = (card: ProposalCard) => cardInWords(card, "en") as { text: string };

test("a card in words has all that the card shows, and asks for a yes", () => {
  expect(said(CARD).text.split("\n")).toEqual([
    "**Refund of €95.00** (#1001)",
    "- 1 × Duvet cover (Sand)",
    "Refund: €95.00",
    "Back to the way you paid",
    "You can keep the items.",
    "Reply “yes” to confirm exactly this, or “no” to leave everything as it is.",
  ]);
});

test("a card in words says that a person has to approve it, where one has to", () => {
  expect(said({ ...CARD, approval: true }).text).toContain("Someone from our team has a look before it is done.");
});

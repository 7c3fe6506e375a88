import { at } from "../time.ts";
import type { Case } from "./case.ts";

/** Placed, and nothing has been shipped yet: payment, review and handling time. */
export const beforeShippingCases: Case[] = [
  {
    number: 1004,
    title: "Received yesterday evening, checkout promised no date",
    truth: "Placed yesterday evening and paid; it is within the usual handling time and no delivery date was promised.",
    order: { who: "tobias", placed: at(-1, "21:47"), lines: [["JT-STLAN", 1]], promise: false },
  },
  {
    number: 1005,
    title: "Received, past the usual handling time",
    truth: "Paid eight days ago and still not shipped, although orders usually leave within two working days.",
    order: {
      who: "miriam",
      placed: at(-8, "10:03"),
      lines: [
        ["JT-TDPIT-SLATE", 1],
        ["JT-HRBMG-SLATE", 4],
      ],
      promise: false,
    },
  },
  {
    number: 1006,
    title: "Received, past its ship-by date (fulfillBy)",
    truth: "It should have left by Wednesday evening and has not been shipped.",
    order: {
      who: "paul",
      placed: at(-5, "16:20"),
      lines: [["JT-PCRUG-TARTAN", 1]],
      promise: false,
      at: { hamburg: { fulfillBy: at(-2, "18:00") } },
    },
  },
  {
    number: 1007,
    title: "Awaiting payment by bank transfer",
    truth: "The bank transfer has not arrived yet, so the order waits; nothing has been charged.",
    order: {
      who: "lena",
      placed: at(-3, "18:55"),
      lines: [["JT-SLDVC-200-200-WHITE", 1]],
      payment: "pending",
      gateway: "Bank Deposit",
      at: {
        hamburg: { holds: [{ reason: "AWAITING_PAYMENT", reasonNotes: "Bank transfer open", from: at(-3, "18:56") }] },
      },
    },
  },
  {
    number: 1008,
    title: "Payment authorized, captured when it ships",
    truth: "The card was authorized yesterday; the money is taken when the order is shipped.",
    order: { who: "deniz", placed: at(-1, "12:30"), lines: [["JT-ENCMP-GREEN", 1]], payment: "authorized" },
  },
  {
    number: 1009,
    title: "Held for review: the payment looks risky",
    truth: "The order is being reviewed; to the shopper no more than that may be said.",
    order: {
      who: "james",
      placed: at(-2, "23:52"),
      lines: [["JT-RNPRK-L-BLACK", 3]],
      payment: "authorized",
      at: { venlo: { requests: [], holds: [{ reason: "HIGH_RISK_OF_FRAUD", from: at(-2, "23:54") }] } },
      more: {
        risk: {
          recommendation: "INVESTIGATE",
          assessments: [
            {
              level: "HIGH",
              facts: [
                { description: "Billing address and card's country do not match", sentiment: "NEGATIVE" },
                { description: "Five attempts with four different cards", sentiment: "NEGATIVE" },
              ],
            },
          ],
        },
      },
    },
  },
  {
    number: 1010,
    title: "Authorization expired before it was captured",
    truth:
      "The payment's authorization ran out and no money was taken, so the order cannot be shipped until it is paid again.",
    order: {
      who: "giulia",
      placed: at(-12, "15:11"),
      lines: [["JT-MRTHR-INK", 1]],
      payment: "authorized",
      more: { displayFinancialStatus: "EXPIRED" },
    },
  },
  {
    number: 1011,
    title: "Partly paid: a deposit",
    truth: "A deposit of €200.00 was paid, €468.00 is open, and the chair is built after that.",
    order: {
      who: "sofie",
      placed: at(-4, "11:25"),
      lines: [["MD-READ-OAT-BOUCLE", 1]],
      method: "freight",
      at: { dabrowa: { requests: [] } },
      more: { transactions: [{ id: 1, kind: "SALE", amount: "200.00", gateway: "Bank Deposit", at: at(-3, "09:30") }] },
    },
  },
  {
    number: 1012,
    title: "First card declined, second one went through",
    truth: "The first card was declined, the second payment succeeded, and the order is being handled.",
    order: {
      who: "sanne",
      placed: at(-1, "09:41"),
      lines: [
        ["JT-WTCAP-RUST", 1],
        ["JT-WLSCK-36-38-OAT", 2],
      ],
      more: {
        transactions: [
          {
            id: 1,
            kind: "SALE",
            status: "FAILURE",
            errorCode: "CARD_DECLINED",
            amount: "78.90",
            at: at(-1, "09:40:12"),
          },
          { id: 2, kind: "SALE", amount: "78.90", at: at(-1, "09:41:03") },
        ],
      },
    },
  },
  {
    number: 1130,
    title: "Just placed, not assigned to a location yet",
    truth: "Placed and paid this morning; Shopify has not decided yet which location ships it.",
    order: {
      who: "grace",
      placed: at(0, "10:12"),
      lines: [["JT-FLDBL-DOUBLE-OAT", 1]],
      promise: false,
      // Until orders are routed they have no fulfillment order at all.
      at: { hamburg: { createdAt: at(0, "18:00") } },
    },
  },
];

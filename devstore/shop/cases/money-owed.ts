import { at } from "../time.ts";
import { arrives, type Case, home, leavesVenlo } from "./case.ts";

/** Cancelled, taken out or come back, with the shopper's money on its way, kept in part, or still to be sent. */
export const moneyOwedCases: Case[] = [
  {
    number: 1140,
    title: "Cancelled, refunded in part",
    truth: "Cancelled on Tuesday after the engraving had begun: €56.90 was refunded and €20.00 kept for the work.",
    order: {
      who: "miriam",
      placed: at(-7, "13:24"),
      lines: [["JT-ENGOB-LARGE", 1, { properties: [{ key: "Engraving", value: "Schäfers Stube" }] }]],
      at: { hamburg: { inProgressAt: at(-4, "09:40") } },
      more: {
        cancel: { at: at(-3, "11:02"), reason: "CUSTOMER" },
        refunds: [
          {
            at: at(-3, "11:02"),
            note: "€20.00 kept for the engraving, as agreed on the phone",
            transactions: [{ kind: "REFUND", parent: 1, amount: "56.90", at: at(-3, "11:02:07") }],
          },
        ],
      },
    },
  },
  {
    number: 1141,
    title: "Cancelled by the shop, nothing refunded yet",
    truth: "The shop cancelled it yesterday because the candle is sold out, and has not sent the money back yet.",
    order: {
      who: "priya",
      placed: at(-3, "18:50"),
      lines: [["JT-SACAN-400-G", 1]],
      more: { cancel: { at: at(-1, "16:35"), reason: "INVENTORY" } },
    },
  },
  {
    number: 1145,
    title: "Cancelled, payment state unknown",
    truth: "Cancelled on Monday; Shopify gives no payment state for it, so nothing can be said about the money.",
    order: {
      who: "ken",
      placed: at(-6, "04:05"),
      lines: [["JT-BWWRP", 2]],
      more: { cancel: { at: at(-4, "09:20"), reason: "OTHER" }, displayFinancialStatus: null },
    },
  },
  {
    number: 1142,
    title: "One item taken out and refunded before shipping",
    truth: "The towels were taken out and refunded yesterday; the cutting board is still to be shipped.",
    order: {
      who: "florian",
      placed: at(-2, "11:48"),
      lines: [
        ["JT-LINTT", 1],
        ["JT-OAKCB-LARGE", 1],
      ],
      more: {
        refunds: [
          {
            at: at(-1, "13:30"),
            note: "Ordered twice by mistake",
            lines: [{ line: 1, restockType: "CANCEL", location: "hamburg" }],
            transactions: [{ kind: "REFUND", parent: 1, amount: "28.00", at: at(-1, "13:30:05") }],
          },
        ],
      },
    },
  },
  {
    number: 1143,
    title: "Return inspected, refund to follow",
    truth: "The returned parka arrived at Venlo and was inspected yesterday; the refund is still to be sent.",
    order: {
      who: "aisha",
      placed: at(-37, "15:10"),
      lines: [["JT-RNPRK-M-BLACK", 1]],
      parcels: [
        {
          from: "venlo",
          at: at(-36, "13:20"),
          carrier: "usps",
          scans: [...leavesVenlo(-36), ...arrives(-25, home("aisha"))],
        },
      ],
      more: {
        returns: [
          {
            requestedAt: at(-20, "21:15"),
            approvedAt: at(-18, "09:20"),
            lines: [
              {
                line: 1,
                reason: "size-too-large",
                dispositions: [{ at: at(-1, "11:40"), type: "RESTOCKED", location: "venlo" }],
              },
            ],
          },
        ],
        returnStatus: "INSPECTION_COMPLETE",
      },
    },
  },
];

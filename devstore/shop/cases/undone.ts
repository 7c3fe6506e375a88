import { at } from "../time.ts";
import { arrives, type Case, home, leavesHamburg, leavesVenlo } from "./case.ts";

/** Cancelled, edited, refunded. */
export const undoneCases: Case[] = [
  {
    number: 1056,
    title: "Cancelled by the shopper, refunded",
    truth: "Cancelled on Tuesday at the shopper's wish; the whole amount went back to the card the same day.",
    order: {
      who: "grace",
      placed: at(-4, "02:20"),
      lines: [["JT-STLAN", 1]],
      more: {
        cancel: { at: at(-3, "09:31"), reason: "CUSTOMER" },
        refunds: [
          {
            at: at(-3, "09:31"),
            note: "Customer changed their mind",
            lines: [{ line: 1, restockType: "CANCEL", location: "hamburg" }],
            shipping: "22.00",
            transactions: [{ kind: "REFUND", parent: 1, amount: "97.00", at: at(-3, "09:31:06") }],
          },
        ],
      },
    },
  },
  {
    number: 1057,
    title: "Cancelled, refund still pending",
    truth: "Cancelled yesterday; the refund has been started and is not confirmed by the bank yet.",
    order: {
      who: "marta",
      placed: at(-2, "19:26"),
      lines: [["JT-LINAP-RUST", 1]],
      more: {
        cancel: { at: at(-1, "10:12"), reason: "CUSTOMER" },
        refunds: [
          {
            at: at(-1, "10:12"),
            lines: [{ line: 1, restockType: "CANCEL", location: "hamburg" }],
            shipping: "12.90",
            transactions: [{ kind: "REFUND", status: "PENDING", parent: 1, amount: "60.90", at: at(-1, "10:12:04") }],
          },
        ],
      },
    },
  },
  {
    number: 1058,
    title: "Cancelled by the shop: sold out",
    truth: "The shop had to cancel because the throw is sold out, and refunded everything on 12 November.",
    order: {
      who: "oliver",
      placed: at(-12, "13:58"),
      lines: [["JT-MRTHR-RUST", 1]],
      more: {
        cancel: { at: at(-8, "11:45"), reason: "INVENTORY", staffNote: "Mill pushed the date twice" },
        refunds: [
          {
            at: at(-8, "11:45"),
            lines: [{ line: 1, restockType: "CANCEL" }],
            shipping: "11.00",
            transactions: [{ kind: "REFUND", parent: 1, amount: "147.50", at: at(-8, "11:45:08") }],
          },
        ],
      },
    },
  },
  {
    number: 1059,
    title: "Cancelled before the payment was captured",
    truth: "Cancelled last week; the card had only been authorized, so no money was taken.",
    order: {
      who: "chloe",
      placed: at(-8, "16:09"),
      lines: [["JT-RTBPK-OLIVE", 1]],
      at: { venlo: { requests: [] } },
      more: {
        cancel: { at: at(-7, "15:15"), reason: "CUSTOMER" },
        transactions: [
          {
            id: 1,
            kind: "AUTHORIZATION",
            amount: "268.80",
            at: at(-8, "16:09:05"),
            authorizationExpiresAt: at(-1, "16:09"),
          },
          { id: 2, kind: "VOID", parent: 1, amount: "268.80", at: at(-7, "15:15:02") },
        ],
      },
    },
  },
  {
    number: 1060,
    title: "Edited: an item was removed and its price refunded",
    truth: "The apron was taken out of the order and refunded; the wraps are being handled.",
    order: {
      who: "lucia",
      placed: at(-2, "10:15"),
      lines: [
        ["JT-LINAP-OAT", 1],
        ["JT-BWWRP", 3],
      ],
      more: {
        edits: [
          { at: at(-1, "09:40"), staffNote: "Removed at the customer's wish", removed: [{ line: 1, quantity: 1 }] },
        ],
        refunds: [
          {
            at: at(-1, "09:41"),
            transactions: [{ kind: "REFUND", parent: 1, amount: "48.00", at: at(-1, "09:41:03") }],
          },
        ],
      },
    },
  },
  {
    number: 1061,
    title: "Edited: an item was added, the difference is open",
    truth: "A second mug was added to the order yesterday; €18.00 is still to be paid.",
    order: {
      who: "tobias",
      placed: at(-2, "15:02"),
      lines: [
        ["JT-OAKCB-SMALL", 1],
        ["JT-HRBMG-SLATE", 1, { addedAt: at(-1, "11:20") }],
      ],
    },
  },
  {
    number: 1062,
    title: "Edited: one of two removed, another added, paid",
    truth: "One candle was swapped for a set of towels and the difference was paid; the order is being handled.",
    order: {
      who: "lena",
      placed: at(-2, "08:45"),
      lines: [
        ["JT-PSCAN-180-G", 2],
        ["JT-LINTT", 1, { addedAt: at(-1, "14:02") }],
      ],
      more: {
        edits: [{ at: at(-1, "14:02"), removed: [{ line: 1, quantity: 1 }] }],
        transactions: [
          { id: 1, kind: "SALE", amount: "48.90", at: at(-2, "08:45:04") },
          { id: 2, kind: "SALE", amount: "6.00", at: at(-1, "14:20:41") },
        ],
      },
    },
  },
  {
    number: 1063,
    title: "Refunded in full after delivery",
    truth: "Delivered damaged on 30 October and refunded in full on 3 November.",
    order: {
      who: "priya",
      placed: at(-26, "21:36"),
      lines: [["JT-TDPIT-SAND", 1]],
      parcels: [
        {
          at: at(-24, "11:05"),
          carrier: "dhlInternational",
          scans: [...leavesHamburg(-24), ...arrives(-21, home("priya"))],
        },
      ],
      more: {
        refunds: [
          {
            at: at(-17, "10:00"),
            note: "Arrived broken, photo received",
            lines: [{ line: 1, restockType: "NO_RESTOCK" }],
            shipping: "11.00",
            transactions: [{ kind: "REFUND", parent: 1, amount: "47.00", at: at(-17, "10:00:05") }],
          },
        ],
      },
    },
  },
  {
    number: 1064,
    title: "Partly refunded: one of three mugs was broken",
    truth: "Delivered last week; one of the three mugs was refunded on Monday.",
    order: {
      who: "emily",
      placed: at(-15, "12:00"),
      lines: [["JT-HRBMG-FOG", 3]],
      parcels: [
        {
          at: at(-14, "11:05"),
          carrier: "dhlInternational",
          scans: [...leavesHamburg(-14), ...arrives(-9, home("emily"))],
        },
      ],
      more: {
        refunds: [
          {
            at: at(-4, "14:20"),
            note: "One mug broken",
            lines: [{ line: 1, quantity: 1, restockType: "NO_RESTOCK" }],
            transactions: [{ kind: "REFUND", parent: 1, amount: "15.50", at: at(-4, "14:20:03") }],
          },
        ],
      },
    },
  },
  {
    number: 1065,
    title: "Shipping refunded because it came late",
    truth: "Delivered on 14 November, after the promised date; the shipping cost was refunded.",
    order: {
      who: "george",
      placed: at(-24, "09:59"),
      lines: [["JT-GRTRW", 1]],
      parcels: [
        {
          at: at(-22, "11:05"),
          carrier: "dhlInternational",
          scans: [...leavesHamburg(-22), ...arrives(-6, home("george"))],
        },
      ],
      more: {
        refunds: [
          {
            at: at(-5, "11:11"),
            note: "Sorry for the wait",
            shipping: "11.00",
            transactions: [{ kind: "REFUND", parent: 1, amount: "11.00", at: at(-5, "11:11:09") }],
          },
        ],
      },
    },
  },
  {
    number: 1066,
    title: "Partly refunded as store credit",
    truth: "The backpack was delivered with a broken buckle; €30.00 was given as store credit.",
    order: {
      who: "noor",
      placed: at(-20, "18:04"),
      lines: [["JT-RTBPK-BLACK", 1]],
      parcels: [
        {
          from: "venlo",
          at: at(-18, "13:20"),
          carrier: "postnl",
          scans: [...leavesVenlo(-18), ...arrives(-16, home("noor"))],
        },
      ],
      more: {
        refunds: [
          {
            at: at(-10, "15:00"),
            note: "Store credit for the broken buckle",
            transactions: [
              { kind: "REFUND", gateway: "shopify_store_credit", amount: "30.00", at: at(-10, "15:00:02") },
            ],
          },
        ],
      },
    },
  },
];

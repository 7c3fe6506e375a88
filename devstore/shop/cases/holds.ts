import { at } from "../time.ts";
import { arrives, type Case, home, leavesHamburg } from "./case.ts";

const since = at(-3, "09:20");

/** On hold, once for every reason Shopify has. */
export const holdCases: Case[] = [
  {
    number: 1030,
    title: "On hold: awaiting payment",
    truth: "The order waits for a payment that is still open.",
    order: {
      who: "oliver",
      placed: at(-4, "18:40"),
      lines: [["JT-FLDBL-DOUBLE-INK", 1]],
      payment: "pending",
      gateway: "Klarna",
      at: { hamburg: { holds: [{ reason: "AWAITING_PAYMENT", from: at(-4, "18:41") }] } },
    },
  },
  {
    number: 1031,
    title: "On hold: the items of a return are awaited",
    truth: "The exchange leaves as soon as the returned slippers are back at the warehouse.",
    order: {
      who: "noor",
      placed: at(-4, "09:05"),
      lines: [["JT-BRSLP-40", 1]],
      payment: "none",
      at: {
        venlo: {
          requests: [],
          holds: [
            {
              reason: "AWAITING_RETURN_ITEMS",
              reasonNotes: "Waiting for the size 39 of an earlier order",
              from: since,
            },
          ],
        },
      },
      more: {
        lineItems: [{ variant: "JT-BRSLP-40", price: "64.00", discounts: [{ title: "Exchange", amount: "64.00" }] }],
        shippingLines: [{ title: "Standard shipping", price: "0.00" }],
      },
    },
  },
  {
    number: 1032,
    title: "On hold: high risk of fraud, seen by the merchant after payment",
    truth: "The order is being reviewed; to the shopper no more than that may be said.",
    order: {
      who: "aisha",
      placed: at(-3, "03:14"),
      lines: [["JT-RTBPK-BLACK", 2]],
      at: {
        venlo: {
          requests: [],
          holds: [
            { reason: "HIGH_RISK_OF_FRAUD", reasonNotes: "3 chargebacks on this card, call the bank", from: since },
          ],
        },
      },
      more: {
        risk: {
          recommendation: "CANCEL",
          assessments: [
            {
              level: "HIGH",
              facts: [{ description: "Shipping address used with other cards", sentiment: "NEGATIVE" }],
            },
          ],
        },
      },
    },
  },
  {
    number: 1033,
    title: "On hold: the address is wrong",
    truth: "The street has no number, so the order waits until the shopper gives the right address.",
    order: {
      who: "ines",
      placed: at(-3, "08:58"),
      lines: [["JT-PSCAN-180-G", 2]],
      to: { address1: "rue Sainte", city: "Marseille", zip: "13001", country: "FR" },
      at: { hamburg: { holds: [{ reason: "INCORRECT_ADDRESS", reasonNotes: "House number missing", from: since }] } },
    },
  },
  {
    number: 1034,
    title: "On hold: out of stock",
    truth: "The throw in Rust is sold out and the order waits for new stock.",
    order: {
      who: "george",
      placed: at(-6, "12:12"),
      lines: [["JT-MRTHR-RUST", 1]],
      at: {
        hamburg: {
          holds: [{ reason: "INVENTORY_OUT_OF_STOCK", reasonNotes: "The mill delivers in two weeks", from: since }],
        },
      },
    },
  },
  {
    number: 1035,
    title: "On hold for a moment: post-purchase offer",
    truth: "Placed minutes ago; it is kept open for a moment for the offer after checkout.",
    order: {
      who: "madison",
      placed: at(0, "10:24"),
      lines: [["JT-HRBMG-SAND", 2]],
      at: {
        hamburg: {
          holds: [{ reason: "ONLINE_STORE_POST_PURCHASE_CROSS_SELL", from: at(0, "10:24:05"), until: at(0, "10:54") }],
        },
      },
    },
  },
  {
    number: 1036,
    title: "On hold for a reason unfit for the shopper's eyes",
    truth: "The order is on hold and the shop is looking into it; the note on the hold is internal.",
    order: {
      who: "liam",
      placed: at(-5, "20:31"),
      lines: [["JT-ENCMP-WHITE", 1]],
      at: {
        hamburg: {
          holds: [
            {
              reason: "OTHER",
              reasonNotes: "Difficult customer, complained twice last month. Check with Ines before shipping.",
              from: since,
            },
          ],
        },
      },
    },
  },
  {
    number: 1037,
    title: "On hold: delivery date unknown",
    truth: "The workshop cannot say yet when the chair will be ready.",
    order: {
      who: "katharina",
      placed: at(-10, "16:44"),
      lines: [["MD-READ-MOSS-WOOL", 1]],
      method: "freight",
      promise: false,
      at: {
        dabrowa: {
          requests: [],
          holds: [{ reason: "UNKNOWN_DELIVERY_DATE", reasonNotes: "Fabric late", from: since }],
        },
      },
    },
  },
  {
    number: 1038,
    title: "Two holds at once: address and stock",
    truth: "The order waits for new stock and for a correction of the address.",
    order: {
      who: "celine",
      placed: at(-6, "07:50"),
      lines: [["JT-SACAN-400-G", 1]],
      to: { address1: "Rue de Bourg", city: "Lausanne", zip: "9999", country: "CH" },
      at: {
        hamburg: {
          holds: [
            { reason: "INVENTORY_OUT_OF_STOCK", from: at(-5, "09:00") },
            {
              reason: "INCORRECT_ADDRESS",
              reasonNotes: "Postal code does not exist",
              from: since,
              byApp: true,
              handle: "address-check",
            },
          ],
        },
      },
    },
  },
  {
    number: 1039,
    title: "A hold that was lifted, shipped since",
    truth: "It was on hold for stock until Tuesday and left Hamburg yesterday.",
    order: {
      who: "paul",
      placed: at(-9, "14:00"),
      lines: [["JT-PCRUG-PLAIN", 1]],
      promise: false,
      at: { hamburg: { holds: [{ reason: "INVENTORY_OUT_OF_STOCK", from: at(-9, "15:00"), until: at(-3, "10:10") }] } },
      parcels: [{ at: at(-1, "11:05"), carrier: "dhl", scans: [...leavesHamburg(-1), ...arrives(1, home("paul"))] }],
    },
  },
];

import { at } from "../time.ts";
import { scan } from "../orders/parcel.ts";
import { PLACES } from "../orders/places.ts";
import { type Case, home, leavesVenlo, arrives } from "./case.ts";

/** What the 3PL in Venlo and the workshop in Dąbrowa were asked, and what they answered. */
export const thirdPartyCases: Case[] = [
  {
    number: 1013,
    title: "Sent to the 3PL, not answered yet",
    truth: "The order was passed to the fulfillment partner this morning, who has not confirmed it yet.",
    order: {
      who: "camille",
      placed: at(0, "09:48"),
      lines: [["JT-DCKTE-S-WHITE", 2]],
      at: { venlo: { requests: [{ sentAt: at(0, "09:52") }] } },
    },
  },
  {
    number: 1014,
    title: "Accepted by the 3PL",
    truth: "The fulfillment partner accepted the order yesterday afternoon and is preparing it.",
    order: { who: "hugo", placed: at(-1, "14:33"), lines: [["JT-CNVTT-NATURAL", 1]] },
  },
  {
    number: 1015,
    title: "Rejected by the 3PL: out of stock",
    truth:
      "The fulfillment partner could not take the order because the size is missing on its shelf; the shop has to decide what happens next.",
    order: {
      who: "marta",
      placed: at(-3, "17:08"),
      lines: [["JT-BRSLP-38", 1]],
      at: {
        venlo: {
          requests: [
            {
              sentAt: at(-3, "17:12"),
              response: {
                at: at(-2, "08:05"),
                accepted: false,
                message: "INVENTORY_OUT_OF_STOCK: 0 pcs of JT-BRSLP-38 on stock, count differs from your system",
              },
            },
          ],
        },
      },
    },
  },
  {
    number: 1016,
    title: "Cancellation asked of the 3PL, not answered yet",
    truth:
      "The shop asked the fulfillment partner this morning to cancel; until it answers, the parcel might still leave.",
    order: {
      who: "thomas",
      placed: at(-1, "20:19"),
      lines: [["JT-RTBPK-OLIVE", 1]],
      at: {
        venlo: {
          requests: [
            { sentAt: at(-1, "20:23"), response: { at: at(0, "07:15"), accepted: true } },
            { kind: "CANCELLATION_REQUEST", sentAt: at(0, "08:44"), message: "Customer ordered twice by mistake" },
          ],
        },
      },
    },
  },
  {
    number: 1017,
    title: "Cancellation refused by the 3PL, leaves today",
    truth: "It was too late to cancel: the parcel is already packed and will leave Venlo this afternoon.",
    order: {
      who: "javier",
      placed: at(-2, "12:40"),
      lines: [["JT-WSHBG", 1]],
      at: {
        venlo: {
          requests: [
            { sentAt: at(-2, "12:44"), response: { at: at(-2, "13:10"), accepted: true } },
            {
              kind: "CANCELLATION_REQUEST",
              sentAt: at(-1, "16:02"),
              response: { at: at(0, "07:40"), accepted: false, message: "Already packed" },
            },
          ],
        },
      },
      parcels: [
        {
          from: "venlo",
          at: at(0, "13:20"),
          carrier: "correos",
          scans: [...leavesVenlo(0), scan("IN_TRANSIT", 4, "19:10", PLACES.madrid), ...arrives(6, home("javier"))],
        },
      ],
    },
  },
  {
    number: 1018,
    title: "Cancellation accepted by the 3PL, money sent back",
    truth: "The order was cancelled before it left, and the whole amount was refunded on Wednesday.",
    order: {
      who: "daan",
      placed: at(-4, "10:55"),
      lines: [["JT-RNPRK-M-OLIVE", 1]],
      at: {
        venlo: {
          requests: [
            { sentAt: at(-4, "10:59"), response: { at: at(-4, "11:30"), accepted: true } },
            {
              kind: "CANCELLATION_REQUEST",
              sentAt: at(-3, "09:10"),
              response: { at: at(-3, "10:22"), accepted: true },
            },
          ],
          cancelledAt: at(-2, "09:30"),
        },
      },
      more: {
        cancel: { at: at(-2, "09:30"), reason: "CUSTOMER" },
        refunds: [
          {
            at: at(-2, "09:30"),
            lines: [{ line: 1, restockType: "CANCEL", location: "venlo" }],
            shipping: "8.90",
            transactions: [{ kind: "REFUND", parent: 1, amount: "197.90", at: at(-2, "09:30:05") }],
          },
        ],
      },
    },
  },
  {
    number: 1019,
    title: "Oversized, shipped by the supplier, still being built",
    truth: "The workshop accepted the bench and sends it itself; checkout promised it for 26 November to 3 December.",
    order: { who: "juergen", placed: at(-5, "19:02"), lines: [["MD-SOLA-160-CM", 1]], method: "freight" },
  },
  {
    number: 1020,
    title: "The 3PL gave up on the order",
    truth: "The fulfillment partner accepted the order but could not complete it; the shop has to take it over.",
    order: {
      who: "astrid",
      placed: at(-9, "13:37"),
      lines: [["JT-FSHSW-XL-ECRU", 1]],
      at: { venlo: { incompleteAt: at(-1, "15:45") } },
    },
  },
];

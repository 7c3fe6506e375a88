import type { LineSpec } from "../orders/order.ts";
import { scan } from "../orders/parcel.ts";
import { PLACES } from "../orders/places.ts";
import { VARIANTS } from "../catalog/variants.ts";
import { at } from "../time.ts";
import { arrives, type Case, home, leavesHamburg, leavesVenlo } from "./case.ts";

const warehouseSkus = [...VARIANTS.values()]
  .filter(
    ({ product, soldOut, cents }) =>
      product.place === "hamburg" && product.kind === undefined && cents <= 4000 && !soldOut,
  )
  .map(({ sku }) => sku);

/** A trade order: the same things again and again, each with the guest's name it is wrapped for. */
const manyLines: LineSpec[] = Array.from({ length: 250 }, (_, index) => [
  warehouseSkus[index % warehouseSkus.length] ?? "JT-BWWRP",
  1 + (index % 3),
  { properties: [{ key: "For", value: `Guest ${index + 1}` }] },
]);

/** Several parcels, or some of it shipped and some of it not. */
export const partlyCases: Case[] = [
  {
    number: 1040,
    title: "Partly shipped: the rest waits for stock",
    truth: "The mugs were delivered on Wednesday; the candle is out of stock and follows.",
    order: {
      who: "miriam",
      placed: at(-7, "17:45"),
      lines: [
        ["JT-HRBMG-SAND", 4],
        ["JT-SACAN-400-G", 1],
      ],
      promise: false,
      at: {
        hamburg: {
          holds: [
            { reason: "INVENTORY_OUT_OF_STOCK", reasonNotes: "New batch expected next week", from: at(-3, "16:00") },
          ],
        },
      },
      parcels: [
        {
          at: at(-4, "10:50"),
          carrier: "dhl",
          lines: [[1, 4]],
          scans: [...leavesHamburg(-4), ...arrives(-2, home("miriam"))],
        },
      ],
    },
  },
  {
    number: 1041,
    title: "Partly shipped: the rest is with the 3PL",
    truth: "The apron is in transit; the tee is being prepared by the fulfillment partner.",
    order: {
      who: "camille",
      placed: at(-3, "21:30"),
      lines: [
        ["JT-LINAP-OAT", 1],
        ["JT-DCKTE-M-NAVY", 1],
      ],
      parcels: [
        {
          from: "hamburg",
          at: at(-1, "11:05"),
          carrier: "dhlInternational",
          eta: at(5, "18:00"),
          scans: [...leavesHamburg(-1), scan("IN_TRANSIT", 3, "09:12", PLACES.paris), ...arrives(5, home("camille"))],
        },
      ],
    },
  },
  {
    number: 1042,
    title: "Partly shipped within one line: two of five mugs",
    truth: "Two of the five mugs are on their way, three are still to be shipped.",
    order: {
      who: "tobias",
      placed: at(-5, "12:18"),
      lines: [["JT-HRBMG-SLATE", 5]],
      promise: false,
      parcels: [
        {
          at: at(-1, "10:30"),
          carrier: "dhl",
          lines: [[1, 2]],
          scans: [...leavesHamburg(-1), ...arrives(1, home("tobias"))],
        },
      ],
    },
  },
  {
    number: 1043,
    title: "Three parcels from the warehouse, the 3PL and the supplier",
    truth:
      "The lantern was delivered on Tuesday, the parka is in transit and expected on Monday, and the peg rail has not left the workshop.",
    order: {
      who: "juergen",
      placed: at(-7, "08:27"),
      lines: [
        ["JT-STLAN", 1],
        ["JT-RNPRK-XL-OLIVE", 1],
        ["MD-PEGR-90-CM", 1],
      ],
      promise: false,
      parcels: [
        {
          from: "hamburg",
          at: at(-4, "11:05"),
          carrier: "dhl",
          scans: [...leavesHamburg(-4), ...arrives(-3, home("juergen"))],
        },
        {
          from: "venlo",
          at: at(-2, "13:20"),
          carrier: "ups",
          eta: at(3, "18:00"),
          scans: [...leavesVenlo(-2), scan("IN_TRANSIT", -1, "05:40", PLACES.cologne), ...arrives(3, home("juergen"))],
        },
        {
          from: "dabrowa",
          at: at(4, "14:00"),
          carrier: "dpd",
          scans: [
            scan("CARRIER_PICKED_UP", 4, "16:20", PLACES.dabrowa),
            scan("IN_TRANSIT", 4, "22:50", PLACES.wroclaw),
            ...arrives(6, home("juergen")),
          ],
        },
      ],
    },
  },
  {
    number: 1044,
    title: "Two parcels with different fates: one delivered, one coming back",
    truth:
      "The blanket was delivered on Monday; the socks could not be delivered and are on their way back to the sender.",
    order: {
      who: "florian",
      placed: at(-10, "11:02"),
      lines: [
        ["JT-FLDBL-SINGLE-OAT", 1],
        ["JT-WLSCK-42-44-MOSS", 3],
      ],
      parcels: [
        {
          from: "hamburg",
          at: at(-8, "11:05"),
          carrier: "dhlInternational",
          scans: [...leavesHamburg(-8), ...arrives(-4, home("florian"))],
        },
        {
          from: "venlo",
          at: at(-8, "13:20"),
          carrier: "austrianPost",
          scans: [
            ...leavesVenlo(-8),
            scan("OUT_FOR_DELIVERY", -3, "08:05", home("florian")),
            scan("FAILURE", -3, "11:40", home("florian"), {
              message: "Unzustellbar, Empfänger an der Adresse unbekannt. Rücksendung an den Absender",
            }),
          ],
        },
      ],
    },
  },
  {
    number: 1045,
    title: "An order of 250 lines, half of it shipped",
    truth: "The first 120 lines left in one parcel yesterday; the other 130 are still to be shipped.",
    order: {
      who: "emily",
      placed: at(-4, "09:33"),
      lines: manyLines,
      promise: false,
      parcels: [
        {
          at: at(-1, "15:10"),
          carrier: "dhlExpress",
          numbers: 4,
          eta: at(3, "18:00"),
          lines: Array.from({ length: 120 }, (_, index) => [index + 1] as const),
          scans: [scan("CARRIER_PICKED_UP", -1, "17:42"), scan("IN_TRANSIT", -1, "23:59", PLACES.leipzig)],
        },
      ],
      more: { poNumber: "PO-2026-1187", note: "Wedding favors, please wrap each one separately." },
    },
  },
];

import { scan } from "../orders/parcel.ts";
import { at } from "../time.ts";
import { arrives, type Case, home, leavesHamburg } from "./case.ts";

/** In the warehouse, or waiting for a date to come. */
export const preparingCases: Case[] = [
  {
    number: 1021,
    title: "Being prepared, no more known",
    truth: "The Hamburg warehouse has been working on it since this morning.",
    order: {
      who: "lena",
      placed: at(-1, "15:20"),
      lines: [["JT-LINAP-INK", 1]],
      at: { hamburg: { inProgressAt: at(0, "08:35") } },
    },
  },
  {
    number: 1022,
    title: "Being prepared: picked",
    truth: "The items have been picked and are being packed.",
    order: {
      who: "florian",
      placed: at(-1, "11:09"),
      lines: [["JT-HRBMG-FOG", 6]],
      at: { hamburg: { inProgressAt: at(0, "07:50") } },
      more: {
        tags: ["picked"],
        metafields: [{ namespace: "warehouse", key: "picked_at", type: "date_time", value: at(0, "08:20") }],
      },
    },
  },
  {
    number: 1023,
    title: "Being prepared: packed",
    truth: "The parcel is packed and waits for its label and the carrier's pickup.",
    order: {
      who: "deniz",
      placed: at(-2, "18:22"),
      lines: [
        ["JT-BWWRP", 2],
        ["JT-GRTRW", 1],
      ],
      at: { hamburg: { inProgressAt: at(-1, "14:10") } },
      more: {
        tags: ["picked", "packed"],
        metafields: [
          { namespace: "warehouse", key: "picked_at", type: "date_time", value: at(-1, "14:31") },
          { namespace: "warehouse", key: "packed_at", type: "date_time", value: at(-1, "15:02") },
        ],
      },
    },
  },
  {
    number: 1024,
    title: "Scheduled for a date the shopper chose",
    truth: "It is scheduled to leave on 14 December, as asked for.",
    order: {
      who: "katharina",
      placed: at(-4, "20:41"),
      lines: [["JT-STLAN", 2]],
      promise: false,
      at: { hamburg: { fulfillAt: at(24, "09:00") } },
      more: { note: "Please send it so that it arrives just before Christmas, we are away until mid-December." },
    },
  },
  {
    number: 1025,
    title: "Pre-order with a date",
    truth: "The hamper is a pre-order and is planned to leave on 2 December.",
    order: {
      who: "jonas",
      placed: at(-16, "21:05"),
      lines: [["JT-WHMPR", 1]],
      promise: false,
      at: { hamburg: { fulfillAt: at(12, "09:00") } },
      parcels: [{ at: at(12, "10:15"), carrier: "dhl", scans: [...leavesHamburg(12), ...arrives(13, home("jonas"))] }],
    },
  },
  {
    number: 1026,
    title: "Pre-order without a date",
    truth: "It is a pre-order and no shipping date is known yet.",
    order: {
      who: "noah",
      placed: at(-11, "17:30"),
      lines: [["JT-SACAN-400-G", 2]],
      promise: false,
      at: { hamburg: { preorder: true } },
      more: { tags: ["pre-order"] },
    },
  },
  {
    number: 1027,
    title: "Pre-order together with something in stock that was sent ahead",
    truth: "The socks were delivered last week; the hamper is planned to leave on 2 December.",
    order: {
      who: "sofie",
      placed: at(-13, "09:16"),
      lines: [
        ["JT-WHMPR", 1],
        ["JT-WLSCK-39-41-MOSS", 1],
      ],
      promise: false,
      at: { hamburg: { fulfillAt: at(12, "09:00") } },
      parcels: [
        {
          from: "venlo",
          at: at(-11, "12:00"),
          carrier: "ups",
          scans: [scan("CARRIER_PICKED_UP", -11, "18:40", null), ...arrives(-8, home("sofie"))],
        },
      ],
    },
  },
  {
    number: 1028,
    title: "Made to order, being engraved",
    truth: "The board is being engraved; made-to-order items take about eight working days, until 26 November.",
    order: {
      who: "emily",
      placed: at(-7, "22:13"),
      promise: false,
      lines: [["JT-ENGOB-LARGE", 1, { properties: [{ key: "Engraving", value: "Carter & Carter 2026" }] }]],
      at: { hamburg: { inProgressAt: at(-4, "09:00"), fulfillBy: at(6, "18:00") } },
    },
  },
  {
    number: 1029,
    title: "Leaves tomorrow",
    truth:
      "It is being packed; the parcel will leave Hamburg tomorrow, Saturday, when the warehouse works half a day before Christmas.",
    order: {
      who: "juergen",
      placed: at(-1, "19:55"),
      lines: [["JT-MRTHR-OAT", 1]],
      at: { hamburg: { inProgressAt: at(0, "09:50") } },
      parcels: [
        {
          at: at(1, "09:40"),
          carrier: "dhl",
          scans: [
            scan("CONFIRMED", 1, "09:41"),
            scan("CARRIER_PICKED_UP", 1, "12:55"),
            scan("IN_TRANSIT", 1, "20:30", { ...home("juergen"), city: "Aschheim", zip: null }),
            ...arrives(3, home("juergen")),
          ],
        },
      ],
    },
  },
];

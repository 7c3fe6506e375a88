import { at } from "../time.ts";
import { arrives, type Case, home, leavesHamburg } from "./case.ts";

/** Nothing to ship, or nothing of a part of it. */
export const noShippingCases: Case[] = [
  {
    number: 1046,
    title: "Digital only",
    truth: "The pattern was sent by email right after payment; nothing is shipped.",
    order: {
      who: "grace",
      placed: at(-2, "13:05"),
      lines: [["JT-PATFS-ENGLISH", 1]],
      parcels: [{ at: at(-2, "13:06") }],
    },
  },
  {
    number: 1047,
    title: "Gift card only",
    truth: "The gift card was sent by email; nothing is shipped.",
    order: { who: "luca", placed: at(-9, "18:18"), lines: [["JT-GIFT-50", 1]], parcels: [{ at: at(-9, "18:19") }] },
  },
  {
    number: 1048,
    title: "Digital and physical together, the physical part in transit",
    truth: "The course was sent by email at once; the towels are in transit.",
    order: {
      who: "sanne",
      placed: at(-3, "20:00"),
      lines: [
        ["JT-CRSSD", 1],
        ["JT-LINTT", 2],
      ],
      parcels: [
        { at: at(-3, "20:01"), more: { fulfillmentOrder: 1 } },
        {
          at: at(-1, "11:05"),
          carrier: "dhlInternational",
          scans: [...leavesHamburg(-1), ...arrives(3, home("sanne"))],
          more: { fulfillmentOrder: 2 },
        },
      ],
    },
  },
  {
    number: 1049,
    title: "Gift card and physical together, nothing shipped yet",
    truth: "The gift card was sent by email; the cutting board is still to be shipped.",
    order: {
      who: "hugo",
      placed: at(-1, "16:52"),
      lines: [
        ["JT-GIFT-25", 1],
        ["JT-OAKCB-SMALL", 1],
      ],
      parcels: [{ at: at(-1, "16:53"), more: { fulfillmentOrder: 1 } }],
    },
  },
  {
    number: 1135,
    title: "Digital, paid and not sent yet",
    truth: "The course was paid yesterday evening and has not been sent yet, which usually takes a minute.",
    order: { who: "aoife", placed: at(-1, "20:14"), lines: [["JT-CRSSD", 1]] },
  },
];

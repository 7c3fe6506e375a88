import { scan } from "../orders/parcel.ts";
import { PLACES } from "../orders/places.ts";
import { at } from "../time.ts";
import { type Case, home } from "./case.ts";

const kreuzberg = { ...PLACES.hamburg, city: "Berlin", zip: "10999" };

/** Collected at the shop in Kreuzberg, or brought by bike courier in Berlin. */
export const pickupAndLocalCases: Case[] = [
  {
    number: 1050,
    title: "Local pickup being prepared",
    truth: "The shop in Kreuzberg is preparing it; an email says when it is ready.",
    order: {
      who: "paul",
      placed: at(0, "09:10"),
      lines: [["JT-PSCAN-180-G", 1]],
      method: "pickup",
      at: { kreuzberg: { inProgressAt: at(0, "10:02") } },
    },
  },
  {
    number: 1051,
    title: "Local pickup ready",
    truth: "It has been ready at the shop in Kreuzberg since yesterday afternoon and waits to be collected.",
    order: {
      who: "ana",
      placed: at(-1, "12:01"),
      lines: [["JT-WTCAP-MOSS", 1]],
      method: "pickup",
      parcels: [{ from: "kreuzberg", at: at(-1, "15:30"), scans: [scan("READY_FOR_PICKUP", -1, "15:30", kreuzberg)] }],
    },
  },
  {
    number: 1052,
    title: "Local pickup collected",
    truth: "It was collected at the shop in Kreuzberg on Saturday.",
    order: {
      who: "deniz",
      placed: at(-8, "10:40"),
      lines: [["JT-CNVTT-OLIVE", 1]],
      method: "pickup",
      to: { address1: "Zeil 112", city: "Frankfurt am Main", zip: "60313", country: "DE" },
      parcels: [
        {
          from: "kreuzberg",
          at: at(-8, "16:12"),
          scans: [scan("READY_FOR_PICKUP", -8, "16:12", kreuzberg)],
          more: { pickedUpAt: at(-6, "12:48") },
        },
      ],
    },
  },
  {
    number: 1053,
    title: "Local pickup ready for a long time, not collected",
    truth: "It has been waiting at the shop in Kreuzberg for ten days; the shop keeps it for fourteen.",
    order: {
      who: "paul",
      placed: at(-11, "18:33"),
      lines: [["JT-ENCMP-GREEN", 1]],
      method: "pickup",
      parcels: [
        { from: "kreuzberg", at: at(-10, "11:00"), scans: [scan("READY_FOR_PICKUP", -10, "11:00", kreuzberg)] },
      ],
    },
  },
  {
    number: 1054,
    title: "Local delivery today",
    truth: "The bike courier has it and brings it today.",
    order: {
      who: "ana",
      placed: at(-1, "22:17"),
      lines: [
        ["JT-BWWRP", 1],
        ["JT-HRBMG-FOG", 1],
      ],
      method: "courier",
      parcels: [
        {
          from: "kreuzberg",
          at: at(0, "09:45"),
          eta: at(0, "13:00"),
          scans: [
            scan("OUT_FOR_DELIVERY", 0, "10:05", kreuzberg, { message: "The courier is on the way." }),
            scan("DELIVERED", 0, "11:52", home("ana"), { message: "Handed over in person." }),
          ],
        },
      ],
    },
  },
  {
    number: 1055,
    title: "Local delivery, delivered",
    truth: "The bike courier delivered it on Thursday last week.",
    order: {
      who: "paul",
      placed: at(-9, "09:12"),
      lines: [["JT-LINTT", 1]],
      method: "courier",
      parcels: [
        {
          from: "kreuzberg",
          at: at(-8, "10:00"),
          scans: [
            scan("OUT_FOR_DELIVERY", -8, "13:30", kreuzberg),
            scan("DELIVERED", -8, "14:21", home("paul"), { message: "Left with the baker downstairs." }),
          ],
        },
      ],
    },
  },
  {
    number: 1132,
    title: "Local delivery being prepared",
    truth: "It was ordered this morning; the shop packs it and the bike courier brings it by Monday.",
    order: {
      who: "paul",
      placed: at(0, "08:39"),
      lines: [
        ["JT-STLAN", 1],
        ["JT-PSCAN-180-G", 1],
      ],
      method: "courier",
    },
  },
  {
    number: 1134,
    title: "Bought in the shop",
    truth: "It was bought and taken along at the shop in Kreuzberg on Saturday.",
    order: {
      who: "deniz",
      placed: at(-6, "13:07"),
      lines: [["JT-HRBMG-FOG", 1]],
      method: "pickup",
      gateway: "cash",
      parcels: [{ from: "kreuzberg", at: at(-6, "13:07"), more: { displayStatus: "FULFILLED" } }],
      more: {
        sourceName: "pos",
        shippingLines: [],
        shippingAddress: null,
        deliveryMethod: { type: "RETAIL", presentedName: null },
      },
    },
  },
];

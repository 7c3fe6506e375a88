import { scan } from "../orders/parcel.ts";
import { PLACES } from "../orders/places.ts";
import { at } from "../time.ts";
import { type Case, home, leavesHamburg, leavesVenlo } from "./case.ts";

/** What only the carrier's words say: where a parcel waits, until when, and what is wrong with it. */
export const carrierMessageCases: Case[] = [
  {
    number: 1161,
    title: "Kept at a shop near the shopper, until a day",
    truth: "PostNL met nobody on Thursday and keeps it at Albert Heijn, Damstraat 12, until November 28.",
    order: {
      who: "daan",
      placed: at(-5, "20:14"),
      lines: [["JT-WLSCK-36-38-OAT", 1]],
      parcels: [
        {
          from: "venlo",
          at: at(-3, "13:20"),
          carrier: "postnl",
          scans: [
            ...leavesVenlo(-3),
            scan("OUT_FOR_DELIVERY", -1, "08:05", home("daan")),
            scan("ATTEMPTED_DELIVERY", -1, "12:48", home("daan"), {
              message: "Niet thuis. Je pakket ligt klaar bij het PostNL-punt Albert Heijn, Damstraat 12 t/m 28-11.",
            }),
          ],
        },
      ],
    },
  },
  {
    number: 1162,
    title: "Kept at a post office branch until tomorrow",
    truth: "It waits in the branch at Hauptstraße 5, where DHL keeps it until tomorrow, November 21.",
    order: {
      who: "tobias",
      placed: at(-9, "08:30"),
      lines: [["JT-TDPIT-SAND", 1]],
      parcels: [
        {
          at: at(-7, "11:05"),
          carrier: "dhl",
          scans: [
            ...leavesHamburg(-7),
            scan("OUT_FOR_DELIVERY", -4, "08:22", home("tobias")),
            scan("READY_FOR_PICKUP", -4, "17:10", home("tobias"), {
              message: "Die Sendung liegt in der Filiale Hauptstraße 5 bis 21.11. zur Abholung bereit.",
            }),
          ],
        },
      ],
    },
  },
  {
    number: 1163,
    title: "Nobody was home, no new attempt announced",
    truth: "DHL met nobody yesterday and left a card; the shopper has to choose what happens next.",
    order: {
      who: "jonas",
      placed: at(-4, "13:37"),
      lines: [["JT-LINTT", 1]],
      parcels: [
        {
          at: at(-2, "11:05"),
          carrier: "dhl",
          scans: [
            ...leavesHamburg(-2),
            scan("OUT_FOR_DELIVERY", -1, "08:16", home("jonas")),
            scan("ATTEMPTED_DELIVERY", -1, "13:02", home("jonas"), {
              message: "The recipient was not at home. A notification card was left.",
            }),
          ],
        },
      ],
    },
  },
  {
    number: 1164,
    title: "Delivery needs a signature",
    truth: "UPS came this morning and needs an adult's signature to hand it over.",
    order: {
      who: "aoife",
      placed: at(-4, "10:48"),
      lines: [["JT-RNPRK-S-OLIVE", 1]],
      parcels: [
        {
          from: "venlo",
          at: at(-3, "13:20"),
          carrier: "ups",
          scans: [
            ...leavesVenlo(-3),
            scan("OUT_FOR_DELIVERY", 0, "07:12", home("aoife")),
            scan("ATTEMPTED_DELIVERY", 0, "09:05", home("aoife"), { message: "Adult signature required." }),
          ],
        },
      ],
    },
  },
  {
    number: 1165,
    title: "Damaged on the way, and still moving",
    truth: "DHL reported on Wednesday that it was damaged and repacked; it has been scanned since.",
    order: {
      who: "lena",
      placed: at(-4, "09:21"),
      lines: [["JT-STLAN", 1]],
      parcels: [
        {
          at: at(-3, "11:05"),
          carrier: "dhl",
          scans: [
            ...leavesHamburg(-3),
            scan("IN_TRANSIT", -2, "05:40", PLACES.leipzig, {
              message: "The shipment was damaged in transit and is being repacked.",
            }),
            scan("IN_TRANSIT", -1, "22:31", PLACES.cologne),
          ],
        },
      ],
    },
  },
  {
    number: 1166,
    title: "Not delivered because it is damaged",
    truth: "Royal Mail says that it was damaged and cannot be delivered.",
    order: {
      who: "george",
      placed: at(-9, "20:02"),
      lines: [["JT-WTCAP-RUST", 1]],
      parcels: [
        {
          from: "venlo",
          at: at(-7, "13:20"),
          carrier: "royalMail",
          scans: [
            ...leavesVenlo(-7),
            scan("IN_TRANSIT", -3, "22:10", PLACES.coventry),
            scan("FAILURE", -2, "10:20", PLACES.coventry, {
              message: "The item is damaged and delivery is not possible.",
            }),
          ],
        },
      ],
    },
  },
  {
    number: 1167,
    title: "Held by the carrier without a reason",
    truth: "UPS has held it since Thursday and does not say why.",
    order: {
      who: "hugo",
      placed: at(-4, "15:30"),
      lines: [["JT-DCKTE-L-NAVY", 1]],
      parcels: [
        {
          from: "venlo",
          at: at(-3, "13:20"),
          carrier: "ups",
          scans: [
            ...leavesVenlo(-3),
            scan("IN_TRANSIT", -1, "06:15", PLACES.paris, { message: "Package on hold at the facility." }),
          ],
        },
      ],
    },
  },
  {
    number: 1168,
    title: "The carrier is known from the number alone",
    truth: "It is in transit with UPS since Thursday; the shop has entered the number without the carrier.",
    order: {
      who: "priya",
      placed: at(-4, "11:40"),
      lines: [["JT-WLSCK-36-38-MOSS", 1]],
      parcels: [
        {
          from: "venlo",
          at: at(-2, "13:20"),
          scans: [...leavesVenlo(-2), scan("IN_TRANSIT", -1, "04:10", PLACES.langley)],
          more: { tracking: { number: "1Z999AA10123456784" } },
        },
      ],
    },
  },
];

import { scan } from "../orders/parcel.ts";
import { PLACES } from "../orders/places.ts";
import { at } from "../time.ts";
import { arrives, type Case, home, leavesVenlo } from "./case.ts";

/** Past its time, or held up: most of these go no further until somebody does something. */
export const overdueCases: Case[] = [
  {
    number: 1127,
    title: "Scheduled for a day that has passed",
    truth: "It was planned to leave on Wednesday and is still marked as scheduled, so somebody has to release it.",
    order: {
      who: "giulia",
      placed: at(-14, "20:27"),
      lines: [["JT-MRTHR-OAT", 1]],
      promise: false,
      // Shopify opens it by itself some time after the date, which is why the status is said outright.
      at: { hamburg: { fulfillAt: at(-2, "09:00"), status: "SCHEDULED" } },
      more: { note: "Away until 17 November, please send it after that." },
    },
  },
  {
    number: 1128,
    title: "Sent to the 3PL last week, never answered",
    truth:
      "The fulfillment partner was asked on Thursday last week and has not confirmed it; it should have left by now.",
    order: {
      who: "javier",
      placed: at(-8, "11:32"),
      lines: [["JT-CNVTT-OLIVE", 1]],
      promise: false,
      at: { venlo: { requests: [{ sentAt: at(-8, "11:36") }] } },
    },
  },
  {
    number: 1129,
    title: "Being prepared, past its ship-by date",
    truth: "The Hamburg warehouse began on Tuesday; it should have left by yesterday evening and has not.",
    order: {
      who: "luca",
      placed: at(-6, "16:18"),
      lines: [
        ["JT-SLDVC-135-200-FOG", 2],
        ["JT-LINTT", 1],
      ],
      promise: false,
      at: { hamburg: { inProgressAt: at(-3, "09:15"), fulfillBy: at(-1, "18:00") } },
    },
  },
  {
    number: 1131,
    title: "Local pickup, long overdue",
    truth: "It was ordered a week ago for collection in Kreuzberg, and the shop has not made it ready yet.",
    order: { who: "paul", placed: at(-7, "17:44"), lines: [["JT-TDPIT-SAND", 1]], method: "pickup" },
  },
  {
    number: 1133,
    title: "Local delivery promised for Tuesday, not brought",
    truth: "The bike courier was to bring it to Mila Krüger in Berlin by Tuesday, and it has not left the shop.",
    order: {
      who: "tobias",
      placed: at(-4, "10:51"),
      lines: [["JT-HRBMG-SAND", 2]],
      method: "courier",
      to: {
        firstName: "Mila",
        lastName: "Krüger",
        address1: "Pappelallee 31",
        city: "Berlin",
        zip: "10437",
        country: "DE",
      },
    },
  },
  {
    number: 1136,
    title: "Tracking number since Monday, never scanned",
    truth: "There is a tracking number since Monday and the carrier has not reported a single scan.",
    order: {
      who: "astrid",
      placed: at(-6, "12:09"),
      lines: [["JT-OAKCB-LARGE", 1]],
      parcels: [{ at: at(-4, "14:40"), carrier: "dhlInternational" }],
    },
  },
  {
    number: 1137,
    title: "Shipped without tracking, past the promised date",
    truth: "It was marked as shipped on 26 October without tracking, and the promised 11 November has passed.",
    order: {
      who: "chloe",
      placed: at(-27, "22:36"),
      lines: [["JT-LINTT", 2]],
      parcels: [{ at: at(-25, "15:20") }],
    },
  },
  {
    number: 1138,
    title: "The carrier asks for the address",
    truth: "Canada Post has held the parcel since Wednesday because the unit number is missing in the address.",
    order: {
      who: "liam",
      placed: at(-11, "19:03"),
      lines: [["JT-FSHSW-L-ECRU", 1]],
      parcels: [
        {
          from: "venlo",
          at: at(-9, "13:20"),
          carrier: "canadaPost",
          scans: [
            ...leavesVenlo(-9),
            scan("IN_TRANSIT", -4, "06:12", PLACES.mississauga),
            scan("DELAYED", -2, "10:45", PLACES.mississauga, {
              message: "Item held: incomplete address, unit number missing. Sender or recipient to contact us.",
            }),
          ],
        },
      ],
    },
  },
  {
    number: 1139,
    title: "At the post office for more than a week",
    truth: "It has been waiting at the post office since Thursday last week and has not been collected.",
    order: {
      who: "lucia",
      placed: at(-18, "09:37"),
      lines: [["JT-WTCAP-NAVY", 1]],
      parcels: [
        {
          from: "venlo",
          at: at(-16, "13:20"),
          carrier: "correos",
          scans: [
            ...leavesVenlo(-16),
            scan("IN_TRANSIT", -11, "20:30", PLACES.madrid),
            scan("ATTEMPTED_DELIVERY", -9, "12:15", home("lucia")),
            scan("READY_FOR_PICKUP", -8, "09:05", home("lucia")),
          ],
        },
      ],
    },
  },
  {
    number: 1144,
    title: "In transit, expected after the promised date",
    truth: "It is in transit; Colissimo expects it on Monday, although checkout promised it by Thursday.",
    order: {
      who: "camille",
      placed: at(-9, "12:41"),
      lines: [["JT-WSHBG", 1]],
      parcels: [
        {
          from: "venlo",
          at: at(-4, "13:20"),
          carrier: "colissimo",
          eta: at(3, "18:00"),
          scans: [...leavesVenlo(-4), scan("IN_TRANSIT", -1, "21:40", PLACES.paris), ...arrives(3, home("camille"))],
        },
      ],
    },
  },
];

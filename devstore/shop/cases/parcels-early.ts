import { scan } from "../orders/parcel.ts";
import { PLACES } from "../orders/places.ts";
import { at } from "../time.ts";
import { arrives, type Case, home, leavesHamburg } from "./case.ts";

/** A parcel that has hardly begun its journey, or never will. */
export const earlyParcelCases: Case[] = [
  {
    number: 1087,
    title: "Label bought this morning",
    truth: "The label was made this morning and DHL picks the parcel up this evening.",
    order: {
      who: "sofie",
      placed: at(-1, "13:49"),
      lines: [["JT-PSCAN-180-G", 1]],
      parcels: [
        {
          at: at(0, "09:58"),
          carrier: "dhl",
          scans: [
            scan("LABEL_PURCHASED", 0, "09:58"),
            scan("LABEL_PRINTED", 0, "10:04"),
            scan("CARRIER_PICKED_UP", 0, "17:42"),
            scan("IN_TRANSIT", 0, "23:18", PLACES.hannover),
            ...arrives(1, home("sofie")),
          ],
        },
      ],
    },
  },
  {
    number: 1088,
    title: "Label printed days ago, never picked up",
    truth: "The label was printed on Monday, and the carrier has not scanned the parcel since.",
    order: {
      who: "george",
      placed: at(-6, "15:15"),
      lines: [["JT-LINTT", 2]],
      parcels: [
        {
          at: at(-4, "10:12"),
          carrier: "dhlInternational",
          scans: [scan("LABEL_PURCHASED", -4, "10:12"), scan("LABEL_PRINTED", -4, "10:13")],
        },
      ],
    },
  },
  {
    number: 1089,
    title: "Picked up by the carrier yesterday evening",
    truth: "DHL picked the parcel up yesterday evening.",
    order: {
      who: "jonas",
      placed: at(-2, "09:31"),
      lines: [["JT-ENCMP-WHITE", 1]],
      parcels: [
        {
          at: at(-1, "14:30"),
          carrier: "dhl",
          scans: [
            scan("LABEL_PRINTED", -1, "14:30"),
            scan("CARRIER_PICKED_UP", -1, "17:42"),
            scan("IN_TRANSIT", 0, "13:10", PLACES.hannover),
            ...arrives(1, home("jonas")),
          ],
        },
      ],
    },
  },
  {
    number: 1090,
    title: "Tracking number, no scans yet",
    truth: "There is a tracking number since yesterday and the carrier has not reported anything yet.",
    order: {
      who: "marta",
      placed: at(-2, "21:21"),
      lines: [["JT-DCKTE-XS-WHITE", 1]],
      parcels: [{ from: "venlo", at: at(-1, "16:40"), carrier: "correos" }],
    },
  },
  {
    number: 1091,
    title: "Marked as fulfilled, no tracking",
    truth: "It was marked as shipped on Monday without tracking; where it is now is not known.",
    order: { who: "camille", placed: at(-6, "08:08"), lines: [["JT-BWWRP", 1]], parcels: [{ at: at(-4, "15:55") }] },
  },
  {
    number: 1092,
    title: "Label voided, not shipped",
    truth: "The label made on Tuesday was voided; the parcel waits for a new one.",
    order: {
      who: "florian",
      placed: at(-4, "10:10"),
      lines: [["JT-PCRUG-PLAIN", 1]],
      parcels: [
        {
          at: at(-3, "11:00"),
          carrier: "dhlInternational",
          scans: [scan("LABEL_PURCHASED", -3, "11:00")],
          more: { labelVoidedAt: at(-3, "15:20") },
        },
      ],
    },
  },
  {
    number: 1093,
    title: "Fulfillment cancelled, then shipped again",
    truth: "The first parcel was cancelled in the warehouse; the second one left on Wednesday and is in transit.",
    order: {
      who: "deniz",
      placed: at(-7, "19:19"),
      lines: [["JT-SLDVC-155-220-FOG", 1]],
      promise: false,
      parcels: [
        {
          at: at(-4, "10:30"),
          carrier: "dhl",
          scans: [scan("LABEL_PURCHASED", -4, "10:30")],
          lines: [[1, 1]],
          more: { cancelledAt: at(-4, "12:00") },
        },
        {
          at: at(-2, "11:05"),
          carrier: "dhl",
          lines: [[1, 1]],
          scans: [
            ...leavesHamburg(-2),
            scan("IN_TRANSIT", -1, "14:20", { ...PLACES.frankfurt, city: "Obertshausen" }),
            ...arrives(1, home("deniz")),
          ],
        },
      ],
    },
  },
];

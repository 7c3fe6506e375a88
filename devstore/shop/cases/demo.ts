import { scan } from "../orders/parcel.ts";
import { PLACES } from "../orders/places.ts";
import { at } from "../time.ts";
import { arrives, type Case, home, leavesHamburg, leavesVenlo } from "./case.ts";

const berlin = home("ana");
const monday = at(3, "18:00");

/** Ana's orders: what a first visitor of the demo sees. */
export const demoCases: Case[] = [
  {
    number: 1001,
    title: "Two parcels: one delivered, one on its way with an estimate",
    truth:
      "The mugs and the candle were delivered on Tuesday; the sweater left Venlo on Wednesday and UPS expects to deliver it on Monday, 23 November.",
    order: {
      who: "ana",
      placed: at(-6, "20:14"),
      lines: [
        ["JT-HRBMG-SAND", 2],
        ["JT-PSCAN-400-G", 1],
        ["JT-FSHSW-M-NAVY", 1],
      ],
      // Each place promises for itself: what is knitted takes a little longer.
      at: {
        venlo: {
          deliveryMethod: {
            type: "SHIPPING",
            presentedName: "Standard shipping",
            serviceCode: "standard",
            minDeliveryAt: at(-1, "08:00"),
            maxDeliveryAt: at(4, "20:00"),
          },
        },
      },
      parcels: [
        {
          from: "hamburg",
          at: at(-4, "11:05"),
          carrier: "dhl",
          scans: [...leavesHamburg(-4), ...arrives(-3, berlin, "14:37")],
        },
        {
          from: "venlo",
          at: at(-2, "13:20"),
          carrier: "ups",
          eta: monday,
          scans: [
            ...leavesVenlo(-2),
            scan("IN_TRANSIT", -1, "06:32", PLACES.cologne, { message: "Arrived at Facility", eta: monday }),
            scan("IN_TRANSIT", -1, "21:48", PLACES.cologne, { eta: monday }),
            scan("IN_TRANSIT", 1, "04:55", PLACES.rudersdorf, { message: "Arrived at Facility", eta: monday }),
            ...arrives(3, berlin, "13:40"),
          ],
        },
      ],
    },
  },
  {
    number: 1002,
    title: "Delivered long ago",
    truth: "The blanket was delivered on 17 October, five weeks ago.",
    order: {
      who: "ana",
      placed: at(-38, "19:31"),
      lines: [["JT-FLDBL-SINGLE-MOSS", 1]],
      parcels: [{ at: at(-36, "10:40"), carrier: "dhl", scans: [...leavesHamburg(-36), ...arrives(-34, berlin)] }],
    },
  },
  {
    number: 1003,
    title: "Received this morning, within handling time",
    truth:
      "Placed and paid this morning, nothing has been shipped yet, and checkout promised it for 24 to 26 November.",
    order: {
      who: "ana",
      placed: at(0, "08:12"),
      lines: [
        ["JT-OAKCB-LARGE", 1],
        ["JT-LINTT", 1],
      ],
      parcels: [{ at: at(3, "10:20"), carrier: "dhl", scans: [...leavesHamburg(3), ...arrives(4, berlin)] }],
    },
  },
];

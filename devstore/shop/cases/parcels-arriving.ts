import { scan } from "../orders/parcel.ts";
import { PLACES } from "../orders/places.ts";
import { at } from "../time.ts";
import { arrives, type Case, home, leavesHamburg, leavesVenlo } from "./case.ts";

const packstation = (key: string, number: number) => ({
  ...home(key),
  city: `Packstation ${number}, ${home(key).city}`,
});

/** At the door, or nearly. */
export const arrivingParcelCases: Case[] = [
  {
    number: 1104,
    title: "Out for delivery today",
    truth: "The parcel has been on the delivery vehicle since this morning and arrives today.",
    order: {
      who: "jonas",
      placed: at(-3, "12:12"),
      lines: [
        ["JT-OAKCB-SMALL", 1],
        ["JT-BWWRP", 1],
      ],
      parcels: [
        {
          at: at(-1, "11:05"),
          carrier: "dhl",
          eta: at(0, "18:00"),
          scans: [...leavesHamburg(-1), ...arrives(0, home("jonas"), "13:48")],
        },
      ],
    },
  },
  {
    number: 1105,
    title: "Out for delivery since yesterday",
    truth: "It was loaded onto the delivery vehicle yesterday morning and no delivery has been reported.",
    order: {
      who: "lena",
      placed: at(-4, "19:49"),
      lines: [["JT-STLAN", 1]],
      parcels: [
        {
          at: at(-2, "11:05"),
          carrier: "dhl",
          scans: [
            ...leavesHamburg(-2),
            scan("OUT_FOR_DELIVERY", -1, "08:31", home("lena")),
            scan("DELIVERED", 1, "12:20", home("lena")),
          ],
        },
      ],
    },
  },
  {
    number: 1106,
    title: "Out for delivery for four days",
    truth: "It has been reported as out for delivery since Monday, which no van takes.",
    order: {
      who: "priya",
      placed: at(-11, "10:20"),
      lines: [["JT-WLSCK-36-38-MOSS", 4]],
      parcels: [
        {
          from: "venlo",
          at: at(-9, "13:20"),
          carrier: "royalMail",
          scans: [
            ...leavesVenlo(-9),
            scan("IN_TRANSIT", -5, "22:10", PLACES.coventry),
            scan("OUT_FOR_DELIVERY", -4, "08:02", home("priya")),
          ],
        },
      ],
    },
  },
  {
    number: 1107,
    title: "Delivery attempted, next attempt on the next working day",
    truth: "UPS found nobody home this morning and tries again on the next working day, Monday.",
    order: {
      who: "daan",
      placed: at(-4, "21:12"),
      lines: [["JT-RNPRK-S-OLIVE", 1]],
      parcels: [
        {
          from: "venlo",
          at: at(-3, "13:20"),
          carrier: "ups",
          scans: [
            ...leavesVenlo(-3),
            scan("OUT_FOR_DELIVERY", 0, "07:40", home("daan")),
            scan("ATTEMPTED_DELIVERY", 0, "09:41", home("daan"), {
              message:
                "The receiver was not available for delivery. We'll make a second attempt the next business day.",
            }),
            ...arrives(3, home("daan")),
          ],
        },
      ],
    },
  },
  {
    number: 1108,
    title: "Delivery attempted twice, to be arranged by the shopper",
    truth: "USPS left a notice twice; the shopper has to schedule a redelivery or collect it at the post office.",
    order: {
      who: "aisha",
      placed: at(-18, "04:44"),
      lines: [["JT-FSHSW-M-ECRU", 1]],
      parcels: [
        {
          from: "venlo",
          at: at(-15, "13:20"),
          carrier: "usps",
          scans: [
            ...leavesVenlo(-15),
            scan("IN_TRANSIT", -9, "03:22", PLACES.newYork),
            scan("ATTEMPTED_DELIVERY", -4, "15:10", home("aisha")),
            scan("ATTEMPTED_DELIVERY", -2, "14:41", home("aisha"), {
              message:
                "Notice Left (No Authorized Recipient Available). Schedule a redelivery or pick up at the Post Office",
            }),
          ],
        },
      ],
    },
  },
  {
    number: 1109,
    title: "Waiting at a pickup point",
    truth: "It has been waiting in the Packstation since Wednesday and is kept there for seven days.",
    order: {
      who: "sofie",
      placed: at(-5, "09:09"),
      lines: [["JT-FLDBL-SINGLE-INK", 1]],
      method: "packstation",
      parcels: [
        {
          at: at(-4, "11:05"),
          carrier: "dhl",
          scans: [
            ...leavesHamburg(-4),
            scan("OUT_FOR_DELIVERY", -2, "08:50", home("sofie")),
            scan("READY_FOR_PICKUP", -2, "11:32", packstation("sofie", 142), {
              message: "The shipment is ready for collection at Packstation 142 and kept there for seven days.",
            }),
          ],
        },
      ],
    },
  },
  {
    number: 1110,
    title: "Delivered this morning",
    truth: "It was delivered this morning.",
    order: {
      who: "jonas",
      placed: at(-3, "18:38"),
      lines: [["JT-LINTT", 1]],
      parcels: [
        { at: at(-2, "11:05"), carrier: "dhl", scans: [...leavesHamburg(-2), ...arrives(0, home("jonas"), "09:57")] },
      ],
    },
  },
  {
    number: 1111,
    title: "Delivered yesterday to a neighbor",
    truth: "It was left with a neighbor yesterday afternoon.",
    order: {
      who: "tobias",
      placed: at(-4, "14:14"),
      lines: [["JT-TDPIT-SAND", 1]],
      parcels: [
        {
          at: at(-3, "11:05"),
          carrier: "dhl",
          scans: [
            ...leavesHamburg(-3),
            scan("OUT_FOR_DELIVERY", -1, "08:22", home("tobias")),
            scan("DELIVERED", -1, "14:52", home("tobias"), {
              message: "The shipment was left with a neighbor: Familie Özdemir, Venloer Straße 308.",
            }),
          ],
        },
      ],
    },
  },
  {
    number: 1112,
    title: "Delivered four days ago, the shopper says it is not there",
    truth: "USPS says that it was delivered to the mailbox on Monday; the shopper wrote that it is not there.",
    order: {
      who: "madison",
      placed: at(-19, "23:11"),
      lines: [
        ["JT-WTCAP-RUST", 2],
        ["JT-WLSCK-36-38-OAT", 2],
      ],
      parcels: [
        {
          from: "venlo",
          at: at(-16, "13:20"),
          carrier: "usps",
          scans: [
            ...leavesVenlo(-16),
            scan("IN_TRANSIT", -10, "02:10", PLACES.newYork),
            ...arrives(-4, home("madison"), "16:33"),
          ],
        },
      ],
      more: { tags: ["says-not-received"], note: "Customer wrote yesterday that the mailbox is empty" },
    },
  },
  {
    number: 1113,
    title: "Delivery failed: address unknown",
    truth: "The carrier could not find the address and the parcel is waiting for better directions.",
    order: {
      who: "celine",
      placed: at(-13, "11:40"),
      lines: [["JT-WSHBG", 1]],
      parcels: [
        {
          from: "venlo",
          at: at(-11, "13:20"),
          carrier: "swissPost",
          scans: [
            ...leavesVenlo(-11),
            scan("OUT_FOR_DELIVERY", -4, "07:45", home("celine")),
            scan("FAILURE", -4, "10:18", home("celine"), {
              message: "Delivery not possible: recipient cannot be found at the indicated address",
            }),
          ],
        },
      ],
    },
  },
  {
    number: 1114,
    title: "Refused at the door",
    truth: "Somebody at the address refused the parcel on Tuesday and it is on its way back.",
    order: {
      who: "james",
      placed: at(-14, "18:01"),
      lines: [["JT-CNVTT-NATURAL", 1]],
      parcels: [
        {
          from: "venlo",
          at: at(-11, "13:20"),
          carrier: "fedex",
          scans: [
            ...leavesVenlo(-11),
            scan("IN_TRANSIT", -6, "05:30", PLACES.memphis),
            scan("OUT_FOR_DELIVERY", -3, "08:20", home("james")),
            scan("FAILURE", -3, "13:44", home("james"), {
              message: "Refused by recipient - returning package to shipper",
            }),
          ],
        },
      ],
    },
  },
  {
    number: 1115,
    title: "Returned to sender, back in the warehouse",
    truth: "It was not collected, went back, and arrived at the Hamburg warehouse on Wednesday.",
    order: {
      who: "ines",
      placed: at(-34, "12:34"),
      lines: [["JT-GRTRW", 2]],
      parcels: [
        {
          at: at(-32, "11:05"),
          carrier: "dhlInternational",
          scans: [
            ...leavesHamburg(-32),
            scan("READY_FOR_PICKUP", -26, "10:00", home("ines")),
            scan("FAILURE", -11, "17:05", home("ines"), {
              message: "Not collected in time. The shipment is being returned to the sender.",
            }),
            scan("FAILURE", -2, "10:21", PLACES.hamburg, { message: "The shipment was returned to the sender." }),
          ],
        },
      ],
    },
  },
];

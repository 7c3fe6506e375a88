import { scan } from "../orders/parcel.ts";
import { PLACES } from "../orders/places.ts";
import { at } from "../time.ts";
import { arrives, type Case, home, leavesHamburg, leavesVenlo } from "./case.ts";

/** Between the first scan and the delivery vehicle. */
export const movingParcelCases: Case[] = [
  {
    number: 1094,
    title: "In transit, on time",
    truth: "It left Hamburg on Wednesday and DHL expects to deliver it tomorrow, Saturday.",
    order: {
      who: "tobias",
      placed: at(-3, "13:13"),
      lines: [["JT-SLDVC-135-200-WHITE", 2]],
      parcels: [
        {
          at: at(-2, "11:05"),
          carrier: "dhl",
          eta: at(1, "18:00"),
          scans: [
            ...leavesHamburg(-2),
            scan("IN_TRANSIT", -1, "15:32", PLACES.cologne, { eta: at(1, "18:00") }),
            ...arrives(1, home("tobias")),
          ],
        },
      ],
    },
  },
  {
    number: 1095,
    title: "In transit, past its date",
    truth: "It was expected on Tuesday and was last scanned in Langley yesterday; it is late by three working days.",
    order: {
      who: "oliver",
      placed: at(-15, "10:50"),
      lines: [["JT-FLDBL-SINGLE-MOSS", 1]],
      parcels: [
        {
          at: at(-11, "11:05"),
          carrier: "dhlInternational",
          eta: at(-3, "18:00"),
          scans: [
            ...leavesHamburg(-11),
            scan("IN_TRANSIT", -8, "10:02", PLACES.frankfurt, { eta: at(-3, "18:00") }),
            scan("IN_TRANSIT", -1, "06:41", PLACES.langley, { message: "Arrived at the international hub" }),
            ...arrives(3, home("oliver")),
          ],
        },
      ],
    },
  },
  {
    number: 1096,
    title: "No scan for four days, domestic",
    truth: "The last scan was on Monday night in Hannover; for a parcel inside Germany that is unusual.",
    order: {
      who: "miriam",
      placed: at(-6, "11:11"),
      lines: [["JT-LINAP-OAT", 1]],
      promise: false,
      parcels: [{ at: at(-4, "11:05"), carrier: "dhl", scans: leavesHamburg(-4) }],
    },
  },
  {
    number: 1097,
    title: "No scan for nine days, abroad",
    truth: "The last scan was in Frankfurt on 11 November, before the flight to Japan.",
    order: {
      who: "ken",
      placed: at(-14, "06:20"),
      lines: [["JT-OAKCB-LARGE", 1]],
      parcels: [
        {
          at: at(-11, "11:05"),
          carrier: "dhlInternational",
          scans: [
            ...leavesHamburg(-11),
            scan("IN_TRANSIT", -9, "19:45", PLACES.frankfurt, {
              message: "The shipment will be flown to the destination country.",
            }),
          ],
        },
      ],
    },
  },
  {
    number: 1098,
    title: "Past the lost threshold, domestic",
    truth: "The last scan was on 3 November; a parcel inside Germany that is silent for so long counts as lost.",
    order: {
      who: "paul",
      placed: at(-20, "17:30"),
      lines: [["JT-STLAN", 1]],
      parcels: [
        {
          at: at(-18, "11:05"),
          carrier: "dhl",
          eta: at(-15, "18:00"),
          scans: [...leavesHamburg(-18), scan("IN_TRANSIT", -17, "03:50", PLACES.rudersdorf)],
        },
      ],
    },
  },
  {
    number: 1099,
    title: "Past the lost threshold, abroad",
    truth: "The last scan was on 14 October in New York; the parcel counts as lost.",
    order: {
      who: "noah",
      placed: at(-46, "22:40"),
      lines: [["JT-RNPRK-M-BLACK", 1]],
      parcels: [
        {
          from: "venlo",
          at: at(-44, "13:20"),
          carrier: "ups",
          eta: at(-36, "18:00"),
          scans: [
            ...leavesVenlo(-44),
            scan("IN_TRANSIT", -41, "08:15", PLACES.cologne),
            scan("IN_TRANSIT", -37, "21:30", PLACES.newYork, { message: "Arrived at Facility" }),
          ],
        },
      ],
    },
  },
  {
    number: 1100,
    title: "In customs",
    truth: "It has been with Swiss customs since Wednesday.",
    order: {
      who: "luca",
      placed: at(-8, "12:27"),
      lines: [["JT-MRTHR-OAT", 1]],
      parcels: [
        {
          at: at(-7, "11:05"),
          carrier: "dhlInternational",
          eta: at(3, "18:00"),
          scans: [
            ...leavesHamburg(-7),
            scan("IN_TRANSIT", -3, "20:14", PLACES.zurich, {
              message: "The shipment has arrived in the destination country.",
            }),
            scan("IN_TRANSIT", -2, "07:30", PLACES.zurich, { message: "Customs clearance in progress" }),
            scan("IN_TRANSIT", 3, "11:00", PLACES.zurich, { message: "Customs clearance completed" }),
            ...arrives(4, home("luca")),
          ],
        },
      ],
    },
  },
  {
    number: 1101,
    title: "In customs, the shopper has to pay duty",
    truth: "Customs in Canada asks for duty and taxes to be paid before the parcel can go on.",
    order: {
      who: "liam",
      placed: at(-15, "20:00"),
      lines: [["JT-FSHSW-L-ECRU", 1]],
      parcels: [
        {
          from: "venlo",
          at: at(-14, "13:20"),
          carrier: "canadaPost",
          scans: [
            ...leavesVenlo(-14),
            scan("IN_TRANSIT", -5, "09:50", PLACES.mississauga, { message: "Item presented to customs" }),
            scan("DELAYED", -3, "14:12", PLACES.mississauga, {
              message: "Item held by customs: payment of duty and taxes required by the recipient",
            }),
          ],
        },
      ],
    },
  },
  {
    number: 1102,
    title: "Delayed, as told by the carrier, with a new date",
    truth: "UPS says that the parcel is delayed by a storm and now expects to deliver it on Wednesday.",
    order: {
      who: "astrid",
      placed: at(-7, "16:16"),
      lines: [["JT-CNVTT-OLIVE", 2]],
      parcels: [
        {
          from: "venlo",
          at: at(-4, "13:20"),
          carrier: "ups",
          eta: at(-1, "18:00"),
          scans: [
            ...leavesVenlo(-4),
            scan(
              "DELAYED",
              -1,
              "07:20",
              { ...PLACES.stockholm, city: "Malmö" },
              { message: "Severe weather conditions have delayed delivery.", eta: at(5, "18:00") },
            ),
            ...arrives(5, home("astrid")),
          ],
        },
      ],
    },
  },
  {
    number: 1103,
    title: "The carrier moved its date forward",
    truth: "FedEx first said Thursday next week and now expects to deliver it on Monday.",
    order: {
      who: "yuki",
      placed: at(-6, "05:05"),
      lines: [["JT-FSHSW-S-NAVY", 1]],
      method: "express",
      parcels: [
        {
          from: "venlo",
          at: at(-3, "13:20"),
          carrier: "fedex",
          eta: at(6, "12:00"),
          scans: [
            ...leavesVenlo(-3),
            scan("IN_TRANSIT", -2, "04:10", PLACES.paris, { message: "Departed FedEx hub", eta: at(6, "12:00") }),
            scan("IN_TRANSIT", -1, "19:35", PLACES.tokyo, {
              message: "At destination sort facility",
              eta: at(3, "12:00"),
            }),
            ...arrives(3, home("yuki"), "10:55"),
          ],
        },
      ],
    },
  },
];

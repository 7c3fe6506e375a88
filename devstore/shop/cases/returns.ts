import { CARRIERS, type CarrierKey } from "../carriers/carriers.ts";
import { createRandom } from "../random.ts";
import { addWorkingDays, at } from "../time.ts";
import { arrives, type Case, home, leavesHamburg, leavesVenlo } from "./case.ts";

const slippers = (who: string, placed: number, size = "39"): Case["order"] => ({
  who,
  placed: at(placed, "18:12"),
  lines: [[`JT-BRSLP-${size}`, 1]],
  parcels: [
    {
      from: "venlo",
      at: at(addWorkingDays(placed, 2), "13:20"),
      carrier: "ups",
      scans: [...leavesVenlo(addWorkingDays(placed, 2)), ...arrives(addWorkingDays(placed, 5), home(who))],
    },
  ],
});

/** A return label's tracking, for the way back to Venlo or Hamburg. */
function wayBack(order: number, key: CarrierKey) {
  const carrier = CARRIERS[key];
  const number = carrier.number(createRandom(order));
  return { company: carrier.company, number, url: carrier.url(number) };
}

/** Returns and exchanges at each of their stages, and an order replaced by another. */
export const returnCases: Case[] = [
  {
    number: 1067,
    title: "Return requested",
    truth: "The return of the slippers was asked for yesterday and waits for the shop's approval.",
    order: {
      ...slippers("giulia", -14),
      more: {
        returns: [
          {
            requestedAt: at(-1, "17:40"),
            lines: [{ line: 1, reason: "size-too-small", customerNote: "I'd need a 40" }],
          },
        ],
      },
    },
  },
  {
    number: 1068,
    title: "Return approved, label sent, not sent back yet",
    truth: "The return was approved on Wednesday; the shopper has the label and has not sent the parcel yet.",
    order: {
      ...slippers("hugo", -17, "43"),
      more: {
        returns: [
          {
            requestedAt: at(-3, "08:14"),
            approvedAt: at(-2, "09:30"),
            lines: [{ line: 1, reason: "size-too-large" }],
            reverseDeliveries: [
              { at: at(-2, "09:31"), labelUrl: "https://juniper-and-tide.myshopify.com/returns/1068-R1.pdf" },
            ],
          },
        ],
      },
    },
  },
  {
    number: 1069,
    title: "Return declined: final sale",
    truth: "The return was declined because an engraved board is made to order and can't be returned.",
    order: {
      who: "oliver",
      placed: at(-30, "13:13"),
      lines: [["JT-ENGOB-SMALL", 1, { properties: [{ key: "Engraving", value: "The Hughes Kitchen" }] }]],
      parcels: [
        {
          at: at(-18, "11:05"),
          carrier: "dhlInternational",
          scans: [...leavesHamburg(-18), ...arrives(-14, home("oliver"))],
        },
      ],
      more: {
        returns: [
          {
            requestedAt: at(-9, "19:20"),
            declined: {
              at: at(-8, "10:05"),
              reason: "FINAL_SALE",
              note: "Engraved boards are made for you and can't be returned.",
            },
            lines: [{ line: 1, reason: "unwanted" }],
          },
        ],
      },
    },
  },
  {
    number: 1070,
    title: "Return in transit",
    truth: "The returned sweater is on its way back to Venlo with a label and a tracking number.",
    order: {
      who: "sofie",
      placed: at(-21, "20:50"),
      lines: [
        ["JT-FSHSW-S-NAVY", 1],
        ["JT-WTCAP-NAVY", 1],
      ],
      parcels: [
        {
          from: "venlo",
          at: at(-18, "13:20"),
          carrier: "ups",
          scans: [...leavesVenlo(-18), ...arrives(-15, home("sofie"))],
        },
      ],
      more: {
        returns: [
          {
            requestedAt: at(-8, "08:30"),
            approvedAt: at(-7, "09:00"),
            lines: [{ line: 1, reason: "size-too-small" }],
            reverseDeliveries: [{ at: at(-4, "16:10"), tracking: wayBack(1070, "ups") }],
          },
        ],
      },
    },
  },
  {
    number: 1071,
    title: "Return received, to be inspected",
    truth: "The returned slippers arrived at Venlo yesterday and are being inspected; the refund follows.",
    order: {
      ...slippers("lena", -24, "37"),
      more: {
        returns: [
          {
            requestedAt: at(-12, "12:00"),
            approvedAt: at(-11, "09:00"),
            lines: [
              {
                line: 1,
                reason: "unwanted",
                dispositions: [{ at: at(-1, "10:20"), type: "PROCESSING_REQUIRED", location: "venlo" }],
              },
            ],
            reverseDeliveries: [{ at: at(-9, "15:00"), tracking: wayBack(1071, "dhl") }],
          },
        ],
      },
    },
  },
  {
    number: 1072,
    title: "Return inspected and refunded",
    truth: "The returned backpack was restocked and €149.00 was refunded on Tuesday.",
    order: {
      who: "ines",
      placed: at(-31, "11:34"),
      lines: [["JT-RTBPK-OLIVE", 1]],
      parcels: [
        {
          from: "venlo",
          at: at(-29, "13:20"),
          carrier: "colissimo",
          scans: [...leavesVenlo(-29), ...arrives(-27, home("ines"))],
        },
      ],
      more: {
        returns: [
          {
            id: 1,
            requestedAt: at(-18, "10:00"),
            approvedAt: at(-17, "09:00"),
            closedAt: at(-3, "14:31"),
            lines: [
              {
                line: 1,
                reason: "unwanted",
                processedQuantity: 1,
                refundedQuantity: 1,
                dispositions: [{ at: at(-3, "14:30"), type: "RESTOCKED", location: "venlo" }],
              },
            ],
            reverseDeliveries: [{ at: at(-12, "17:00"), tracking: wayBack(1072, "colissimo") }],
          },
        ],
        refunds: [
          {
            at: at(-3, "14:31"),
            return: 1,
            lines: [{ line: 1, restockType: "RETURN", location: "venlo" }],
            transactions: [{ kind: "REFUND", parent: 1, amount: "149.00", at: at(-3, "14:31:06") }],
          },
        ],
      },
    },
  },
  {
    number: 1073,
    title: "Exchange awaiting the return",
    truth: "The size 40 is sent as soon as the size 39 has come back.",
    order: {
      ...slippers("noor", -18),
      more: {
        returns: [
          {
            requestedAt: at(-6, "21:00"),
            approvedAt: at(-5, "09:15"),
            lines: [{ line: 1, reason: "size-too-small" }],
            exchangeLines: [{ variant: "JT-BRSLP-40" }],
            reverseDeliveries: [{ at: at(-3, "13:00"), tracking: wayBack(1073, "postnl") }],
          },
        ],
      },
    },
  },
  {
    number: 1074,
    title: "Replaced by another order",
    truth: "The pitcher arrived broken on 10 November and is replaced by order #1075.",
    order: {
      who: "katharina",
      placed: at(-15, "10:10"),
      lines: [["JT-TDPIT-SLATE", 1]],
      parcels: [
        {
          at: at(-14, "11:05"),
          carrier: "dhlInternational",
          scans: [...leavesHamburg(-14), ...arrives(-10, home("katharina"))],
        },
      ],
      more: {
        tags: ["replaced"],
        customAttributes: [{ key: "replaced_by", value: "#1075" }],
        note: "Broken on arrival, replaced by #1075",
      },
    },
  },
  {
    number: 1075,
    title: "The replacement, free of charge, in transit",
    truth: "It replaces the broken pitcher of #1074, costs nothing, and is expected on Monday.",
    order: {
      who: "katharina",
      placed: at(-4, "11:00"),
      lines: [["JT-TDPIT-SLATE", 1, { discounts: [{ title: "Replacement", amount: "42.00" }] }]],
      parcels: [
        {
          at: at(-2, "11:05"),
          carrier: "dhlInternational",
          eta: at(3, "18:00"),
          scans: [...leavesHamburg(-2), ...arrives(3, home("katharina"))],
        },
      ],
      more: {
        shippingLines: [{ title: "Standard shipping", code: "standard", price: "0.00" }],
        tags: ["replacement"],
        sourceName: "shopify_draft_order",
        customAttributes: [{ key: "replaces", value: "#1074" }],
      },
    },
  },
  {
    number: 1076,
    title: "Exchange done: the new item has been sent",
    truth: "The tee in M came back and the one in L is on its way.",
    order: {
      who: "javier",
      placed: at(-25, "22:01"),
      lines: [
        ["JT-DCKTE-M-WHITE", 1],
        ["JT-DCKTE-L-WHITE", 1, { addedAt: at(-3, "09:40"), discounts: [{ title: "Exchange", amount: "39.00" }] }],
      ],
      parcels: [
        {
          from: "venlo",
          at: at(-23, "13:20"),
          carrier: "correos",
          lines: [[1]],
          scans: [...leavesVenlo(-23), ...arrives(-17, home("javier"))],
        },
        {
          from: "venlo",
          at: at(-2, "13:20"),
          carrier: "correos",
          lines: [[2]],
          more: { fulfillmentOrder: 2 },
          eta: at(5, "18:00"),
          scans: [...leavesVenlo(-2), ...arrives(5, home("javier"))],
        },
      ],
      more: {
        returns: [
          {
            requestedAt: at(-13, "09:00"),
            approvedAt: at(-13, "09:30"),
            closedAt: at(-3, "09:40"),
            lines: [
              {
                line: 1,
                reason: "size-too-small",
                processedQuantity: 1,
                dispositions: [{ at: at(-3, "09:39"), type: "RESTOCKED", location: "venlo" }],
              },
            ],
            exchangeLines: [{ variant: "JT-DCKTE-L-WHITE", line: 2 }],
          },
        ],
      },
    },
  },
  {
    number: 1077,
    title: "Return cancelled by the shopper",
    truth: "The return was cancelled; the slippers were kept.",
    order: {
      ...slippers("sanne", -22, "41"),
      more: {
        returns: [
          {
            requestedAt: at(-10, "10:00"),
            approvedAt: at(-9, "09:00"),
            cancelledAt: at(-8, "20:20"),
            lines: [{ line: 1, reason: "unwanted" }],
          },
        ],
      },
    },
  },
];

import { at } from "../time.ts";
import type { Case } from "./case.ts";

/** How far preparation is, said otherwise than by a tag. */
export const signalledCases: Case[] = [
  {
    number: 1175,
    title: "Packed, as a metafield says",
    truth: "The parcel is packed since this morning, and nothing but the warehouse's metafield says so.",
    order: {
      who: "sanne",
      placed: at(-1, "13:47"),
      lines: [["JT-LINAP-INK", 1]],
      at: { hamburg: { inProgressAt: at(0, "08:10") } },
      more: {
        metafields: [
          { namespace: "custom", key: "picked", type: "boolean", value: "true" },
          { namespace: "custom", key: "packed", type: "date_time", value: at(0, "09:05") },
        ],
      },
    },
  },
  {
    number: 1176,
    title: "Being prepared, as a progress report says",
    truth: "The Hamburg warehouse reported this morning that it is working on it; how far it is, nothing says.",
    order: {
      who: "chloe",
      placed: at(-1, "10:12"),
      lines: [["JT-HRBMG-FOG", 2]],
      at: { hamburg: { inProgressAt: at(0, "09:20") } },
      // Switched off: the warehouse has not packed it.
      more: { metafields: [{ namespace: "custom", key: "packed", type: "boolean", value: "false" }] },
    },
  },
];

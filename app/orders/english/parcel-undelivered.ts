import type { Texts } from "../texts.ts";
import { lower, on, say, start } from "./words.ts";

/** Parcels that do not arrive by themselves. */
export const PARCEL_UNDELIVERED = {
  delivery_failed: (w) => ({
    status: "Delivery failed",
    text: say(
      `${start(w.carrier)} reported${on(w.since)} that ${lower(w.subject)} couldn't be delivered.`,
      "It won't arrive by itself; our team needs to put this right with you.",
    ),
  }),
  delivery_failed_address: (w) => ({
    status: "Delivery failed: address not found",
    text: say(
      `${start(w.carrier)} couldn't find the address of ${lower(w.subject)}${on(w.since)}.`,
      "Please check the address and tell us how it can be found, so that we can arrange a new delivery.",
    ),
  }),
  delivery_failed_damaged: (w) => ({
    status: "Delivery failed: damaged",
    text: say(
      `${start(w.carrier)} reported${on(w.since)} that ${lower(w.subject)} was damaged and couldn't be delivered.`,
      "It won't arrive by itself; our team needs to put this right with you.",
    ),
  }),
  delivery_refused: (w) => ({
    status: "Delivery refused",
    text: say(
      `${start(w.carrier)} reports that ${lower(w.subject)} was refused at the door${on(w.since)}, so it should come back to us.`,
      "If that isn't right, or you still want it, our team can help.",
    ),
  }),
  returned_to_sender: (w) => ({
    status: "On its way back to us",
    text: say(
      `${start(w.carrier)} couldn't deliver ${lower(w.subject)} and is sending it back to us (reported${on(w.lastScan ?? w.since)}).`,
      "Our team can sort out with you what to do next.",
    ),
  }),
  returned_to_us: (w) => ({
    status: "Came back to us",
    text: say(
      `${w.subject} couldn't be delivered and came back to us${on(w.lastScan ?? w.since)}.`,
      "Our team can sort out with you what to do next.",
    ),
  }),
} satisfies Partial<Texts["group"]>;

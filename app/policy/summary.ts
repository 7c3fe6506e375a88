import { offerWords } from "./field-words.en.ts";
import { REASONS } from "./kinds.ts";
import type { RequestReason } from "./kinds.ts";
import type { Policy } from "./policy.ts";
import { list, plural, REASON_WORDS } from "./words.en.ts";

/** Characters of a summary for a model: a part of its fixed prompt, whatever a merchant writes. */
const LONGEST_BRIEF = 1_500;

const SUBJECTS: Readonly<Record<RequestReason, string>> = {
  ...REASON_WORDS,
  wrong_item: "Wrong item",
  missing_item: "Missing item",
  damaged: "Damaged",
  defective: "Defective",
  lost: "Lost parcel",
  not_received: "Delivered but not received",
  late: "Late",
  changed_mind: "Change of mind",
  wrong_size: "Wrong size or color",
  cancel: "Cancel before it is prepared",
  change_address: "New address before it is prepared",
  change_items: "Change of items before it is prepared",
};

/**
 * The policy for a model's prompt: what may be on offer, without any limit that a shopper should not hear of. Tools decide,
 * so that this only tells what is worth asking about. Below 1,500 characters.
 */
export function briefForModel(policy: Policy): string {
  const lines = REASONS.map((reason) => {
    const { enabled, offers, windowDays } = policy.reasons[reason];
    if (!enabled || offers.length === 0) return `${SUBJECTS[reason]}: a person.`;
    const within = windowDays === null ? "" : `, within ${plural(windowDays, "day")}`;
    return `${SUBJECTS[reason]}: ${list(offers.map(offerWords), "or")}${within}.`;
  });
  const payer = policy.returns.returnShipping === "shopper" ? "the shopper" : "the shop";
  const way = `The way back of a change of mind is paid by ${payer}, of what went wrong by the shop.`;
  const text = ["What the shop may offer; tools decide each case.", ...lines, way].join("\n");
  return text.length < LONGEST_BRIEF ? text : text.slice(0, text.lastIndexOf("\n", LONGEST_BRIEF - 1));
}

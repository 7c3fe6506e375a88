import type { ResolutionKind } from "../../../../policy/kinds.ts";
import { findAddress } from "./addresses.ts";
import { asksForOther, proposalArguments, proposalKey, type Case } from "./case.ts";
import { changeIn } from "./change.ts";
import { chooseItems } from "./choose-items.ts";
import type { Item, Option, Told } from "./told.ts";
import { findVariant } from "./variants.ts";

/** What a case waits for from the shopper. */
export type Ask = "items" | "evidence" | "option" | "destination" | "variant" | "change" | "address";

export type Step =
  | { do: "options" }
  | { do: "propose"; kind: ResolutionKind }
  | { do: "ask"; ask: Ask }
  /** There is nothing to choose now: wait, or no. An offer beside a no may still be taken. */
  | { do: "tell"; what: "wait" | "deny" | "more" }
  | { do: "confirm" }
  | { do: "person" }
  | { do: "nothing" };

const ask = (what: Ask): Step => ({ do: "ask", ask: what });

/** The next step of a case, from what was said and told so far; `fill` first takes from the words all that they say. */
export function nextStep(one: Case): Step {
  if (one.over || one.held) return { do: "nothing" };
  if (one.stuck) return { do: "person" };
  fill(one);
  const { told } = one;
  if (!told) return { do: "options" };
  if (told.verdict === "escalate") return { do: "person" };
  if (told.verdict === "choose_items") return one.items === null ? ask("items") : { do: "options" };
  if (asksForOther(one)) return { do: "options" };
  if (told.verdict === "wait_until") return { do: "tell", what: "wait" };
  if (told.verdict === "needs_evidence") {
    const missing = missingEvidence(one, told);
    if (missing) return missing;
  }
  if (told.options.length === 0 || (told.verdict === "deny" && one.taken === null)) return { do: "tell", what: "deny" };
  if (one.more) return { do: "tell", what: "more" };
  const option = optionWanted(one, told);
  return option ? detailsOf(one, told, option) : ask("option");
}

function missingEvidence(one: Case, { needs }: Told): Step | null {
  if (needs.photo && !one.photo) return ask("evidence");
  if (needs.photo && !one.toldWithPhoto) return { do: "options" };
  return needs.description && !one.described ? ask("evidence") : null;
}

/** What is still to be said before an option can be put on a card. */
function detailsOf(one: Case, told: Told, { kind, destinations }: Option): Step {
  const [first, second] = destinations;
  if (first !== undefined && second === undefined) one.destination = first;
  if (first === undefined) one.destination = null;
  if (second !== undefined && one.destination === null) return ask("destination");
  if (kind === "exchange") {
    if (told.chosen.length > 1) return { do: "person" };
    if (one.variant === null) return (itemOf(told)?.otherVariants.length ?? 0) > 0 ? ask("variant") : { do: "person" };
  }
  if (kind === "change_items" && one.variant === null && one.newQuantity === null) return ask("change");
  if (kind === "change_address") {
    const { address1, city } = findAddress(one.addressText);
    if (address1 === null || city === null || one.refused !== "") return ask("address");
  }
  const key = proposalKey(proposalArguments(one, kind));
  return one.proposal?.key === key ? { do: "confirm" } : { do: "propose", kind };
}

/** The option that the shopper took, asked for from the beginning, or that is the only one. */
function optionWanted(one: Case, { options }: Told): Option | null {
  if (one.taken !== null) return optionFor(one.taken, options);
  const exchange = one.wants.length === 0 && one.variant !== null ? optionFor("exchange", options) : null;
  if (exchange) return exchange;
  const wanted = new Set(one.wants.flatMap((want) => optionFor(want, options) ?? []));
  const [first, another] = [...wanted];
  if (first && !another) return first;
  const [only, more] = options;
  return wanted.size === 0 && one.wants.every(isVague) && only && !more ? only : null;
}

/** "Send it back" and "cancel" also say only that something is not wanted. */
function isVague(want: ResolutionKind): boolean {
  return want === "return" || want === "cancel" || want === "exchange";
}

/** Who wants store credit gets it by a refund that may be taken as such; money back for a return is a return. */
const INSTEAD: Partial<Record<ResolutionKind, readonly ResolutionKind[]>> = {
  refund: ["return", "cancel"],
  store_credit: ["refund", "return"],
  replacement: ["exchange"],
  exchange: ["replacement", "change_items"],
  cancel: ["return"],
};

export function optionFor(want: ResolutionKind, options: readonly Option[]): Option | null {
  const exact = options.find(({ kind }) => kind === want);
  if (exact) return exact;
  return (
    options.find(
      ({ kind, destinations }) =>
        (INSTEAD[want] ?? []).includes(kind) && (want !== "store_credit" || destinations.includes("store_credit")),
    ) ?? null
  );
}

export function itemOf({ items, chosen }: Told): Item | null {
  return items.find(({ number }) => number === chosen[0]?.number) ?? null;
}

/** Of what was said from the beginning, all that fits what the tools have told since. */
function fill(one: Case): void {
  const { told, known } = one;
  const items = told?.verdict === "choose_items" ? told.items : told ? null : known;
  if (items && one.items === null && !one.fromList) {
    const asked = { listed: false, before: "", missing: one.reason === "missing_item" };
    const choices = itemWords(one).map((text) => chooseItems(text, items, asked));
    const choice = choices.find(({ kind }) => kind === "chosen") ?? choices.at(-1) ?? { kind: "none" };
    if (choice.kind === "chosen") one.items = choice.items;
    else if (one.whole && choice.kind === "none")
      one.items = items.filter(({ free }) => free > 0).map(({ number, free }) => ({ number, quantity: free }));
  }
  const item = told && itemOf(told);
  if (!told || !item || (one.reason !== "wrong_size" && one.reason !== "change_items")) return;
  if (one.variant === null && one.text !== "") {
    const found = findVariant(one.text, item);
    if (found.kind === "one") one.variant = found.variant;
  }
  if (one.reason === "change_items" && one.variant === null && one.newQuantity === null) {
    const change = changeIn(one.text, item, told.chosen[0]?.quantity ?? 1);
    one.newQuantity = change.newQuantity;
    one.more = change.more;
  }
}

/** "Swap the white mug for a green one", "the lamp in small instead": the item stands before what is wanted instead. */
function itemWords({ reason, text }: Case): string[] {
  if (reason !== "wrong_size" && reason !== "change_items") return [text];
  const swapped =
    /\b(?:swap|exchange|change|switch|trade|replace)\b(.*?)\b(?:for|to|into|with|from)\b/i.exec(text)?.[1] ?? "";
  const before = /^(.*?)\bin\b.{1,40}\binstead\b/i.exec(text)?.[1] ?? "";
  return [swapped, before, text].filter((part) => part.trim() !== "");
}

import type { RequestReason, ResolutionKind } from "../../../../policy/kinds.ts";
import type { ProposalAsk } from "../../../../resolutions/tool-answers.ts";
import type { Call } from "../conversation.ts";
import { findAddress } from "./addresses.ts";
import { destinationIn, wantsIn, type Destination, type Request } from "./reasons.ts";
import { proposedOf, toldOf, unitsOf, type Proposed, type Told, type Units } from "./told.ts";

/** One thing to put right for one order: what the shopper said of it, and what the tools answered. */
export type Case = {
  order: string;
  reason: RequestReason;
  /** All units of the order, where none are named. */
  whole: boolean;
  /** All that was said about it. */
  text: string;
  wants: ResolutionKind[];
  /** Taken out of what was offered. */
  taken: ResolutionKind | null;
  items: Units[] | null;
  /** The items that the words seemed to name are not to be had: the shopper has to choose from the list. */
  fromList: boolean;
  destination: Destination | null;
  variant: string | null;
  newQuantity: number | null;
  /** More of an item is wanted, which is a new order. */
  more: boolean;
  addressText: string;
  photo: boolean;
  described: boolean;
  told: Told | null;
  /** The order's items, as an answer about something else told them: their numbers stay the same. */
  known: Told["items"] | null;
  /** The units that `told` speaks of, as they were asked for. */
  toldFor: string;
  toldWithPhoto: boolean;
  proposal: (Omit<Proposed, "proposed" | "resolution"> & { kind: ResolutionKind; key: string }) | null;
  /** Why a call was turned down, in the tool's words for models. */
  refused: string;
  /** The tools cannot help: a person has to. */
  stuck: boolean;
  /** Its card waits for a code by email. */
  held: boolean;
  misses: number;
  over: boolean;
};

/** These are about the order as it is, and not about items. */
const WHOLE_ORDER: ReadonlySet<RequestReason> = new Set(["cancel", "change_address", "late"]);

/** `said`: the whole message, which `text` is the part about this of. */
export function newCase(order: string, { reason, text }: Request & { reason: RequestReason }, said: string): Case {
  return {
    order,
    reason,
    whole: false,
    text,
    // "Send it to my office" asks for no replacement.
    wants: reason === "change_address" || reason === "change_items" ? [] : wantsIn(text),
    taken: null,
    items: null,
    fromList: false,
    destination: destinationIn(text),
    variant: null,
    newQuantity: null,
    more: false,
    addressText: reason === "change_address" ? said : "",
    photo: false,
    described: text.trim().split(/\s+/).length >= 6,
    told: null,
    known: null,
    toldFor: "",
    toldWithPhoto: false,
    proposal: null,
    refused: "",
    stuck: false,
    held: false,
    misses: 0,
    over: false,
  };
}

const keyOf = (items: readonly Units[]) =>
  items
    .map(({ number, quantity }) => `${number}x${quantity}`)
    .sort()
    .join();

/** The arguments that a case is asked about with. */
export function optionsArguments({ order, reason, items }: Case): Record<string, unknown> {
  return { orderName: order, reason, items: WHOLE_ORDER.has(reason) ? [] : (items ?? []) };
}

export function asksForOther(one: Case): boolean {
  if (WHOLE_ORDER.has(one.reason) || one.items === null) return false;
  return keyOf(one.items) !== one.toldFor && keyOf(one.items) !== keyOf(one.told?.chosen ?? []);
}

export function proposalArguments(one: Case, kind: ResolutionKind): Record<string, unknown> & ProposalAsk {
  const address = kind === "change_address" ? findAddress(one.addressText) : null;
  return {
    orderName: one.order,
    reason: one.reason,
    kind,
    items: WHOLE_ORDER.has(one.reason)
      ? []
      : (one.told?.chosen.map(({ number, quantity }) => ({ number, quantity })) ?? []),
    destination: one.destination,
    variant: kind === "exchange" || kind === "change_items" ? one.variant : null,
    newQuantity: kind === "change_items" && one.variant === null ? one.newQuantity : null,
    address:
      address?.address1 && address.city
        ? { ...address, address1: address.address1, city: address.city, company: null, phone: null }
        : null,
    description:
      one.text
        .replace(/\[[^\]]*\]/g, " ")
        .trim()
        .slice(0, 900)
        .toWellFormed() || null,
  };
}

/** What a case has become by a call about it. */
export function learn(one: Case, { name, args, outcome }: Call): void {
  const told = toldOf(outcome);
  if (told) {
    one.told = told;
    one.toldFor = keyOf(name === "resolution_options" ? unitsOf(args["items"]) : told.chosen);
    one.toldWithPhoto = one.photo;
    one.proposal = null;
    one.refused = "";
    const units = unitsOf(args["items"]);
    if (told.verdict === "choose_items") one.items = null;
    else if (name === "resolution_options" && units.length > 0) one.items = units;
    return;
  }
  const proposed = name === "propose_resolution" ? proposedOf(outcome) : null;
  if (proposed) {
    one.proposal = {
      kind: proposed.resolution,
      summary: proposed.summary,
      approval: proposed.approval,
      confirmWith: proposed.confirmWith,
      key: proposalKey(args),
    };
    one.refused = "";
  } else if (outcome.kind === "needs_code") one.held = true;
  else if (outcome.kind === "needs_login") one.over = true;
  else if (outcome.kind === "invalid") refuse(one, name, outcome.message);
  else if (outcome.kind !== "ok") one.stuck = true;
}

export function proposalKey(args: Record<string, unknown>): string {
  const { kind, items, destination, variant, newQuantity, address } = args;
  return JSON.stringify([kind, keyOf(unitsOf(items)), destination, variant, newQuantity, address]);
}

/** What was turned down is asked for again, once; after that a person takes over. */
function refuse(one: Case, name: string, message: string): void {
  if (one.refused === message) one.stuck = true;
  one.refused = message;
  if (name === "resolution_options") {
    if (one.items === null) one.stuck = true;
    one.items = null;
    one.fromList = true;
  } else if (/variant|size|color/i.test(message) && one.variant !== null) one.variant = null;
  else if (/money shall go|original_payment/i.test(message) && one.destination === null) return;
  else if (!/address|postal|street|city|state|country|province/i.test(message)) one.stuck = true;
}

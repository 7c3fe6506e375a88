import { z } from "zod";
import { RESOLUTION_KINDS } from "../policy/kinds.ts";
import { RESOLUTION_STATES } from "./states.ts";

const line = z.object({
  title: z.string(),
  variant: z.string().nullable(),
  quantity: z.int(),
  image: z.string().nullable(),
});

/**
 * What the shopper is shown to confirm, made by code from the frozen proposal: the widget draws it and adds nothing.
 * Amounts, dates and addresses are words already, in the shopper's language and time zone.
 */
export const proposalCardSchema = z.object({
  /** Id of the ledger row, and the digest that a confirmation has to name. */
  id: z.string(),
  digest: z.string(),
  kind: z.enum(RESOLUTION_KINDS),
  orderName: z.string(),
  /** "Refund of €42.50", "Replacement at no cost". */
  title: z.string(),
  /** The items it is about, and those that are sent because of it. */
  lines: z.array(line),
  sends: z.array(line),
  /** Rows of amounts: label, amount in words, and whether it is the sum. */
  amounts: z.array(z.object({ label: z.string(), text: z.string(), total: z.boolean() })),
  /** Where the money goes: "Back to the card you paid with", or null when none moves. */
  destination: z.string().nullable(),
  /** Lines of the address it is sent to, or that the order gets; with the old one where it changes. */
  address: z
    .object({ label: z.string(), lines: z.array(z.string()), before: z.array(z.string()).nullable() })
    .nullable(),
  /** What else the shopper should know before they say yes, a sentence each: what has to come back, what happens next. */
  notes: z.array(z.string()),
  /** Words on the two buttons. */
  confirm: z.string(),
  decline: z.string(),
  /** A person has to approve it after the shopper's yes. */
  approval: z.boolean(),
  expiresAt: z.iso.datetime(),
});
export type ProposalCard = z.infer<typeof proposalCardSchema>;

/** News of a resolution, in the ledger's own words. `text` says to the shopper only what has really happened. */
export const resolutionNewsSchema = z.object({
  id: z.string(),
  kind: z.enum(RESOLUTION_KINDS),
  orderName: z.string(),
  state: z.enum(RESOLUTION_STATES),
  text: z.string(),
  outcome: z
    .object({
      /** Amount in words, with where it went; null when no money moved. */
      amount: z.string().nullable(),
      /** The order made by it, "#1042", or null. */
      newOrderName: z.string().nullable(),
      /** Return label or other link. */
      url: z.string().nullable(),
    })
    .nullable(),
});

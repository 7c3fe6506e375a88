import type { FrozenProposal } from "../plan.ts";

/** Shopify's limit for one tag. */
const LONGEST_TAG = 40;
/** Shopify's limits for the note of a returned line, and for the staff note of a cancellation and an edit. */
const LONGEST_NOTE = 255;

/**
 * A tag that stands for the reference, short enough for Shopify: with 112 of the id's 128 bits no two resolutions share
 * one.
 */
export function tagOf(reference: string): string {
  const prefix = "wherewithal-";
  return (prefix + reference.slice(prefix.length).replaceAll("-", "")).slice(0, LONGEST_TAG);
}

/** A note for the merchant that ends with the reference, by which it is found again. */
export function noteWith(text: string, reference: string): string {
  const end = endOf(reference);
  return `${text.slice(0, LONGEST_NOTE - end.length).trimEnd()}${end}`;
}

export function hasReference(note: string | null | undefined, reference: string): boolean {
  return note?.endsWith(endOf(reference).trimStart()) ?? false;
}

/** `Refund: damaged`, in English: notes are for people in the admin. */
export function whyOf({ kind, reason }: FrozenProposal): string {
  const words = `${kind.replaceAll("_", " ")}: ${reason.replaceAll("_", " ")}`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const endOf = (reference: string): string => ` ref ${reference}`;

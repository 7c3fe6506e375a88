import type { RequestReason, ResolutionKind } from "../policy/kinds.ts";

export type TrialAddress = {
  orderName: string;
  reason: RequestReason;
  items: readonly { number: number; quantity: number }[];
  wanted: ResolutionKind | null;
  destination: "original_payment" | "store_credit" | null;
  photo: boolean;
  description: boolean;
  policy: string;
};

/** Where a request can be tried: `/app/policies/try?order=1001&reason=damaged&units-1=2&photo=yes&policy=draft`. */
export function trialPath({ orderName, reason, items, ...asked }: TrialAddress): string {
  const search = new URLSearchParams({ order: orderName.replace(/^#/, ""), reason });
  for (const { number, quantity } of items) search.set(`units-${number}`, String(quantity));
  if (asked.wanted) search.set("wanted", asked.wanted);
  if (asked.destination) search.set("to", asked.destination);
  search.set("photo", asked.photo ? "yes" : "no");
  search.set("words", asked.description ? "yes" : "no");
  search.set("policy", asked.policy);
  return `/app/policies/try?${search.toString()}`;
}

import type { Person } from "./audit.ts";
import type { Rights } from "./may.ts";

/** A member of the shop's staff who has the app open. `name` is null where Shopify does not say. */
export type Staff = Rights & { id: string; name: string | null };

/** What somebody is called: by their name, or by Shopify's id where it is not known. */
export function calledBy({ id, name }: { id: string; name: string | null }): string {
  return name ?? `Staff member ${id}`;
}

export function personOf(staff: Staff): Person {
  return { id: staff.id, name: calledBy(staff) };
}

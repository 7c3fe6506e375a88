import { z } from "zod";

/** What people at the desk look at; the first one is where an address without a view leads to. */
export const QUEUE_VIEWS = [
  "all",
  "mine",
  "unassigned",
  "team",
  "shopper",
  "approvals",
  "attention",
  "snoozed",
  "done",
] as const;
export type QueueView = (typeof QUEUE_VIEWS)[number];

/** Those that are counted: the others only grow. */
export const COUNTED_VIEWS = ["mine", "unassigned", "team", "shopper", "approvals", "attention", "snoozed"] as const;
export type CountedView = (typeof COUNTED_VIEWS)[number];
export type QueueCounts = Record<CountedView, number>;

/** Nobody counts further: it is shown as "999+". */
export const MOST_COUNTED = 1_000;

/** By what a view is sorted: by when to answer, by when it comes back, or by when something was last said. */
export const SORTED_BY: Record<QueueView, "due" | "snoozed" | "activity"> = {
  all: "activity",
  mine: "due",
  unassigned: "due",
  team: "due",
  shopper: "due",
  approvals: "due",
  attention: "due",
  snoozed: "snoozed",
  done: "activity",
};

/** A moment past all others, of a conversation that nobody has to answer by any time. */
export const NEVER_DUE = "9999-12-31T00:00:00.000Z";

const staffId = z.string().regex(/^[\w:/.-]{1,64}$/);
/** What a view is narrowed to, as it stands in an address and in a saved view. Unknown parts of an address are left out. */
export const filtersSchema = z.object({
  q: z.string().trim().min(1).max(200).optional().catch(undefined),
  reason: z
    .string()
    .regex(/^[a-z_]{1,40}$/)
    .optional()
    .catch(undefined),
  priority: z.coerce.number().int().min(1).max(4).optional().catch(undefined),
  assignee: staffId.optional().catch(undefined),
  language: z
    .string()
    .regex(/^[a-zA-Z]{2,3}$/)
    .optional()
    .catch(undefined),
  channel: z
    .string()
    .regex(/^[a-z_]{1,20}$/)
    .optional()
    .catch(undefined),
  late: z.literal("yes").optional().catch(undefined),
});
export type Filters = z.infer<typeof filtersSchema>;

/** Nobody has it. */
export const NOBODY = "none";

export function readFilters(asked: URLSearchParams): Filters {
  return filtersSchema.parse(Object.fromEntries(asked));
}

export function isNarrowed(filters: Filters): boolean {
  return Object.values(filters).some((value) => value !== undefined);
}

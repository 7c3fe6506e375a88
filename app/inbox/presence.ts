import type { Person } from "../staff/audit.ts";

/** What somebody does with a conversation that is open on their screen. */
export type Doing = "looking" | "writing" | "noting";
/** A colleague who has the same conversation open. */
export type Present = { person: Person; doing: Doing };

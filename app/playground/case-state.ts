/** How a case stands against the draft as it is now. `not_run`: not against this state of it. */
export type CaseState = { id: string; name: string; state: "passed" | "failed" | "not_run" };

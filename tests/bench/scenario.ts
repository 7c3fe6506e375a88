import type { DatabaseKind } from "../support/databases.ts";
import type { Shopper } from "./client.ts";
import type { Figure } from "./figures.ts";

/** The customer whose orders are asked about. */
export const CUSTOMER = "ana@example.com";
/** A question that takes a tool, and one that takes none. */
export const TOOL_QUESTION = "Where is my order #1001?";
export const PLAIN_QUESTION = "Hello there";

/** A scenario is run several times; each run adds one number to each of its figures. */
export type Scenario = (database: DatabaseKind, quick: boolean) => Promise<Figure[]>;

export async function warm(shopper: Shopper, question: string, turns: number): Promise<void> {
  for (let i = 0; i < turns; i++) await shopper.ask(question);
}

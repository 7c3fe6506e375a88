import { countUse } from "../platform/rate-limit.server.ts";

/** Dry runs of a shop in an hour: they cost what a shopper's turn costs. Counted apart, so that shoppers' limits stay theirs. */
const TURNS_AN_HOUR = 900;

/** Counts one turn of the playground. False when the shop has used up its hour. */
export async function mayRun(shop: string): Promise<boolean> {
  return (await countUse(shop, [{ key: "playground:turns", limit: TURNS_AN_HOUR, seconds: 3_600 }])) === null;
}

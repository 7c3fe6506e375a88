import { sql } from "../platform/db.server.ts";
import { errorFields, log } from "../platform/log.server.ts";
import { ANSWERED, BEGUN, eventOf, LATELY, NO_ANSWER, TOLD_LATE } from "./conversation-filters.ts";

/** What is counted of the conversations of the last 30 days. */
export type LatelyFigures = {
  answered: number;
  /** Of `answered`, those that never needed a person. */
  unaided: number;
  /** In which an order was told about that is late. */
  late: number;
  unanswered: number;
};

/** Fewer conversations than this are gone through again at every look. */
const MANY = 2_000;
/** As old as figures may be before they are counted anew, and before somebody waits for that. */
const FRESH_MS = 60_000;
const USABLE_MS = 10 * 60_000;
const MOST_SHOPS = 1_000;

type Counted = { figures: LatelyFigures; conversations: number };
const kept = new Map<string, { figures: LatelyFigures; at: number; countingAnew: boolean }>();

/** They are gone through once for all that is counted of them. */
const COUNT = `
  SELECT count(*)::int AS conversations, count(*) FILTER (WHERE ${ANSWERED})::int AS answered,
    count(*) FILTER (WHERE ${ANSWERED} AND NOT ${eventOf("e.type = 'escalation'")})::int AS unaided,
    count(*) FILTER (WHERE ${TOLD_LATE})::int AS late,
    count(*) FILTER (WHERE ${eventOf(NO_ANSWER)})::int AS unanswered
  FROM conversation c WHERE c.shop = $1 AND ${BEGUN} AND ${LATELY}`;

async function count(shop: string): Promise<Counted> {
  const [row] = await sql().query<LatelyFigures & { conversations: number }>(COUNT, [shop]);
  if (!row) throw new Error("Figures were asked for and none came.");
  const { conversations, ...figures } = row;
  return { figures, conversations };
}

/**
 * Figures of the last 30 days. In a shop with many conversations they are kept for a minute; older ones are shown while they are
 * counted anew for the next look, so that hardly anybody waits for a month to be gone through.
 * @param many from how many conversations on
 */
export async function latelyFigures(shop: string, now = Date.now(), many = MANY): Promise<LatelyFigures> {
  const known = kept.get(shop);
  if (!known || now - known.at > USABLE_MS) return keep(shop, await count(shop), now, many);
  if (now - known.at > FRESH_MS && !known.countingAnew) {
    known.countingAnew = true;
    void countAnew(shop, now, many).finally(() => (known.countingAnew = false));
  }
  return known.figures;
}

async function countAnew(shop: string, now: number, many: number): Promise<void> {
  try {
    keep(shop, await count(shop), now, many);
  } catch (error) {
    log.warn({ shop, ...errorFields(error) }, "the figures of the last 30 days could not be counted anew");
  }
}

function keep(shop: string, { figures, conversations }: Counted, at: number, many: number): LatelyFigures {
  kept.delete(shop);
  const [first] = kept.keys();
  if (kept.size >= MOST_SHOPS && first !== undefined) kept.delete(first);
  if (conversations >= many) kept.set(shop, { figures, at, countingAnew: false });
  return figures;
}

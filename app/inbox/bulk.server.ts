import { takeOver as startAgentsTurn } from "../agent/turns.server.ts";
import type { ConversationKey } from "../identity/scope.ts";
import { sql } from "../platform/db.server.ts";
import type { Person } from "../staff/audit.ts";
import { personOf, type Staff } from "../staff/staff.ts";
import type { DeskOutcome } from "./change.server.ts";
import { assign, unassign } from "./assign.server.ts";
import { close, handBack, reopen, reopenForAgent, snooze, wake } from "./desk.server.ts";
import type { Outcome } from "./outcomes.ts";

/** Most conversations of one request: the browser asks again for more, and tells how far it is. */
export const MOST_AT_ONCE = 100;

/**
 * What is done to each of some conversations. `reopen` and `back` undo a close and an assignment: who had each before, the
 * agent or somebody, is told with it.
 */
export type Order =
  | { kind: "assign"; to: Person }
  | { kind: "snooze"; until: Date }
  | { kind: "close"; outcome: Outcome }
  | { kind: "reopen" }
  | { kind: "wake" }
  | { kind: "back" };

/** A conversation as it was seen by whoever orders. */
export type Seen = { id: string; activeAt: Date; assignedTo: string | null; withAgent: boolean };
export type Done = { id: string; outcome: "done" | "changed" | "gone" };

/**
 * Does the same to some conversations, one after the other, each by itself: what somebody else has changed since it was seen
 * stays as they left it.
 */
export async function doToEach(shop: string, staff: Staff, order: Order, seen: readonly Seen[]): Promise<Done[]> {
  const moved = order.kind === "close" || order.kind === "snooze" ? await movedSince(shop, seen) : new Set<string>();
  const done: Done[] = [];
  for (const one of seen.slice(0, MOST_AT_ONCE)) {
    if (moved.has(one.id)) {
      done.push({ id: one.id, outcome: "changed" });
      continue;
    }
    const outcome = await carryOut(shop, staff, order, one);
    done.push({ id: one.id, outcome: outcomeOf(outcome, order) });
  }
  return done;
}

function carryOut(shop: string, staff: Staff, order: Order, seen: Seen): Promise<DeskOutcome> {
  const { id, assignedTo, withAgent } = seen;
  const key = { shop, conversationId: id };
  switch (order.kind) {
    case "assign":
      return assign(key, staff, order.to, assignedTo);
    case "snooze":
      return snooze(key, staff, order.until);
    case "close":
      return close(key, staff, order.outcome);
    case "reopen":
      return withAgent ? andItsTurn(key, reopenForAgent(key, staff)) : reopen(key, staff);
    case "wake":
      return wake(key, staff);
    case "back":
      return withAgent ? andItsTurn(key, handBack(key, staff)) : giveBack(key, staff, assignedTo);
  }
}

/** What the agent has again it answers at once, if there is something to answer. */
async function andItsTurn(key: ConversationKey, change: Promise<DeskOutcome>): Promise<DeskOutcome> {
  const outcome = await change;
  if (outcome.kind === "ok") await startAgentsTurn(key);
  return outcome;
}

async function giveBack(key: ConversationKey, staff: Staff, to: string | null) {
  if (to === null) return unassign(key, staff);
  const [member] = await sql().query<{ name: string | null }>(
    "SELECT name FROM staff_member WHERE shop = $1 AND staff_id = $2",
    [key.shop, to],
  );
  return assign(key, staff, personOf({ ...staff, id: to, name: member?.name ?? null }));
}

/** What is as it was ordered already is done, whoever did it. */
function outcomeOf(outcome: DeskOutcome, order: Order): Done["outcome"] {
  if (outcome.kind === "ok") return "done";
  if (outcome.kind === "gone") return "gone";
  return order.kind === "assign" && outcome.now.assignedTo === order.to.id ? "done" : "changed";
}

/** The shopper may have written a moment ago, and would be closed away unread. */
async function movedSince(shop: string, seen: readonly Seen[]): Promise<Set<string>> {
  const rows = await sql().query<{ id: string; at: Date }>(
    "SELECT id, updated_at AS at FROM conversation WHERE shop = $1 AND id = ANY ($2::uuid[])",
    [shop, seen.map(({ id }) => id)],
  );
  const now = new Map(rows.map(({ id, at }) => [id, at.getTime()]));
  return new Set(seen.filter(({ id, activeAt }) => (now.get(id) ?? 0) > activeAt.getTime()).map(({ id }) => id));
}

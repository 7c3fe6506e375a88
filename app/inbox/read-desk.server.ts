import type { ConversationStatus } from "../conversations/conversations.server.ts";
import type { ConversationKey } from "../identity/scope.ts";
import { sql } from "../platform/db.server.ts";
import type { Person } from "../staff/audit.ts";
import { calledBy } from "../staff/staff.ts";

/** Where a conversation stands with people, and with whom. */
export type Desk = {
  status: ConversationStatus;
  reason: string | null;
  /** 1 urgent, 2 high, 3 normal, 4 low. */
  priority: number;
  /** Only while it is the team's turn. */
  dueAt: Date | null;
  waitsFor: "team" | "shopper";
  assignedTo: Person | null;
  takenBy: Person | null;
  snoozedUntil: Date | null;
  outcome: string | null;
  /** Number of the newest event. */
  lastSeq: number;
  shopper: { name: string | null; email: string | null; contact: string | null };
};

type Row = Omit<Desk, "assignedTo" | "takenBy" | "shopper"> & {
  assignedTo: string | null;
  assignedName: string | null;
  takenBy: string | null;
  takenName: string | null;
  shopperName: string | null;
  shopperEmail: string | null;
  contactEmail: string | null;
};

const READ = `
  SELECT c.status, c.escalation_reason AS reason, c.priority, c.waits_for AS "waitsFor",
    CASE WHEN c.status = 'escalated' AND c.waits_for = 'team' THEN c.due_at END AS "dueAt",
    c.assigned_to AS "assignedTo", a.name AS "assignedName", c.taken_by AS "takenBy", t.name AS "takenName",
    CASE WHEN c.snoozed_until > now() THEN c.snoozed_until END AS "snoozedUntil", c.outcome, c.last_seq AS "lastSeq",
    c.shopper_name AS "shopperName", c.shopper_email AS "shopperEmail", c.contact_email AS "contactEmail"
  FROM conversation c
  LEFT JOIN staff_member a ON a.shop = c.shop AND a.staff_id = c.assigned_to
  LEFT JOIN staff_member t ON t.shop = c.shop AND t.staff_id = c.taken_by
  WHERE c.shop = $1 AND c.id = $2::uuid`;

/** Null when the shop has no such conversation. */
export async function readDesk(key: ConversationKey): Promise<Desk | null> {
  const [row] = await sql().query<Row>(READ, [key.shop, key.conversationId]);
  if (!row) return null;
  const { assignedTo, assignedName, takenBy, takenName, shopperName, shopperEmail, contactEmail, ...desk } = row;
  return {
    ...desk,
    assignedTo: personBy(assignedTo, assignedName),
    takenBy: personBy(takenBy, takenName),
    shopper: { name: shopperName, email: shopperEmail, contact: contactEmail },
  };
}

function personBy(id: string | null, name: string | null): Person | null {
  return id === null ? null : { id, name: calledBy({ id, name }) };
}

const CLOSED_BY = `
  SELECT body -> 'by' ->> 'name' AS name FROM event
  WHERE shop = $1 AND conversation_id = $2::uuid AND type = 'handling' AND body ->> 'what' = 'closed'
  ORDER BY seq DESC LIMIT 1`;

/** Who closed it last; null where nobody did, or it closed by itself. */
export async function closedBy(key: ConversationKey): Promise<string | null> {
  const [row] = await sql().query<{ name: string | null }>(CLOSED_BY, [key.shop, key.conversationId]);
  return row?.name ?? null;
}

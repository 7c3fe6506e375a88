import { BEGUN } from "../../conversations/conversation-filters.ts";
import { NEVER_DUE, type QueueView } from "./views.ts";

/** As the desk's indexes have it. */
export const DUE = `COALESCE(c.due_at, '${NEVER_DUE.replace("T", " ").replace(".000Z", "+00")}'::timestamptz)`;

/** Whose it is, as the desk's index has it: nobody is a person too, so that what nobody has is read in its order. */
const HAS = "COALESCE(c.assigned_to, '')";

const WITH_PEOPLE = "c.status = 'escalated'";
const AWAKE = "(c.snoozed_until IS NULL OR c.snoozed_until <= now())";

/** Most resolutions of a kind that a view looks through: as many as people could ever work through. */
const MOST_RESOLUTIONS = 1_000;

const ofResolutions = (shop: string, condition: string, order: "ASC" | "DESC") => `
  SELECT o.conversation_id FROM (
    SELECT r.conversation_id FROM resolution r WHERE r.shop = ${shop} AND ${condition}
    ORDER BY r.created_at ${order} LIMIT ${MOST_RESOLUTIONS}
  ) o`;

/** A resolution that failed stays so; what came of it is over once people are done with its conversation. */
const FAILED = "r.state = 'failed' AND NOT COALESCE(r.outcome ? 'settledBy', false)";

/**
 * Which conversations `c` of a shop are in a view.
 * @param shop @param me what stands for the shop, and for whoever looks
 */
export function viewSql(view: QueueView, shop: string, me: string): string {
  switch (view) {
    case "all":
      return BEGUN;
    case "mine":
      return `${WITH_PEOPLE} AND ${AWAKE} AND ${HAS} = ${me}`;
    case "unassigned":
      return `${WITH_PEOPLE} AND ${AWAKE} AND ${HAS} = ''`;
    case "team":
      return `${WITH_PEOPLE} AND ${AWAKE} AND c.waits_for = 'team'`;
    case "shopper":
      return `${WITH_PEOPLE} AND ${AWAKE} AND c.waits_for = 'shopper'`;
    case "approvals":
      return `${AWAKE} AND c.id IN (${ofResolutions(shop, "r.state = 'awaiting_approval'", "ASC")})`;
    case "attention":
      return `${AWAKE} AND c.id IN (${ofResolutions(shop, "r.state = 'needs_attention'", "ASC")}
        UNION ALL ${ofResolutions(shop, FAILED, "DESC")}
        JOIN conversation p ON p.shop = ${shop} AND p.id = o.conversation_id AND p.status = 'escalated')`;
    case "snoozed":
      return `${WITH_PEOPLE} AND c.snoozed_until > now()`;
    case "done":
      return "c.status = 'closed'";
  }
}

import { escalate } from "../conversations/escalate.server.ts";
import { findConversation } from "../conversations/conversations.server.ts";
import { answerExpectation } from "../conversations/hours/expectation.server.ts";
import { shopperTexts } from "../conversations/texts.ts";
import type { ConversationKey } from "../identity/scope.ts";
import { shopProfile } from "../shopify/shop-profile.server.ts";
import { deed, type Person } from "../staff/audit.ts";
import { askToNotify } from "../staff/notify.server.ts";
import { personOf, type Staff } from "../staff/staff.ts";
import { changeConversation, type DeskOutcome, FIRST } from "./change.server.ts";
import { WITH_PEOPLE } from "./desk-sql.ts";

const one = `$${FIRST}`;

/** Takes what is nobody's: of two at once one gets it, and the other one is told who. */
export function claim(key: ConversationKey, staff: Staff): Promise<DeskOutcome> {
  return assign(key, staff, personOf(staff), null);
}

/**
 * Gives the conversation to somebody. Where a person writes in it, it is them from now on: the agent does not speak up in
 * between. What the agent has is handed over first, in words for the shopper: nothing goes to people silently.
 * @param seen who had it where that is the point; with anybody else it stays as it is. Undefined gives it away whosever it is
 */
export async function assign(
  key: ConversationKey,
  staff: Staff,
  to: Person,
  seen?: string | null,
): Promise<DeskOutcome> {
  const by = personOf(staff);
  const give = () =>
    changeConversation(key, {
      set: `${WITH_PEOPLE}, assigned_to = ${one}, taken_by = CASE WHEN b.taken_by IS NOT NULL THEN ${one} END`,
      when: `b.status = 'escalated' AND b.assigned_to IS DISTINCT FROM ${one}
        AND ($${FIRST + 1}::boolean OR b.assigned_to IS NOT DISTINCT FROM $${FIRST + 2}::text)`,
      values: [to.id, seen === undefined, seen ?? null],
      events: [{ type: "handling", author: "staff", what: "assigned", by, to }],
      deed: deed(by, "conversation_assigned", key.conversationId, { to: to.name }),
    });
  let outcome = await give();
  if (outcome.kind === "not_now" && outcome.now.status === "open") {
    await escalate(key, "taken_over", `${by.name} gave it to ${to.name} while the agent had it.`);
    outcome = await give();
  }
  if (outcome.kind === "ok" && to.id !== by.id) {
    await askToNotify({ ...key, kind: "assigned", staffId: to.id, by: by.name });
  }
  return outcome;
}

/** It is nobody's again and stays with people. Who wrote in it no longer does, and the shopper is told so. */
export async function unassign(key: ConversationKey, staff: Staff): Promise<DeskOutcome> {
  const by = personOf(staff);
  const leave = (writer: string | null, told: string | null) =>
    changeConversation(key, {
      set: `assigned_to = NULL, taken_by = NULL`,
      when: `b.status = 'escalated' AND b.assigned_to IS NOT NULL AND b.taken_by IS NOT DISTINCT FROM ${one}::text`,
      values: [writer],
      events: [
        { type: "handling", author: "staff", what: "unassigned", by },
        ...(told === null ? [] : [{ type: "escalation", author: "system", reason: "taken_over", text: told } as const]),
      ],
      deed: deed(by, "conversation_unassigned", key.conversationId),
    });
  const outcome = await leave(null, null);
  if (outcome.kind !== "not_now" || outcome.now.status !== "escalated" || outcome.now.takenBy === null) return outcome;
  return leave(outcome.now.takenBy, await goneWords(key));
}

/** That nobody writes to the shopper any more, and when somebody will. */
async function goneWords(key: ConversationKey): Promise<string> {
  const { shop } = key;
  const [conversation, { name }] = await Promise.all([findConversation(key), shopProfile(shop)]);
  const locale = conversation?.locale ?? "en";
  const { words } = await answerExpectation(shop, locale);
  return [shopperTexts(locale).personLeft(name), words].filter((part) => part !== "").join(" ");
}

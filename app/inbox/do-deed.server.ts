import { takeOver as startAgentsTurn } from "../agent/turns.server.ts";
import type { ConversationKey } from "../identity/scope.ts";
import { may } from "../staff/may.ts";
import { calledBy, personOf, type Staff } from "../staff/staff.ts";
import { readTeam } from "../staff/team.server.ts";
import type { Person } from "../staff/audit.ts";
import { shopProfile } from "../shopify/shop-profile.server.ts";
import type { DeskOutcome, Standing } from "./change.server.ts";
import type { Deed, DeedAnswer } from "./deeds.ts";
import { assign, unassign } from "./assign.server.ts";
import { close, handBack, reopen, snooze, takeOver, wake } from "./desk.server.ts";
import { addNote } from "./notes.server.ts";
import { closedBy } from "./read-desk.server.ts";
import { reply } from "./reply.server.ts";
import { snoozeUntil } from "./snooze-times.ts";
import { sayTyping } from "./typing.server.ts";

/** Further ahead nobody plans to look again. */
const LONGEST_SNOOZE_MS = 366 * 24 * 3_600_000;

/** Does what somebody asks for with a conversation; what it came to says who or what stood in the way. */
export async function doDeed(key: ConversationKey, staff: Staff, deed: Deed): Promise<DeedAnswer> {
  switch (deed.deed) {
    case "take":
      return answer(key, staff, deed, await takeOver(key, staff, deed));
    case "reply": {
      const outcome = await reply(key, staff, deed);
      if (outcome.kind === "sent") return { kind: "ok", events: [outcome.event] };
      return outcome.kind === "unknown_photo" ? outcome : answer(key, staff, deed, outcome);
    }
    case "note":
      return noted(key, staff, deed);
    case "hand_back": {
      const outcome = await handBack(key, staff);
      if (outcome.kind === "ok") await startAgentsTurn(key);
      return answer(key, staff, deed, outcome);
    }
    case "assign":
      return give(key, staff, deed);
    case "snooze": {
      const now = new Date();
      const until = snoozeUntil(deed.until, now, (await shopProfile(key.shop)).timeZone);
      const ahead = until.getTime() - now.getTime();
      if (ahead <= 0 || ahead > LONGEST_SNOOZE_MS) return { kind: "past" };
      return answer(key, staff, deed, await snooze(key, staff, until, deed.seen));
    }
    case "wake":
      return answer(key, staff, deed, await wake(key, staff));
    case "close":
      return answer(key, staff, deed, await close(key, staff, deed.outcome, deed.seen));
    case "reopen":
      return answer(key, staff, deed, await reopen(key, staff));
    case "typing":
      await sayTyping(key, staff, deed);
      return { kind: "ok", events: [] };
  }
}

async function noted(key: ConversationKey, staff: Staff, deed: Extract<Deed, { deed: "note" }>): Promise<DeedAnswer> {
  const outcome = await addNote(key, staff, deed);
  return outcome.kind === "noted" ? { kind: "ok", events: [outcome.event] } : outcome;
}

/** Those of the shop's staff whose role lets them answer shoppers. */
export async function answerers(shop: string): Promise<Person[]> {
  const { currency } = await shopProfile(shop);
  const { members } = (await readTeam(shop, currency)).value;
  return members
    .filter(({ role }) => may({ role, limit: null }, "take_over").kind === "yes")
    .map((member) => ({ id: member.id, name: calledBy(member) }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

async function give(key: ConversationKey, staff: Staff, deed: Extract<Deed, { deed: "assign" }>): Promise<DeedAnswer> {
  if (deed.to === null) return answer(key, staff, deed, await unassign(key, staff));
  const me = personOf(staff);
  const to = deed.to === me.id ? me : (await answerers(key.shop)).find(({ id }) => id === deed.to);
  return to ? answer(key, staff, deed, await assign(key, staff, to, deed.seen)) : { kind: "no_member" };
}

type Refused = Exclude<DeskOutcome, { kind: "ok" }>;

async function answer(
  key: ConversationKey,
  staff: Staff,
  deed: Deed,
  outcome: DeskOutcome | Refused,
): Promise<DeedAnswer> {
  switch (outcome.kind) {
    case "ok":
    case "gone":
      return outcome;
    case "not_now":
      return refusal(key, staff, deed, outcome.now);
  }
}

const NEEDS_WRITER: ReadonlySet<Deed["deed"]> = new Set(["take", "reply", "hand_back"]);
const NEEDS_TEAM: ReadonlySet<Deed["deed"]> = new Set(["hand_back", "assign", "snooze", "wake"]);
const NEEDS_SEEN: ReadonlySet<Deed["deed"]> = new Set(["close", "snooze"]);

/** What stood in the way, by how the conversation is now. What somebody wanted and is so already is no refusal. */
async function refusal(key: ConversationKey, staff: Staff, deed: Deed, now: Standing): Promise<DeedAnswer> {
  const { status, takenBy, assignedTo } = now;
  if (deed.deed === "take" && takenBy === staff.id) return { kind: "ok", events: [] };
  if (status === "closed" && deed.deed !== "reopen") return { kind: "closed", by: await closedBy(key) };
  if (NEEDS_WRITER.has(deed.deed) && takenBy !== null && takenBy !== staff.id) {
    return { kind: "taken", by: await personBy(key.shop, takenBy) };
  }
  if (deed.deed === "assign" && assignedTo === deed.to) return { kind: "ok", events: [] };
  if (deed.deed === "assign" && status === "escalated") {
    return { kind: "assigned", to: assignedTo === null ? null : await personBy(key.shop, assignedTo) };
  }
  if (NEEDS_TEAM.has(deed.deed) && status === "open") return { kind: "with_agent" };
  return { kind: NEEDS_SEEN.has(deed.deed) ? "shopper_wrote" : "unchanged" };
}

async function personBy(shop: string, id: string): Promise<Person> {
  const { currency } = await shopProfile(shop);
  const member = (await readTeam(shop, currency)).value.members.find((one) => one.id === id);
  return { id, name: calledBy(member ?? { id, name: null }) };
}

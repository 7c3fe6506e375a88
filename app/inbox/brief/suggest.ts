import type { ConversationEvent } from "../../conversations/events.ts";
import { isCalmReason } from "../../conversations/escalation/reasons.ts";
import { leavesToPerson } from "../../agent/people.ts";
import type { LedgerRow } from "../../resolutions/ledger-row.ts";
import type { BriefSubject, Suggestion } from "./brief.ts";
import { briefTexts as texts } from "./texts.ts";

/** After so many tries the next one will hardly do better. */
const TRIES = 3;
const UNDER_WAY = new Set<LedgerRow["state"]>(["confirmed", "approved", "executing"]);

/** The one next step. First what money waits for, then what was shown, then what was said. */
export function suggest(
  events: readonly ConversationEvent[],
  rows: readonly LedgerRow[],
  photos: readonly { id: string; seq: number }[],
  { reason, withPeople, waitsFor }: BriefSubject,
): Suggestion {
  const newest = (state: LedgerRow["state"]) => rows.findLast((row) => row.state === state);
  const stuck = newest("needs_attention");
  if (stuck && stuck.attempts >= TRIES) return { kind: "settle", resolutionId: stuck.id, why: texts.why.settle };
  if (stuck) return { kind: "retry", resolutionId: stuck.id, why: texts.why.retry };
  const asked = newest("awaiting_approval");
  if (asked) {
    const why = photos.length > 0 ? texts.why.approveWithPhotos : texts.why.approve;
    return { kind: "approve", resolutionId: asked.id, why };
  }
  if (!withPeople) return { kind: "nothing", why: texts.why.withAgent };
  if (reason !== null && isCalmReason(reason) && waitsFor === "team") return { kind: "reply", why: texts.why.grave };
  const photo = photos.at(-1);
  const answered = events.findLast(({ type, author }) => type === "message" && author === "staff")?.seq ?? 0;
  if (photo && photo.seq > answered) return { kind: "look_at_photos", photoId: photo.id, why: texts.why.photos };
  if (waitsFor === "shopper") return { kind: "nothing", why: texts.why.waitsForShopper };
  if (rows.some(({ state }) => UNDER_WAY.has(state))) return { kind: "nothing", why: texts.why.underWay };
  const ruled = events.findLast((event) => event.type === "tool" && event.ruled !== undefined);
  const left = ruled?.type === "tool" && leavesToPerson(ruled.ruled ?? null);
  return { kind: "reply", why: left ? texts.why.policy : texts.why.reply };
}

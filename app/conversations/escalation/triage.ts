import type { IsoDay } from "../../orders/working-days.ts";
import { nextAnswerBy } from "../hours/next-answer.ts";
import type { OpeningHours } from "../hours/opening-hours.ts";
import type { EscalationReason } from "./reasons.ts";

/** 1 urgent, 2 high, 3 normal, 4 low. */
export type Priority = 1 | 2 | 3 | 4;

export type TriageInput = {
  reason: EscalationReason;
  /** What is at stake, in minor units, and from where on the shop calls it much; null where nothing is known. */
  value: { minor: number; high: number } | null;
  vip: boolean;
  /** Since when the shopper waits for an answer. */
  waitingSince: Date;
  now: Date;
  hours: TeamHours;
};

export type TeamHours = Pick<OpeningHours, "weekly" | "answerHours"> & {
  isDayOff: (day: IsoDay) => boolean;
  /** IANA name, in which the hours are meant. */
  timeZone: string;
};

export type Triage = { priority: Priority; dueAt: Date };

const BY_REASON: Record<EscalationReason, Priority> = {
  safety: 1,
  vulnerable: 1,
  legal: 2,
  angry: 2,
  resolution_needs_attention: 2,
  resolution_failed: 2,
  evidence_to_judge: 3,
  approval_needed: 3,
  policy_says_so: 3,
  asked_for_person: 3,
  identity_failed: 3,
  shop_unavailable: 3,
  model_unavailable: 3,
  limits_reached: 3,
  not_understood: 3,
  cannot_do_yet: 3,
  reopened: 3,
  taken_over: 3,
  other: 4,
};

const HOUR_MS = 3_600_000;
/** Of what people aim at by default for an answer of normal priority, in open hours. */
const NORMAL_HOURS = 8;
/** Whoever has waited for long leaves at least this part of the target: an hour that is over helps nobody to choose. */
const LEAST = 0.25;

/**
 * How urgent a conversation is for people, and by when they should have answered. Each of a customer who counts more and of much
 * at stake is one step. Only open hours count, from when the shopper began to wait; and a higher priority is never due later.
 */
export function triage({ reason, value, vip, waitingSince, now, hours }: TriageInput): Triage {
  const steps = (vip ? 1 : 0) + (value !== null && value.minor > value.high ? 1 : 0);
  const priority = Math.max(1, BY_REASON[reason] - steps) as Priority;
  return { priority, dueAt: dueFor(priority, { waitingSince, now, hours }) };
}

/** By when a conversation of a priority should be answered; never in the past. */
export function dueFor(
  priority: Priority,
  { waitingSince, now, hours }: Pick<TriageInput, "waitingSince" | "now" | "hours">,
): Date {
  const target = targetHours(priority, hours.answerHours);
  const since = waitingSince < now ? waitingSince : now;
  return later(openHoursFrom(since, target, hours), openHoursFrom(now, target * LEAST, hours));
}

/** What the merchant says about answers is what normal ones aim at; the others keep their order around it. */
function targetHours(priority: Priority, answerHours: number | null): number {
  const normal = answerHours ?? NORMAL_HOURS;
  return { 1: Math.min(1, normal), 2: Math.min(4, normal), 3: normal, 4: Math.max(24, normal) }[priority];
}

function openHoursFrom(from: Date, target: number, { weekly, isDayOff, timeZone }: TeamHours): Date {
  const next = nextAnswerBy({ weekly, answerHours: target }, isDayOff, timeZone, from);
  if ((next.kind === "open" || next.kind === "closed") && next.answerBy) return next.answerBy;
  // No hours are set, or none for months: the clock counts.
  const begins = next.kind === "closed" ? next.opensAt : from;
  return new Date(begins.getTime() + target * HOUR_MS);
}

function later(one: Date, other: Date): Date {
  return one > other ? one : other;
}

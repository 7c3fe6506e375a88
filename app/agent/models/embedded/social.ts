import type { Findings } from "./findings.ts";
import type { Intent } from "./intents.ts";
import * as say from "./wording.ts";

export function has(findings: Findings, ...intents: Intent[]): boolean {
  return findings.wishes.some(({ intent }) => intents.includes(intent));
}

/** The answer to a message that asks for no business; null when it is no courtesy either. */
export function socialWords(findings: Findings): string | null {
  return SOCIAL.find(([intent]) => has(findings, intent))?.[1](findings) ?? null;
}

/** The first that fits is said. */
const SOCIAL: readonly (readonly [Intent, (findings: Findings) => string])[] = [
  ["are_you_bot", () => say.BOT],
  ["abuse", ({ memory }) => (memory.rude > 0 ? say.ABUSE_AGAIN : say.ABUSE)],
  ["complaint", ({ memory }) => (memory.focus.length > 0 ? say.COMPLAINT_KNOWN : say.COMPLAINT)],
  ["not_right", () => say.NOT_RIGHT],
  ["why_details", () => say.WHY_DETAILS],
  ["no_details", () => say.FIND_NUMBER],
  ["off_topic", () => say.OFF_TOPIC],
  ["capabilities", () => say.CAPABILITIES],
  ["repeat", ({ memory }) => memory.lastReply || say.REPEAT_NOTHING],
  ["goodbye", () => say.GOODBYE],
  ["thanks", ({ memory }) => (memory.escalated ? say.THANKS_SHORT : say.THANKS)],
  ["wait", () => say.TAKE_YOUR_TIME],
  ["deny", () => say.NO_PROBLEM],
  ["affirm", ({ memory }) => (memory.focus.length > 0 ? say.GLAD : say.AFFIRM_WHAT)],
  ["how_are_you", () => say.HOW_ARE_YOU],
  ["greeting", ({ memory }) => (memory.firstTurn ? say.GREETING_FIRST : say.GREETING_AGAIN)],
];

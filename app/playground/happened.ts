import type { Happened } from "./expectations.ts";
import type { Frame } from "./frames.ts";

export const NOTHING_HAPPENED: Happened = { tools: [], verdicts: [], said: [], escalated: false };

/** What has happened, with one more frame. */
export function withFrame(before: Happened, frame: Frame): Happened {
  if (frame.kind === "step" && frame.step.kind === "tool") {
    return { ...before, tools: [...before.tools, frame.step.call.name] };
  }
  if (frame.kind === "step" && frame.step.kind === "decision") {
    const { reason, wanted, verdict } = frame.step;
    return { ...before, verdicts: [...before.verdicts, { reason, wanted, verdict }] };
  }
  if (frame.kind !== "event") return before;
  const { event } = frame;
  if (event.type === "message" && event.author === "agent") return { ...before, said: [...before.said, event.text] };
  return event.type === "escalation" ? { ...before, escalated: true } : before;
}

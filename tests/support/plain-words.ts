import { expect } from "vitest";
import type { PublicEvent } from "../../app/conversations/events.ts";
import { INTERNALS } from "./internals.ts";

/** Checks that everything a shopper was shown is in words meant for them. */
export function expectPlainWords(events: readonly PublicEvent[]): void {
  for (const event of events) {
    if (event.author === "shopper" || !("text" in event)) continue;
    expect(event.text, `${event.type} ${event.seq}`).not.toMatch(INTERNALS);
    expect(event.text.trim()).not.toBe("");
  }
}

/** Checks an error answer of the chat API: its form, a status, and words without internals. */
export async function expectPlainError(response: Response): Promise<{ status: number; code: string }> {
  const text = await response.text();
  const { error } = JSON.parse(text) as { error: { code: string; message: string } };
  expect(Object.keys(error).sort()).toEqual(["code", "message"]);
  expect(error.message).not.toMatch(INTERNALS);
  expect(response.status).toBeGreaterThanOrEqual(400);
  return { status: response.status, code: error.code };
}

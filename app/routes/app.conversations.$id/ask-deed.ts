import type { DeedAnswer, DeedAsked } from "../../inbox/deeds.ts";

/** `failed`: whether it was done is not known; `not_allowed`: their role was changed meanwhile. */
export type Answer = Exclude<DeedAnswer, { kind: "ok" }> | { kind: "ok" } | { kind: "failed" | "not_allowed" };

/** Longer than any deed takes on a server that works. */
const PATIENCE_MS = 20_000;

export async function askDeed(conversationId: string, deed: DeedAsked): Promise<Answer> {
  try {
    const response = await fetch(`/app/conversations/${conversationId}/do`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(deed),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (response.status === 403) return { kind: "not_allowed" };
    if (!response.ok) return { kind: "failed" };
    return (await response.json()) as DeedAnswer;
  } catch {
    return { kind: "failed" };
  }
}

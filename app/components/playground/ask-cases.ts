import type { CaseSaved } from "../../playground/test-cases.server.ts";
import type { TestCase } from "../../playground/test-case.ts";

type Asked =
  { intent: "save"; id: string; version: string | null; testCase: TestCase } | { intent: "delete"; id: string };

/**
 * Saves or deletes a test case by a plain request, so that nothing that goes wrong takes away what was typed.
 * @returns null where it cannot be said what became of it
 */
export async function askCases(asked: Asked): Promise<CaseSaved | { kind: "deleted" } | null> {
  try {
    const response = await fetch("/app/playground/changes", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(asked),
    });
    return response.ok ? ((await response.json()) as CaseSaved | { kind: "deleted" }) : null;
  } catch {
    return null;
  }
}

import { policySchema } from "./policy.ts";
import type { Policy } from "./policy.ts";
import { problems } from "./problems.ts";
import type { PolicyProblem } from "./problems.ts";

export type ParsedPolicy =
  /** `problems` are warnings only. */
  | { kind: "ok"; policy: Policy; problems: readonly PolicyProblem[] }
  /** With at least one error. */
  | { kind: "invalid"; problems: readonly PolicyProblem[] };

/** Reads a document's shape alone: a draft may contradict itself for a while. */
export function readPolicy(
  document: unknown,
): { kind: "ok"; policy: Policy } | { kind: "invalid"; problems: PolicyProblem[] } {
  const parsed = policySchema.safeParse(document);
  if (parsed.success) return { kind: "ok", policy: parsed.data };
  const found = parsed.error.issues.map(({ path, message }): PolicyProblem => ({
    path: path.map((key) => (typeof key === "symbol" ? String(key) : key)),
    message,
    level: "error",
  }));
  return { kind: "invalid", problems: found };
}

/**
 * Reads a policy that somebody imports or that is to be published: its shape, then its contradictions.
 * @param json text of a JSON document, or what such a text was parsed to
 */
export function parsePolicy(json: unknown): ParsedPolicy {
  const document = typeof json === "string" ? readJson(json) : { ok: true as const, value: json };
  if (!document.ok) return { kind: "invalid", problems: [{ path: [], message: "This is not JSON.", level: "error" }] };
  const read = readPolicy(withoutSchemaLink(document.value));
  if (read.kind === "invalid") return read;
  const found = problems(read.policy);
  if (found.some(({ level }) => level === "error")) return { kind: "invalid", problems: found };
  return { kind: "ok", policy: read.policy, problems: found };
}

/** A policy as a file of its own, with the schema that editors help with. */
export function exportPolicy(policy: Policy, schemaUrl: string): string {
  return `${JSON.stringify({ $schema: schemaUrl, ...policy }, null, 2)}\n`;
}

function readJson(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return { ok: false };
  }
}

function withoutSchemaLink(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== "$schema"));
}

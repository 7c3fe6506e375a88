import { z } from "zod";
import { REASONS, type RequestReason, RESOLUTION_KINDS, type ResolutionKind } from "../policy/kinds.ts";
import type { Verdict } from "../policy/verdict.ts";

export const VERDICT_KINDS = [
  "allow",
  "needs_approval",
  "needs_evidence",
  "wait_until",
  "deny",
  "escalate",
] as const satisfies readonly Verdict["kind"][];

export const MOST_WORDS = 200;

/** What must hold of a conversation for its test case to pass. Words are looked for in what the agent said, small or capital. */
export const expectationSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("tool"), name: z.string().min(1).max(64), called: z.boolean() }),
  z.object({
    kind: z.literal("verdict"),
    reason: z.enum(REASONS),
    /** Null: whatever was asked for. */
    wanted: z.enum(RESOLUTION_KINDS).nullable(),
    verdict: z.enum(VERDICT_KINDS),
  }),
  z.object({ kind: z.literal("words"), text: z.string().trim().min(1).max(MOST_WORDS), present: z.boolean() }),
  z.object({ kind: z.literal("escalated"), escalated: z.boolean() }),
]);
export type Expectation = z.infer<typeof expectationSchema>;

/** What happened in a conversation, as far as anything may be expected of it. */
export type Happened = {
  tools: string[];
  verdicts: { reason: RequestReason; wanted: ResolutionKind | null; verdict: Verdict["kind"] }[];
  said: string[];
  escalated: boolean;
};

/** What was found in the place of what was expected. */
export const insteadSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("tools"), called: z.array(z.string()) }),
  z.object({ kind: z.literal("verdict"), verdict: z.enum(VERDICT_KINDS).nullable() }),
  z.object({ kind: z.literal("said"), text: z.string() }),
  z.object({ kind: z.literal("escalated"), escalated: z.boolean() }),
]);
type Instead = z.infer<typeof insteadSchema>;

export type Judged = { expectation: Expectation; held: boolean; instead: Instead };

const EXCERPT = 300;

/** Whether each expectation holds, in their order. */
export function judge(expectations: readonly Expectation[], happened: Happened): Judged[] {
  return expectations.map((expectation) => ({ expectation, ...judgeOne(expectation, happened) }));
}

function judgeOne(
  expectation: Expectation,
  { tools, verdicts, said, escalated }: Happened,
): Omit<Judged, "expectation"> {
  switch (expectation.kind) {
    case "tool": {
      const called = [...new Set(tools)];
      return { held: called.includes(expectation.name) === expectation.called, instead: { kind: "tools", called } };
    }
    case "verdict": {
      const { reason, wanted } = expectation;
      const last = verdicts.findLast((one) => one.reason === reason && (wanted === null || one.wanted === wanted));
      const verdict = last?.verdict ?? null;
      return { held: verdict === expectation.verdict, instead: { kind: "verdict", verdict } };
    }
    case "words": {
      const wanted = plain(expectation.text);
      const where = said.find((text) => plain(text).includes(wanted));
      const text = (expectation.present ? said.at(-1) : where) ?? "";
      return { held: (where !== undefined) === expectation.present, instead: { kind: "said", text: excerpt(text) } };
    }
    case "escalated":
      return { held: escalated === expectation.escalated, instead: { kind: "escalated", escalated } };
  }
}

/** Small letters, one kind of space and quotation mark: how a model types is not what is tried. */
function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\*\*/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

function excerpt(text: string): string {
  return text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text;
}

/** What to begin with for a conversation that went as it should: everything that happened in it but the words. */
export function expectedFrom(happened: Happened): Expectation[] {
  const { tools, verdicts, escalated } = happened;
  const last = new Map<string, Expectation>();
  for (const { reason, wanted, verdict } of verdicts) {
    last.set(`${reason} ${wanted ?? ""}`, { kind: "verdict", reason, wanted, verdict });
  }
  // What was said to whatever was on offer may have been overtaken by what was said to one of it.
  const stands = [...last.values()].filter((expectation) => judgeOne(expectation, happened).held);
  return [
    ...[...new Set(tools)].map((name): Expectation => ({ kind: "tool", name, called: true })),
    ...stands,
    { kind: "escalated", escalated },
  ];
}

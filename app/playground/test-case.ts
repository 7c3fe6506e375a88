import { z } from "zod";
import { expectationSchema, insteadSchema } from "./expectations.ts";
import { personaSchema } from "./persona.ts";
import { saidSchema } from "./said.ts";

export const MOST_CASES = 100;
export const MOST_STEPS = 12;
export const MOST_EXPECTATIONS = 30;

/** A conversation to be had again and again, and what must hold of it. */
export const testCaseSchema = z.object({
  name: z.string().trim().min(1).max(120),
  /** `gone`: a customer whose data was erased. */
  persona: z.discriminatedUnion("kind", [...personaSchema.options, z.object({ kind: z.literal("gone") })]),
  steps: z.array(saidSchema).min(1).max(MOST_STEPS),
  expectations: z.array(expectationSchema).min(1).max(MOST_EXPECTATIONS),
});
export type TestCase = z.infer<typeof testCaseSchema>;

/** How a case went when it was last run. A case whose conversation could not be had at all has no results. */
export const lastRunSchema = z.object({
  at: z.iso.datetime(),
  /** The policy, as `choiceText` writes it; of a draft, which state of it. */
  policy: z.string(),
  revision: z.int().nullable(),
  outcome: z.enum(["passed", "failed", "customer_gone", "unavailable"]),
  results: z.array(z.object({ expectation: expectationSchema, held: z.boolean(), instead: insteadSchema })),
  milliseconds: z.number(),
});
export type LastRun = z.infer<typeof lastRunSchema>;

export type StoredCase = TestCase & { id: string; version: string; updatedBy: string; lastRun: LastRun | null };

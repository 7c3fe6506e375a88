import { z } from "zod";
import { expectationSchema } from "../../playground/expectations.ts";
import { MOST_CHARACTERS } from "../../playground/said.ts";
import { MOST_EXPECTATIONS, MOST_STEPS, type TestCase, testCaseSchema } from "../../playground/test-case.ts";

const step = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("message"), text: z.string().max(2 * MOST_CHARACTERS), photo: z.boolean() }),
  z.object({ kind: z.literal("answer"), decision: z.enum(["confirm", "decline"]) }),
]);

/** A test case while it is edited: messages may still be empty or too long. */
export const caseFormSchema = z.object({
  name: z.string().max(200),
  persona: testCaseSchema.shape.persona,
  steps: z.array(step).max(MOST_STEPS),
  expectations: z.array(expectationSchema).max(MOST_EXPECTATIONS),
});
export type CaseForm = z.infer<typeof caseFormSchema>;

export function formOfCase({ name, persona, steps, expectations }: TestCase): CaseForm {
  return { name, persona, steps, expectations };
}

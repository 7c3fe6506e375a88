import { z } from "zod";
import { POLICY_AREAS, type PolicyArea } from "../../policy/areas.ts";

export const WRONG_REASONS = [
  "not_true",
  "wrong_order",
  "did_not_answer",
  "should_have_called_person",
  "called_person_needlessly",
  "against_our_wishes",
  "tone",
  "other",
] as const;
export type WrongReason = (typeof WRONG_REASONS)[number];

export const REVIEW_LIMITS = { comment: 1_000, question: 300, answer: 2_000 } as const;

const area = z.enum(POLICY_AREAS as readonly [PolicyArea, ...PolicyArea[]]);

/** What should change so that it does not happen again. */
const suggestionSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("none") }),
  z.strictObject({
    kind: z.literal("knowledge"),
    question: z.string().trim().min(1).max(REVIEW_LIMITS.question),
    answer: z.string().trim().min(1).max(REVIEW_LIMITS.answer),
  }),
  z.strictObject({
    kind: z.literal("policy"),
    area,
    change: z.string().trim().min(1).max(REVIEW_LIMITS.answer),
  }),
]);
export type Suggestion = z.infer<typeof suggestionSchema>;

export const judgementSchema = z.discriminatedUnion("label", [
  z.strictObject({ label: z.literal("right") }),
  z.strictObject({
    label: z.literal("wrong"),
    reason: z.enum(WRONG_REASONS),
    comment: z.string().trim().max(REVIEW_LIMITS.comment),
    suggestion: suggestionSchema,
  }),
]);
export type Judgement = z.infer<typeof judgementSchema>;

/** How many conversations a day are drawn for review; 0 for none. */
export const PER_DAY = [0, 3, 5, 10, 20, 40] as const;
export const qualitySettingsSchema = z.strictObject({ perDay: z.literal([...PER_DAY]) });
export type QualitySettings = z.infer<typeof qualitySettingsSchema>;
export const DEFAULT_QUALITY: QualitySettings = { perDay: 5 };

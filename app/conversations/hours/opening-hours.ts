import { z } from "zod";
import { isTimeZone } from "../../orders/calendar.ts";

/** Most spans of one day: a morning, an afternoon, and what nobody thinks of. */
export const MOST_SPANS = 4;
/** Monday first, as ISO counts. */
const WEEK = 7;

const start = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "a time such as 09:00");
const end = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, "a time such as 17:00 or 24:00");
const span = z
  .strictObject({ from: start, to: end })
  .refine(({ from, to }) => from < to, { path: ["to"], message: "not after its beginning" });
export type Span = z.infer<typeof span>;

/** The spans of a day, in order and apart from each other. */
const day = z
  .array(span)
  .max(MOST_SPANS)
  .superRefine((spans, context) => {
    spans.forEach(({ from }, index) => {
      const before = spans[index - 1];
      if (before !== undefined && from < before.to) {
        context.addIssue({ code: "custom", path: [index, "from"], message: "begins before the one above ends" });
      }
    });
  });

/** When people of the shop answer. Nothing of it is said to shoppers unless it is set. */
export const openingHoursSchema = z.strictObject({
  /** IANA name; null means the time zone set in Shopify. */
  timeZone: z.string().refine(isTimeZone, "not a time zone").nullable(),
  weekly: z.array(day).length(WEEK),
  /** How many open hours an answer usually takes at most; null: nothing is said about it. */
  answerHours: z.int().min(1).max(72).nullable(),
  /** Whether the team rests on the days off of the shipping settings. */
  followHolidays: z.boolean(),
  /** Whose public holidays count then (ISO 3166); null: none, only the shop's own days off. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
});
export type OpeningHours = z.infer<typeof openingHoursSchema>;

export const NO_HOURS: OpeningHours = {
  timeZone: null,
  weekly: Array.from({ length: WEEK }, () => []),
  answerHours: null,
  followHolidays: true,
  country: null,
};

import { z } from "zod";
import type { IsoDay } from "./working-days.ts";

const day = z.iso.date();
const names = z.array(z.string().trim().min(1).max(120)).max(50).default([]);

/**
 * What the merchant declares about a disruption: "Leeds warehouse, 3 working days more until Friday".
 * An empty list in its scope means all; every list that is not empty must match.
 */
export const noticeSchema = z
  .strictObject({
    id: z.uuid(),
    /** For people in the admin; shoppers are told the later date, not this. */
    title: z.string().trim().min(1).max(200),
    /** What takes longer: getting it out of the door, or the way to the shopper. */
    delays: z.enum(["handling", "transit"]),
    extraWorkingDays: z.int().min(1).max(60),
    /** First and last day of the disruption, in the shop's time zone. */
    from: day,
    until: day,
    scope: z
      .strictObject({
        locations: names,
        /** Destination countries, ISO 3166. */
        countries: z
          .array(z.string().regex(/^[A-Z]{2}$/))
          .max(250)
          .default([]),
        carriers: names,
        methods: names,
      })
      .default({ locations: [], countries: [], carriers: [], methods: [] }),
  })
  .refine((notice) => notice.from <= notice.until, { path: ["until"], message: "ends before it begins" });

export type Notice = z.infer<typeof noticeSchema>;

/** What a notice may be about; null is unknown, and matches only notices that do not ask. */
export type NoticeSubject = {
  location: string | null;
  country: string | null;
  carrier: string | null;
  method: string | null;
};

/**
 * Working days that notices add to a phase which goes on from `begin` to `end`. A disruption that the phase does not
 * touch adds nothing. Of several about the same phase the longest counts: they are as a rule two words for one trouble.
 */
export function extraDays(
  notices: readonly Notice[],
  phase: Notice["delays"],
  subject: NoticeSubject,
  begin: IsoDay,
  end: IsoDay,
): number {
  return notices
    .filter((notice) => notice.delays === phase && notice.from <= end && notice.until >= begin)
    .filter(({ scope }) => isAbout(scope, subject))
    .reduce((most, notice) => Math.max(most, notice.extraWorkingDays), 0);
}

function isAbout(scope: Notice["scope"], subject: NoticeSubject): boolean {
  return (
    named(scope.locations, subject.location) &&
    named(scope.countries, subject.country) &&
    named(scope.carriers, subject.carrier) &&
    named(scope.methods, subject.method)
  );
}

function named(list: readonly string[], name: string | null): boolean {
  if (list.length === 0) return true;
  return name !== null && list.some((one) => one.toLowerCase() === name.trim().toLowerCase());
}

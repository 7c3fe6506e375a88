import type { Desk } from "../../inbox/read-desk.server.ts";

/** Times are ISO 8601, with words for them by the shop's clock. */
export type ShownDesk = Omit<Desk, "dueAt" | "snoozedUntil"> & {
  due: { at: string; when: string } | null;
  snoozed: { at: string; when: string } | null;
};

export function shownDesk({ dueAt, snoozedUntil, ...desk }: Desk, when: (iso: string) => string): ShownDesk {
  const moment = (at: Date | null) => at && { at: at.toISOString(), when: when(at.toISOString()) };
  return { ...desk, due: moment(dueAt), snoozed: moment(snoozedUntil) };
}

import { z } from "zod";
import { type FieldErrors, fieldErrors, typedNumber } from "../../components/settings/field-errors.ts";
import { type Notice, noticeSchema } from "../../orders/notices.ts";
import { texts } from "./texts.ts";

/** What the page edits and sends, in the shape of a notice; the number is a text as it was typed. */
const typed = z.string().max(400);
const names = z.array(typed).max(300);

export const noticeFormSchema = z.strictObject({
  id: z.uuid(),
  title: typed,
  delays: z.enum(["handling", "transit"]),
  extraWorkingDays: typed,
  from: typed,
  until: typed,
  scope: z.strictObject({ locations: names, countries: names, carriers: names, methods: names }),
});
export type NoticeForm = z.infer<typeof noticeFormSchema>;

export function noticeForm(notice: Notice): NoticeForm {
  return { ...notice, extraWorkingDays: String(notice.extraWorkingDays) };
}

/** A notice about everything that still lacks its title. */
export function newNoticeForm(id: string, days: { from: string; until: string }): NoticeForm {
  const scope = { locations: [], countries: [], carriers: [], methods: [] };
  return { id, title: "", delays: "handling", extraWorkingDays: "1", ...days, scope };
}

/** The notice that a form stands for, or what is wrong with its fields. */
export function noticeOf(form: NoticeForm): { kind: "ok"; notice: Notice } | { kind: "invalid"; errors: FieldErrors } {
  const read = noticeSchema.safeParse({ ...form, extraWorkingDays: typedNumber(form.extraWorkingDays) });
  if (read.success) return { kind: "ok", notice: read.data };
  const wordsAt = (path: string, { code }: { code: string }) =>
    path === "until" && code === "custom" ? texts.errors.until : undefined;
  return { kind: "invalid", errors: fieldErrors(read.error, wordsAt) };
}

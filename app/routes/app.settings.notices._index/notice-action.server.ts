import { z } from "zod";
import { endedToday } from "../../orders/notice-words.ts";
import { findNotice, replaceNotice, withdrawNotice } from "../../orders/notices-to-edit.server.ts";
import { type Notice, noticeSchema } from "../../orders/notices.ts";
import { deed, type Person } from "../../staff/audit.ts";

const version = z.iso.datetime();
const askedSchema = z.discriminatedUnion("intent", [
  z.strictObject({ intent: z.literal("end"), id: z.uuid(), version }),
  z.strictObject({ intent: z.literal("withdraw"), id: z.uuid(), version }),
  z.strictObject({ intent: z.literal("restore"), notice: noticeSchema, version: version.nullable() }),
]);
export type NoticeAsked = z.infer<typeof askedSchema>;

/** `undo`: what to ask for to have the notice as it was. */
export type NoticeAnswer =
  | { kind: "ended" | "withdrawn"; title: string; undo: NoticeAsked }
  | { kind: "restored" }
  | { kind: "changed" }
  | { kind: "failed" };

/** Does what a button of the list asks, if the notice is still the one that the list showed. */
export async function actOnNotice(shop: string, by: Person, today: string, body: unknown): Promise<NoticeAnswer> {
  const read = askedSchema.safeParse(body);
  if (!read.success) return { kind: "failed" };
  const asked = read.data;
  if (asked.intent === "restore") {
    const outcome = await replaceNotice(
      shop,
      asked.notice,
      asked.version,
      deed(by, "notice_restored", asked.notice.id),
    );
    return { kind: outcome.kind === "saved" ? "restored" : "changed" };
  }
  const found = await findNotice(shop, asked.id);
  if (found?.version !== asked.version) return { kind: "changed" };
  return asked.intent === "end"
    ? end(shop, by, today, found.value, asked.version)
    : withdraw(shop, by, found.value, asked.version);
}

async function end(shop: string, by: Person, today: string, notice: Notice, seen: string): Promise<NoticeAnswer> {
  const ended = endedToday(notice, today);
  const outcome = ended && (await replaceNotice(shop, ended, seen, deed(by, "notice_ended", notice.id)));
  if (outcome?.kind !== "saved") return { kind: "changed" };
  return { kind: "ended", title: notice.title, undo: { intent: "restore", notice, version: outcome.version } };
}

async function withdraw(shop: string, by: Person, notice: Notice, seen: string): Promise<NoticeAnswer> {
  if (!(await withdrawNotice(shop, notice.id, seen, deed(by, "notice_withdrawn", notice.id))))
    return { kind: "changed" };
  return { kind: "withdrawn", title: notice.title, undo: { intent: "restore", notice, version: null } };
}

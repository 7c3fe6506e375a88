import { z } from "zod";
import { type DataSettings, dataSettingsSchema, ON_UNINSTALL } from "../../conversations/retention/data-settings.ts";
import { type FieldErrors, fieldErrors, typedNumber } from "../../components/settings/field-errors.ts";

/** What the page edits and sends: days as they are typed, which do not count beside "forever". */
const kept = z.strictObject({ forever: z.boolean(), days: z.string().max(20) });
type Kept = z.infer<typeof kept>;

export const dataFormSchema = z.strictObject({
  conversationDays: kept,
  photoDays: kept,
  onUninstall: z.enum(ON_UNINSTALL),
});
export type DataForm = z.infer<typeof dataFormSchema>;

export function dataForm({ conversationDays, photoDays, onUninstall }: DataSettings): DataForm {
  return { conversationDays: toKept(conversationDays), photoDays: toKept(photoDays), onUninstall };
}
const toKept = (days: number | null): Kept => ({ forever: days === null, days: days === null ? "" : String(days) });
const toDays = ({ forever, days }: Kept) => (forever ? null : typedNumber(days));

export function dataSettingsOf(
  form: DataForm,
): { kind: "ok"; settings: DataSettings } | { kind: "invalid"; errors: FieldErrors } {
  const { conversationDays, photoDays, onUninstall } = form;
  const stored = { conversationDays: toDays(conversationDays), photoDays: toDays(photoDays), onUninstall };
  const read = dataSettingsSchema.safeParse(stored);
  return read.success ? { kind: "ok", settings: read.data } : { kind: "invalid", errors: fieldErrors(read.error) };
}

import { z } from "zod";
import { type Sender, senderSchema } from "../../channels/email/sender.ts";
import { type FieldErrors, fieldErrors } from "../../components/settings/field-errors.ts";
import { texts } from "./texts.ts";

const typed = z.string().max(1_000);
export const senderFormSchema = z.strictObject({ name: typed, address: typed, replyTo: typed });
export type SenderForm = z.infer<typeof senderFormSchema>;

export function senderOf(
  form: SenderForm,
): { kind: "ok"; settings: Sender } | { kind: "invalid"; errors: FieldErrors } {
  const read = senderSchema.safeParse(form);
  if (read.success) return { kind: "ok", settings: read.data };
  const wordsAt = (path: string, { code }: { code: string }) => {
    if (path !== "name") return texts.errors.address;
    return code === "custom" ? texts.errors.name : undefined;
  };
  return { kind: "invalid", errors: fieldErrors(read.error, wordsAt) };
}

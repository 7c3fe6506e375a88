import { z } from "zod";
import { mailHtml } from "../../channels/email/mail-html.ts";
import { MailError, type MailFailure, sendMail } from "../../channels/email/send-mail.server.ts";
import { countUse } from "../../platform/rate-limit.server.ts";
import { shopProfile } from "../../shopify/shop-profile.server.ts";
import { texts } from "./texts.ts";

export type TestAnswer =
  { kind: "sent" } | { kind: "address" } | { kind: "limited" } | { kind: "failed"; failure: MailFailure };

const bodySchema = z.object({ to: z.string().trim().max(254).pipe(z.email()) });

/** Tests are few, so that nobody's mailbox is filled from here. */
const TESTS = { key: "test-mail", limit: 10, seconds: 10 * 60 };

/** Sends a test email at once, so that what is wrong can be said where it was asked for. */
export async function sendTest(shop: string, body: unknown): Promise<TestAnswer> {
  const read = bodySchema.safeParse(body);
  if (!read.success) return { kind: "address" };
  if (await countUse(shop, [TESTS])) return { kind: "limited" };
  const { name } = await shopProfile(shop);
  const { subject, body: text } = texts.test;
  try {
    await sendMail(shop, read.data.to, { subject: subject(name), text: `${text}\n`, html: mailHtml("en", [{ text }]) });
    return { kind: "sent" };
  } catch (error) {
    if (!(error instanceof MailError)) throw error;
    return { kind: "failed", failure: error.failure };
  }
}

import { createTransport, type Transporter } from "nodemailer";
import { env } from "../../platform/env.server.ts";
import { shopProfile } from "../../shopify/shop-profile.server.ts";
import { senders } from "./sender.server.ts";

export type Mail = { subject: string; text: string; html: string };

/** A mail server that does not answer is given up after so many milliseconds; a job tries again later. */
const PATIENCE_MS = 10_000;

export function canMail(): boolean {
  return env().SMTP_URL !== undefined;
}

let transport: Transporter | undefined;

/**
 * Sends one email through `SMTP_URL`, as the shop's sender. Addresses are in no error and no log: what the mail server
 * says may quote them, so only the kind of its failure is passed on.
 * @throws MailError when it was not taken.
 */
export async function sendMail(shop: string, to: string, mail: Mail): Promise<void> {
  const { SMTP_URL } = env();
  if (SMTP_URL === undefined) throw new MailError("not_configured");
  transport ??= createTransport({
    url: SMTP_URL,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const [{ name, address, replyTo }, profile] = await Promise.all([senders.read(shop), shopProfile(shop)]);
  try {
    await transport.sendMail({
      from: { name: name || profile.name, address: address || serverAddress() },
      to: { name: "", address: to },
      ...(replyTo === "" ? {} : { replyTo: { name: "", address: replyTo } }),
      ...mail,
      headers: { "Auto-Submitted": "auto-generated" },
    });
  } catch (error) {
    throw new MailError(kindOf(error));
  }
}

/** The address that email comes from where the merchant names none: one of the app's own host. */
export function serverAddress(): string {
  const { hostname } = new URL(env().SHOPIFY_APP_URL);
  return /^[\d.]+$|^localhost$/.test(hostname) ? "no-reply@wherewithal.example" : `no-reply@${hostname}`;
}

export type MailFailure = "not_configured" | "unreachable" | "refused_login" | "refused_sender" | "refused";

export class MailError extends Error {
  readonly failure: MailFailure;
  constructor(failure: MailFailure) {
    super(`An email was not sent: ${failure}.`);
    this.name = "MailError";
    this.failure = failure;
  }
}

/** nodemailer.com: error codes. */
function kindOf(error: unknown): MailFailure {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const command = error instanceof Error && "command" in error ? error.command : undefined;
  if (code === "EAUTH") return "refused_login";
  if (code === "EENVELOPE" || code === "EMESSAGE") return command === "MAIL FROM" ? "refused_sender" : "refused";
  return "unreachable";
}

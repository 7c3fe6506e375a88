import type { CodeAbout, CodeJob } from "../../identity/code-requests.server.ts";
import { closeRequest, makeCode, pendingCode } from "../../identity/codes.server.ts";
import { findOrderById, findOrderToMail } from "../../identity/find-order.server.ts";
import { mailboxLimits } from "../../identity/limits.ts";
import { blind } from "../../platform/crypto.server.ts";
import { countUse } from "../../platform/rate-limit.server.ts";
import { adminClientFor } from "../../shopify/admin-client.server.ts";
import { shopProfile } from "../../shopify/shop-profile.server.ts";
import { codeMail } from "./code-mail.ts";
import { sendMail } from "./send-mail.server.ts";

/**
 * Looks up what a guest asked a code for and, where there is such an order, sends a new code to the email that Shopify has
 * for it and to no other. Run again after a failure it makes another code; the one before is worth nothing then.
 * @throws when Shopify or the mail server cannot be reached: the job is tried again.
 */
export async function sendCode(job: CodeJob): Promise<void> {
  const pending = await pendingCode(job);
  if (!pending) return;
  const order = await orderOf(job.shop, pending.about);
  if (order && !(await isFlooded(job.shop, order.email))) {
    const { name } = await shopProfile(job.shop);
    const code = await makeCode(job, pending.conversationId, order);
    await sendMail(job.shop, order.email, codeMail(code, order.name, name, pending.locale));
  }
  await closeRequest(job);
}

async function orderOf(shop: string, about: CodeAbout): Promise<{ id: string; name: string; email: string } | null> {
  const client = await adminClientFor(shop);
  const found =
    about.kind === "order"
      ? await findOrderById(client, about.orderId)
      : await findOrderToMail(client, about.orderName, about.email);
  if (found.kind === "unavailable") throw new Error("Shopify did not say which order a code is for.");
  if (found.kind === "no_match" || found.email === null) return null;
  return { id: found.orderId, name: found.orderName, email: found.email };
}

async function isFlooded(shop: string, email: string): Promise<boolean> {
  return (await countUse(shop, mailboxLimits(blind(`${shop}/${email.toLowerCase()}`)))) !== null;
}

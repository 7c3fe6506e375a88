import { db } from "../../platform/db.server.ts";
import { errorFields, log } from "../../platform/log.server.ts";
import { shopifyLibrary } from "../api.server.ts";

/** What a handler is given: Shopify's word, its signature checked. */
type Webhook = { shop: string; topic: string; payload: unknown; triggeredAt: Date };

/**
 * By topic, in the library's spelling (`APP_UNINSTALLED`). A handler must be safe to run twice, since deliveries come
 * at least once and in any order, and quick: Shopify waits 5 seconds. If it throws, Shopify delivers again. A handler that
 * answers `leave_no_trace` has no delivery remembered either.
 */
export type WebhookHandlers = Readonly<Record<string, (webhook: Webhook) => Promise<unknown>>>;

const MAXIMUM_BYTES = 2 * 1024 * 1024;

/**
 * Takes one delivery and answers it: 200 done, done before, or none of ours; 400, 401, 405, 413 not a delivery of
 * Shopify's; 500 please deliver again.
 *
 * The Remix library's own `authenticate.webhook` is not used: before it answers it refreshes the shop's token, which
 * fails for a shop that has just removed the app, so that exactly the un-install would never be heard.
 */
export async function receiveWebhook(request: Request, handlers: WebhookHandlers): Promise<Response> {
  if (request.method !== "POST") return answer(405);
  if (Number(request.headers.get("content-length") ?? 0) > MAXIMUM_BYTES) return answer(413);
  const rawBody = await request.text();
  if (rawBody.length > MAXIMUM_BYTES) return answer(413);
  const check = await shopifyLibrary().webhooks.validate({ rawBody, rawRequest: request });
  if (!check.valid) return answer(check.reason === "invalid_hmac" || check.reason === "missing_hmac" ? 401 : 400);

  const { domain: shop, topic } = check;
  const handler = handlers[topic];
  if (!handler) {
    log.info({ shop, topic }, "a webhook that nothing here handles");
    return answer(200);
  }
  const payload = parse(rawBody);
  if (payload === undefined) return answer(400);

  // One event may be told under several topics, so the event's id alone would hide the second.
  const eventId = `${topic}/${"eventId" in check && check.eventId ? check.eventId : check.webhookId}`;
  const key = { shop_eventId: { shop, eventId } };
  try {
    if (await db().webhookDelivery.findUnique({ where: key, select: { shop: true } })) return answer(200);
    const done = await handler({ shop, topic, payload, triggeredAt: readDate(check.triggeredAt) });
    // Remembered only when done: a handler that dies half-way is asked again.
    if (done !== "leave_no_trace")
      await db().webhookDelivery.upsert({ where: key, create: { shop, eventId, topic }, update: {} });
    return answer(200);
  } catch (error) {
    log.error({ shop, topic, ...errorFields(error) }, "a webhook could not be handled");
    return answer(500);
  }
}

/** Deliveries can come again for a day; after that their ids are of no use. */
export async function forgetOldDeliveries(before: Date): Promise<void> {
  await db().webhookDelivery.deleteMany({ where: { receivedAt: { lt: before } } });
}

const answer = (status: number): Response => new Response(null, { status });

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readDate(text: string | undefined): Date {
  const date = new Date(text ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? new Date() : date;
}

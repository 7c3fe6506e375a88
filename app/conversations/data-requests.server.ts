import { db } from "../platform/db.server.ts";
import type { Deed } from "../staff/audit.ts";
import { changeRows } from "../staff/audit.server.ts";
import { casesOf } from "./forget-cases.server.ts";

/** A customer's request to know what is held about them, until the merchant has answered it. */
export type OpenDataRequest = { id: string; receivedAt: string };

export async function openDataRequests(shop: string): Promise<OpenDataRequest[]> {
  const requests = await db().dataRequest.findMany({
    where: { shop },
    select: { id: true, receivedAt: true },
    orderBy: { receivedAt: "asc" },
    take: 20,
  });
  return requests.map(({ id, receivedAt }) => ({ id, receivedAt: receivedAt.toISOString() }));
}

/** What to hand over, as JSON text; null when there is no such request. */
export async function dataRequestExport(shop: string, id: string): Promise<string | null> {
  const request = await db().dataRequest.findUnique({ where: { shop_id: { shop, id } } });
  if (!request) return null;
  const { customerId, receivedAt } = request;
  const testCases = await casesOf(shop, customerId);
  const held = { shop, customerId, requestedAt: receivedAt, conversations: request.export, testCases };
  return JSON.stringify(held, null, 2);
}

/** The merchant has answered: the copy made for it goes. */
export async function closeDataRequest(shop: string, id: string, deed: Deed | null = null): Promise<void> {
  await changeRows(shop, deed, (on) => on.dataRequest.deleteMany({ where: { shop, id } }));
}

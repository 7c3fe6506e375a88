import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { closeDataRequest, dataRequestExport } from "../conversations/data-requests.server.ts";
import { authenticateAdmin } from "../shopify/authenticate-admin.server.ts";

const requestId = z.uuid();

/** The file that the merchant hands to the customer. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { session } = await authenticateAdmin(request);
  const id = requestId.safeParse(params["id"]);
  const text = id.success ? await dataRequestExport(session.shop, id.data) : null;
  if (text === null) return new Response(null, { status: 404 });
  return new Response(text, { headers: { "Content-Type": "application/json", "Cache-Control": "no-store" } });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { session } = await authenticateAdmin(request);
  const id = requestId.safeParse(params["id"]);
  if (!id.success) return new Response(null, { status: 404 });
  await closeDataRequest(session.shop, id.data);
  return { closed: id.data };
}

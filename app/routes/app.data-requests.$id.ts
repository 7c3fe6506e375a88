import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { closeDataRequest, dataRequestExport } from "../conversations/data-requests.server.ts";
import { deed } from "../staff/audit.ts";
import { keep } from "../staff/audit.server.ts";
import { requireStaff } from "../staff/require-staff.server.ts";

const requestId = z.uuid();

/** The file that the merchant hands to the customer. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shop, by } = await requireStaff(request, "serve_data_request");
  const id = requestId.safeParse(params["id"]);
  const text = id.success ? await dataRequestExport(shop, id.data) : null;
  if (!id.success || text === null) return new Response(null, { status: 404 });
  await keep(shop, deed(by, "data_request_downloaded", id.data));
  return new Response(text, { headers: { "Content-Type": "application/json", "Cache-Control": "no-store" } });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { shop, by } = await requireStaff(request, "serve_data_request");
  const id = requestId.safeParse(params["id"]);
  if (!id.success) return new Response(null, { status: 404 });
  await closeDataRequest(shop, id.data, deed(by, "data_request_closed", id.data));
  return { closed: id.data };
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { authenticateAdmin } from "../shopify/authenticate-admin.server.ts";

/** Shopify's library answers these paths itself, by throwing a response: the bounce page and the way out of the frame. */
export async function loader({ request }: LoaderFunctionArgs) {
  await authenticateAdmin(request);
  return null;
}

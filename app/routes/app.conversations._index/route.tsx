import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { requireStaff } from "../../staff/require-staff.server.ts";
import { InboxPage } from "./inbox-page.tsx";
import { loadInbox } from "./load-inbox.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop, staff } = await requireStaff(request, "read_conversations");
  return loadInbox(shop, staff, new URL(request.url));
}

export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Inbox() {
  return <InboxPage inbox={useLoaderData<typeof loader>()} />;
}

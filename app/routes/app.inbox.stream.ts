import type { LoaderFunctionArgs } from "@remix-run/node";
import { streamInbox } from "../inbox/stream.server.ts";
import { requireStaff } from "../staff/require-staff.server.ts";

/** What changes at the desk, as it does: each message names a conversation, or none where any may have changed. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop } = await requireStaff(request, "read_conversations");
  return streamInbox(shop, { connection: context.connection, signal: request.signal });
}

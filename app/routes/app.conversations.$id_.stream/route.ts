import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { answerJson, HttpError } from "../../platform/http.server.ts";
import { requireStaff } from "../../staff/require-staff.server.ts";
import { streamDesk } from "./stream-desk.server.ts";

const askedSchema = z.object({ id: z.uuid(), tab: z.uuid(), after: z.coerce.number().int().min(0).max(2_147_483_647) });

/**
 * A conversation as it goes on, for whoever has its page open: `DeskFrame`s as server-sent events, over `fetch`, because only
 * that carries a session token.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { shop, by } = await requireStaff(request, "read_conversations");
  return answerJson(async () => {
    const asked = askedSchema.safeParse({
      ...Object.fromEntries(new URL(request.url).searchParams),
      id: params["id"],
    });
    if (!asked.success) throw new HttpError(400, "invalid_request", "tab: a page's id; after: an event's number");
    const { id, tab, after } = asked.data;
    const client = { connection: context.connection, signal: request.signal };
    const stream = await streamDesk({ shop, conversationId: id }, { tab, person: by }, after, client);
    if (!stream) throw new HttpError(404, "not_found", "There is no such conversation.");
    return stream;
  });
}

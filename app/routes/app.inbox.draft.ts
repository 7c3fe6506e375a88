import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { draftReply } from "../inbox/draft.server.ts";
import { answerJson, json, readJson } from "../platform/http.server.ts";
import { requireStaff } from "../staff/require-staff.server.ts";

const schema = z.object({ conversationId: z.uuid() });

/** Lets the agent draft an answer for who writes one. */
export async function action({ request }: ActionFunctionArgs) {
  const { shop, staff } = await requireStaff(request, "take_over");
  return answerJson(async () => {
    const { conversationId } = await readJson(request, schema);
    return json(await draftReply({ shop, conversationId }, staff, request.signal));
  });
}

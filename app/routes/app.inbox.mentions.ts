import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { mentionsOf, readMentions } from "../inbox/mentions.server.ts";
import { answerJson, json, readJson } from "../platform/http.server.ts";
import { requireStaff } from "../staff/require-staff.server.ts";

/** What is meant for who has the app open. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop, staff } = await requireStaff(request, "read_conversations");
  return Response.json(await mentionsOf(shop, staff.id));
}

const schema = z.object({ conversationId: z.uuid() });

/** They have a conversation open. */
export async function action({ request }: ActionFunctionArgs) {
  const { shop, staff } = await requireStaff(request, "read_conversations");
  return answerJson(async () => {
    const { conversationId } = await readJson(request, schema);
    await readMentions({ shop, conversationId }, staff.id);
    return json({ kind: "read" });
  });
}

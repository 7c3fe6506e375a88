import type { ActionFunctionArgs } from "@remix-run/node";
import { askForPerson } from "../conversations/escalate.server.ts";
import { answerChat, limitMessages, postOnly } from "../identity/chat-request.server.ts";
import { HttpError, json } from "../platform/http.server.ts";

export const loader = postOnly;

export const action = ({ request, context }: ActionFunctionArgs) =>
  answerChat(request, context.clientIp, async (caller) => {
    limitMessages(caller);
    const event = await askForPerson(caller);
    if (!event) throw new HttpError(410, "conversation_gone", "This conversation no longer exists.");
    return json({ event });
  });

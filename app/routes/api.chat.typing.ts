import type { ActionFunctionArgs } from "@remix-run/node";
import { typingBodySchema } from "../conversations/chat-bodies.ts";
import { findConversation } from "../conversations/conversations.server.ts";
import { passTyping } from "../conversations/log.server.ts";
import { answerChat, limitTyping, postOnly } from "../identity/chat-request.server.ts";
import { HttpError, readJson } from "../platform/http.server.ts";

export const loader = postOnly;

/** Nobody but people cares that a shopper writes: as long as none has the conversation, nobody is told. */
export const action = ({ request, context }: ActionFunctionArgs) =>
  answerChat(request, context.clientIp, async (caller) => {
    limitTyping(caller);
    const { on } = await readJson(request, typingBodySchema);
    const conversation = await findConversation(caller);
    if (!conversation) throw new HttpError(410, "conversation_gone", "This conversation no longer exists.");
    if (conversation.status === "escalated") passTyping(caller, conversation.lastSeq, on);
    return new Response(null, { status: 204 });
  });

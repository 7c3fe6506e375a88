import type { ActionFunctionArgs } from "@remix-run/node";
import { ratingBodySchema } from "../conversations/chat-bodies.ts";
import { append } from "../conversations/log.server.ts";
import { answerChat, limitMessages, postOnly } from "../identity/chat-request.server.ts";
import { HttpError, readJson } from "../platform/http.server.ts";

export const loader = postOnly;

export const action = ({ request, context }: ActionFunctionArgs) =>
  answerChat(request, context.clientIp, async (caller) => {
    limitMessages(caller);
    const body = await readJson(request, ratingBodySchema);
    const stored = await append(caller, [{ type: "rating", author: "shopper", ...body }]);
    if (!stored) throw new HttpError(410, "conversation_gone", "This conversation no longer exists.");
    return new Response(null, { status: 204 });
  });

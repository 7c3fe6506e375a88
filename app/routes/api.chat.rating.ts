import type { ActionFunctionArgs } from "@remix-run/node";
import { ratingBodySchema } from "../conversations/chat-bodies.ts";
import { answerChat, limitMessages, postOnly } from "../identity/chat-request.server.ts";
import { rate } from "../inbox/rate.server.ts";
import { HttpError, readJson } from "../platform/http.server.ts";

export const loader = postOnly;

export const action = ({ request, context }: ActionFunctionArgs) =>
  answerChat(request, context.clientIp, async (caller) => {
    limitMessages(caller);
    const outcome = await rate(caller, await readJson(request, ratingBodySchema));
    if (outcome === "gone") throw new HttpError(410, "conversation_gone", "This conversation no longer exists.");
    return new Response(null, { status: 204 });
  });

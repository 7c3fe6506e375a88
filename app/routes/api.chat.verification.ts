import type { ActionFunctionArgs } from "@remix-run/node";
import { verificationBodySchema } from "../conversations/chat-bodies.ts";
import { verifyGuest } from "../conversations/verify-guest.server.ts";
import { answerChat, limitMessages, postOnly } from "../identity/chat-request.server.ts";
import { json, readJson } from "../platform/http.server.ts";

export const loader = postOnly;

export const action = ({ request, context }: ActionFunctionArgs) =>
  answerChat(request, context.clientIp, async (caller) => {
    limitMessages(caller);
    const body = await readJson(request, verificationBodySchema);
    return json({ event: await verifyGuest(caller, body, request.signal) });
  });

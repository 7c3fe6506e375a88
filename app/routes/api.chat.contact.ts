import type { ActionFunctionArgs } from "@remix-run/node";
import { contactBodySchema } from "../conversations/chat-bodies.ts";
import { answerChat, limitMessages, postOnly } from "../identity/chat-request.server.ts";
import { contactLimits } from "../identity/limits.ts";
import { leaveContact } from "../inbox/leave-contact.server.ts";
import { HttpError, json, readJson, tooManyRequests } from "../platform/http.server.ts";
import { countUse } from "../platform/rate-limit.server.ts";

export const loader = postOnly;

export const action = ({ request, context }: ActionFunctionArgs) =>
  answerChat(request, context.clientIp, async (caller) => {
    limitMessages(caller);
    const { email } = await readJson(request, contactBodySchema);
    const limited = await countUse(caller.shop, contactLimits(caller.conversationId, caller.ip));
    if (limited) throw tooManyRequests(limited.retryAfterSeconds, "The address was changed too often.");
    const event = await leaveContact(caller, email);
    if (!event) throw new HttpError(410, "conversation_gone", "This conversation no longer exists.");
    return json({ event });
  });

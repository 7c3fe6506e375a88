import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs } from "@remix-run/node";
import { startTurn } from "../agent/turns.server.ts";
import { messageBodySchema } from "../conversations/chat-bodies.ts";
import { postMessage } from "../conversations/post-message.server.ts";
import { answerChat, limitMessages, postOnly } from "../identity/chat-request.server.ts";
import { HttpError, json, readJson } from "../platform/http.server.ts";

export const loader = postOnly;

export const action = ({ request, context }: ActionFunctionArgs) =>
  answerChat(request, context.clientIp, async (caller) => {
    limitMessages(caller);
    const body = await readJson(request, messageBodySchema);
    const owner = randomUUID();
    const outcome = await postMessage(caller, body, owner);
    if (outcome.kind === "gone") throw new HttpError(410, "conversation_gone", "This conversation no longer exists.");
    if (outcome.kind === "unknown_photo") {
      throw new HttpError(422, "unknown_attachment", "A photo is not there to be sent. Upload it again.");
    }
    if (outcome.kind === "stored" && outcome.leased) startTurn(caller, owner);
    return json({ event: outcome.event }, 202);
  });

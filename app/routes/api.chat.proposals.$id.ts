import type { ActionFunctionArgs } from "@remix-run/node";
import { proposalBodySchema, proposalIdSchema } from "../conversations/chat-bodies.ts";
import { answerProposal } from "../conversations/resolutions.server.ts";
import { answerChat, limitMessages, postOnly } from "../identity/chat-request.server.ts";
import { HttpError, json, readJson } from "../platform/http.server.ts";

export const loader = postOnly;

export const action = ({ request, params, context }: ActionFunctionArgs) =>
  answerChat(request, context.clientIp, async (caller) => {
    limitMessages(caller);
    const id = proposalIdSchema.safeParse(params["id"]);
    const body = await readJson(request, proposalBodySchema);
    const answer = id.success ? await answerProposal(caller, id.data, body) : { kind: "not_found" as const };
    if (answer.kind === "ok") return json({ event: answer.event });
    if (answer.kind === "not_found") throw new HttpError(404, "not_found", "There is no such proposal.");
    throw new HttpError(409, "proposal_changed", "This is no longer what was shown. Ask again for a new one.");
  });

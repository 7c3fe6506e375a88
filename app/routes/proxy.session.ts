import type { ActionFunctionArgs } from "@remix-run/node";
import { sessionBodySchema } from "../conversations/chat-bodies.ts";
import { openSession } from "../conversations/open-session.server.ts";
import { authenticateProxy } from "../identity/proxy-caller.server.ts";
import { answerJson, HttpError, json, readJson } from "../platform/http.server.ts";

export const loader = () =>
  answerJson(() => {
    throw new HttpError(405, "method_not_allowed", "Sessions are asked for with POST.", { Allow: "POST" });
  });

export const action = ({ request, context }: ActionFunctionArgs) =>
  answerJson(async () => {
    const caller = await authenticateProxy(request, context.clientIp);
    const body = await readJson(request, sessionBodySchema);
    return json(await openSession(caller, body));
  });

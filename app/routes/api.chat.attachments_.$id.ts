import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { attachmentIdSchema } from "../conversations/chat-bodies.ts";
import { readPhoto } from "../conversations/photos/attachments.server.ts";
import { photoResponse } from "../conversations/photos/photo-response.ts";
import { answerChat } from "../identity/chat-request.server.ts";
import { HttpError } from "../platform/http.server.ts";

/** The shopper's own photo: what their conversation's token opens, and nothing else. */
export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  answerChat(request, context.clientIp, async (caller) => {
    const id = attachmentIdSchema.safeParse(params["id"]);
    const photo = id.success ? await readPhoto(caller, id.data) : null;
    if (!photo) throw new HttpError(404, "not_found", "There is no such photo.");
    return photoResponse(photo, 24 * 60 * 60);
  });

export const action = ({ request, context }: ActionFunctionArgs) =>
  answerChat(request, context.clientIp, () => {
    throw new HttpError(405, "method_not_allowed", "This is read.", { Allow: "GET" });
  });

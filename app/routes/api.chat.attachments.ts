import type { ActionFunctionArgs } from "@remix-run/node";
import { findConversation } from "../conversations/conversations.server.ts";
import { MOST_PHOTOS, storePhoto } from "../conversations/photos/attachments.server.ts";
import { readUpload } from "../conversations/photos/read-upload.server.ts";
import { answerChat, limitMessages, postOnly } from "../identity/chat-request.server.ts";
import { HttpError, json } from "../platform/http.server.ts";

export const loader = postOnly;

export const action = ({ request, context }: ActionFunctionArgs) =>
  answerChat(request, context.clientIp, async (caller) => {
    limitMessages(caller);
    if (!(await findConversation(caller))) {
      throw new HttpError(410, "conversation_gone", "This conversation no longer exists.");
    }
    const outcome = await storePhoto(caller, await readUpload(request));
    switch (outcome.kind) {
      case "stored":
        return json({ attachmentId: outcome.attachmentId, width: outcome.width, height: outcome.height }, 201);
      case "not_an_image":
        throw new HttpError(415, "not_an_image", "Send a JPEG, PNG, WebP or GIF photo.");
      case "not_decodable":
        throw new HttpError(422, "not_decodable", "The photo cannot be read. Try another one, or a screenshot of it.");
      case "full":
        throw new HttpError(409, "too_many_photos", `A conversation holds at most ${MOST_PHOTOS} photos.`);
    }
  });

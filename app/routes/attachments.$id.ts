import type { LoaderFunctionArgs } from "@remix-run/node";
import { attachmentIdSchema } from "../conversations/chat-bodies.ts";
import { readPhotoByLink } from "../conversations/photos/attachments.server.ts";
import { checkPhotoLink } from "../conversations/photos/photo-link.server.ts";
import { photoResponse } from "../conversations/photos/photo-response.ts";
import { answerJson, HttpError } from "../platform/http.server.ts";

/** A photo in the merchant's admin, by a link that was signed for the page it stands on. */
export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answerJson(async () => {
    const id = attachmentIdSchema.safeParse(params["id"]);
    const link = id.success ? checkPhotoLink(id.data, new URL(request.url).searchParams) : null;
    if (!id.success || link?.kind !== "valid") throw new HttpError(403, "link_expired", "This link no longer works.");
    const photo = await readPhotoByLink(link.shop, id.data);
    if (!photo) throw new HttpError(404, "not_found", "There is no such photo.");
    return photoResponse(photo, link.secondsLeft);
  });

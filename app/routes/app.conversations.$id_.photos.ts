import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { findConversation } from "../conversations/conversations.server.ts";
import { storePhoto } from "../conversations/photos/attachments.server.ts";
import { signPhotoLink } from "../conversations/photos/photo-link.server.ts";
import { readUpload } from "../conversations/photos/read-upload.server.ts";
import { answerJson, json } from "../platform/http.server.ts";
import { requireStaff } from "../staff/require-staff.server.ts";

const idSchema = z.uuid();

/** A photo for a reply: cleaned as the shoppers' are, and kept until a reply sends it. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { shop } = await requireStaff(request, "take_over");
  return answerJson(async () => {
    const upload = await readUpload(request);
    const id = idSchema.safeParse(params["id"]);
    const key = id.success ? { shop, conversationId: id.data } : null;
    if (!key || !(await findConversation(key))) return json({ kind: "gone" }, 404);
    const outcome = await storePhoto(key, upload, "staff");
    if (outcome.kind !== "stored") return json({ kind: outcome.kind });
    const { attachmentId, width, height } = outcome;
    return json({ kind: "stored", photo: { id: attachmentId, width, height, url: signPhotoLink(shop, attachmentId) } });
  });
}

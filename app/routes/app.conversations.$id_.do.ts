import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { deedSchema } from "../inbox/deeds.ts";
import { doDeed } from "../inbox/do-deed.server.ts";
import { answerJson, json, readJson } from "../platform/http.server.ts";
import { requireStaff } from "../staff/require-staff.server.ts";

const idSchema = z.uuid();
/** The longest reply in the script that takes the most bytes, escaped. */
const MOST_BYTES = 256 * 1024;

/** What somebody does to the conversation they have open: one of `deedSchema` in, a `DeedAnswer` out. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { shop, staff } = await requireStaff(request, "take_over");
  return answerJson(async () => {
    const deed = await readJson(request, deedSchema, MOST_BYTES);
    const id = idSchema.safeParse(params["id"]);
    return json(id.success ? await doDeed({ shop, conversationId: id.data }, staff, deed) : { kind: "gone" });
  });
}

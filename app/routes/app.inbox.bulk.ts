import type { ActionFunctionArgs } from "@remix-run/node";
import { bulkSchema, orderFrom } from "../inbox/bulk-order.server.ts";
import { doToEach } from "../inbox/bulk.server.ts";
import { answerJson, HttpError, json, readJson } from "../platform/http.server.ts";
import { requireStaff } from "../staff/require-staff.server.ts";

/** Does the same to some conversations; the answer says of each what came of it. */
export async function action({ request }: ActionFunctionArgs) {
  const { shop, staff } = await requireStaff(request, "take_over");
  return answerJson(async () => {
    const { order: asked, conversations } = await readJson(request, bulkSchema);
    const order = await orderFrom(shop, asked);
    if (!order) throw new HttpError(409, "unknown_colleague", "Nobody of this team answers to that id.");
    return json({ done: await doToEach(shop, staff, order, conversations) });
  });
}

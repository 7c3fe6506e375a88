import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { nextInView } from "../inbox/queue/next-in-view.server.ts";
import { QUEUE_VIEWS } from "../inbox/queue/views.ts";
import { HttpError, answerJson, json } from "../platform/http.server.ts";
import { requireStaff } from "../staff/require-staff.server.ts";

const askedSchema = z.object({ view: z.enum(QUEUE_VIEWS), after: z.uuid() });

/** The conversation that comes after another one in a view, `{ "id": null }` for none. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop, staff } = await requireStaff(request, "read_conversations");
  return answerJson(async () => {
    const asked = askedSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!asked.success) throw new HttpError(400, "invalid_request", "view and after: a view and a conversation");
    return json({ id: await nextInView(shop, staff.id, asked.data.view, asked.data.after) });
  });
}

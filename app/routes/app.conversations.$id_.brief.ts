import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { briefOf } from "../inbox/brief/brief.server.ts";
import { requireStaff } from "../staff/require-staff.server.ts";

const idSchema = z.uuid();

/** A conversation's brief as it is now; null for a conversation that the shop does not have. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shop } = await requireStaff(request, "read_conversations");
  const id = idSchema.safeParse(params["id"]);
  return Response.json({ brief: id.success ? await briefOf(shop, id.data) : null });
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { offeredMacros } from "../inbox/macros/offered-macros.server.ts";
import { countMacroUse } from "../inbox/macros/macros.server.ts";
import { answerJson, HttpError, json, readJson } from "../platform/http.server.ts";
import { requireStaff } from "../staff/require-staff.server.ts";

const idSchema = z.uuid();
const useSchema = z.object({ macroId: z.uuid() });

/** A shop's macros as they read in one conversation. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop, staff } = await requireStaff(request, "read_conversations");
  return answerJson(async () => {
    const id = idSchema.safeParse(new URL(request.url).searchParams.get("conversation"));
    const macros = id.success ? await offeredMacros({ shop, conversationId: id.data }, staff) : null;
    if (!macros) throw new HttpError(404, "not_found", "There is no such conversation.");
    return json({ macros });
  });
}

/** One of them was put into an answer. */
export async function action({ request }: ActionFunctionArgs) {
  const { shop } = await requireStaff(request, "take_over");
  return answerJson(async () => {
    const { macroId } = await readJson(request, useSchema);
    await countMacroUse(shop, macroId);
    return json({ kind: "counted" });
  });
}

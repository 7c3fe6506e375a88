import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import {
  changeView,
  dropView,
  savedFiltersSchema,
  saveView,
  viewNameSchema,
} from "../inbox/queue/saved-views.server.ts";
import { answerJson, json, readJson } from "../platform/http.server.ts";
import { requireStaff } from "../staff/require-staff.server.ts";

const named = { name: viewNameSchema, shared: z.boolean() };
const askedSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("save"), ...named, filters: savedFiltersSchema }),
  z.object({ kind: z.literal("change"), id: z.uuid(), ...named }),
  z.object({ kind: z.literal("drop"), id: z.uuid() }),
]);

/** Keeps, changes and drops saved views of the inbox. */
export async function action({ request }: ActionFunctionArgs) {
  const { shop, by } = await requireStaff(request, "read_conversations");
  return answerJson(async () => {
    const asked = await readJson(request, askedSchema);
    if (asked.kind === "save") return json(await saveView(shop, by, asked));
    return json(
      asked.kind === "change" ? await changeView(shop, by, asked.id, asked) : await dropView(shop, by, asked.id),
    );
  });
}

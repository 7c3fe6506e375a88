import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { answerJson, json, readJson } from "../../platform/http.server.ts";
import { testCaseSchema } from "../../playground/test-case.ts";
import { deleteCase, saveCase } from "../../playground/test-cases.server.ts";
import { requireStaff } from "../../staff/require-staff.server.ts";

const MOST_BYTES = 512 * 1024;

const schema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("save"), id: z.uuid(), version: z.iso.datetime().nullable(), testCase: testCaseSchema }),
  z.object({ intent: z.literal("delete"), id: z.uuid() }),
]);

/** Saves or deletes a test case, as JSON. */
export async function action({ request }: ActionFunctionArgs) {
  const { session, by } = await requireStaff(request, "edit_policy");
  return answerJson(async () => {
    const asked = await readJson(request, schema, MOST_BYTES);
    if (asked.intent === "save") {
      return json(await saveCase(session.shop, asked.id, asked.testCase, asked.version, by.name));
    }
    await deleteCase(session.shop, asked.id);
    return json({ kind: "deleted" });
  });
}

import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { answerJson, json, readJson } from "../../platform/http.server.ts";
import { testCaseSchema } from "../../playground/test-case.ts";
import { deleteCase, saveCase } from "../../playground/test-cases.server.ts";
import { authenticateAdmin } from "../../shopify/authenticate-admin.server.ts";
import { staffName } from "../../shopify/staff-name.ts";

const MOST_BYTES = 512 * 1024;

const schema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("save"), id: z.uuid(), version: z.iso.datetime().nullable(), testCase: testCaseSchema }),
  z.object({ intent: z.literal("delete"), id: z.uuid() }),
]);

/** Saves or deletes a test case, as JSON. */
export async function action({ request }: ActionFunctionArgs) {
  const { session, sessionToken } = await authenticateAdmin(request);
  return answerJson(async () => {
    const asked = await readJson(request, schema, MOST_BYTES);
    if (asked.intent === "save") {
      const by = staffName(sessionToken);
      return json(await saveCase(session.shop, asked.id, asked.testCase, asked.version, by));
    }
    await deleteCase(session.shop, asked.id);
    return json({ kind: "deleted" });
  });
}

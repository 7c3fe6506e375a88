import type { ActionFunctionArgs } from "@remix-run/node";
import { answerJson, json, readJson } from "../../platform/http.server.ts";
import { refuseUnless, requireStaff } from "../../staff/require-staff.server.ts";
import { changeSchema, MOST_BYTES } from "./change-schema.ts";
import { change } from "./change.server.ts";

/** Everything that the pages about policies change, as JSON: `PolicyChange` in, `PolicyOutcome` out. */
export async function action({ request }: ActionFunctionArgs) {
  const { shop, staff, by } = await requireStaff(request, "edit_policy");
  return answerJson(async () => {
    const asked = await readJson(request, changeSchema, MOST_BYTES);
    if (asked.intent === "publish") refuseUnless(staff, "publish_policy");
    return json(await change(shop, by, asked));
  });
}

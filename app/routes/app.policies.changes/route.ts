import type { ActionFunctionArgs } from "@remix-run/node";
import { answerJson, json, readJson } from "../../platform/http.server.ts";
import { authenticateAdmin } from "../../shopify/authenticate-admin.server.ts";
import { staffName } from "../../shopify/staff-name.ts";
import { changeSchema, MOST_BYTES } from "./change-schema.ts";
import { change } from "./change.server.ts";

/** Everything that the pages about policies change, as JSON: `PolicyChange` in, `PolicyOutcome` out. */
export async function action({ request }: ActionFunctionArgs) {
  const { session, sessionToken } = await authenticateAdmin(request);
  return answerJson(async () => {
    const asked = await readJson(request, changeSchema, MOST_BYTES);
    return json(await change(session.shop, staffName(sessionToken), asked));
  });
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { caseStates } from "../../playground/case-states.server.ts";
import { authenticateAdmin } from "../../shopify/authenticate-admin.server.ts";

/** How the saved test cases stand against the draft as it is now, for who is about to publish it. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticateAdmin(request);
  return Response.json(await caseStates(session.shop));
}

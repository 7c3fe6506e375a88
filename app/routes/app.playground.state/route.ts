import type { LoaderFunctionArgs } from "@remix-run/node";
import { caseStates } from "../../playground/case-states.server.ts";
import { requireStaff } from "../../staff/require-staff.server.ts";

/** How the saved test cases stand against the draft as it is now, for who is about to publish it. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await requireStaff(request, "try_agent");
  return Response.json(await caseStates(session.shop));
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { searchAnswers } from "../knowledge/merchant-answers.server.ts";
import { requireStaff } from "../staff/require-staff.server.ts";

/** What the merchant wants shoppers told about something. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireStaff(request, "read_conversations");
  const query = new URL(request.url).searchParams.get("q") ?? "";
  return Response.json({ answers: await searchAnswers(shop, query.slice(0, 200)) });
}

import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { answerJson, json, readJson } from "../platform/http.server.ts";
import { requireStaff } from "../staff/require-staff.server.ts";
import { MOST_TITLES, policyTitles } from "../shopify/policy-titles.server.ts";

const bodySchema = z.object({
  ids: z
    .array(z.string().regex(/^gid:\/\/shopify\/(Product|Collection)\/\d{1,20}$/))
    .min(1)
    .max(MOST_TITLES),
});

/** Pairs of an id and its title, null for what Shopify does not know; 503 where Shopify cannot be asked. */
export async function action({ request }: ActionFunctionArgs) {
  const { session } = await requireStaff(request, "look");
  return answerJson(async () => {
    const { ids } = await readJson(request, bodySchema);
    const titles = await policyTitles(session.shop, ids);
    return titles ? json([...titles]) : new Response(null, { status: 503 });
  });
}

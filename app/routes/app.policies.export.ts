import type { LoaderFunctionArgs } from "@remix-run/node";
import { env } from "../platform/env.server.ts";
import { exportPolicy } from "../policy/parse-policy.ts";
import { policyFor } from "../resolutions/policies.server.ts";
import { readDraft } from "../resolutions/policy-drafts.server.ts";
import { policyVersion } from "../resolutions/policy-versions.server.ts";
import { requireStaff } from "../staff/require-staff.server.ts";
import { shopProfile } from "../shopify/shop-profile.server.ts";

/** A policy as a file: `?version=3`, `?version=draft`, or the one in force. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await requireStaff(request, "look");
  const policy = await find(session.shop, new URL(request.url).searchParams.get("version"));
  if (!policy) return new Response(null, { status: 404 });
  return new Response(exportPolicy(policy, `${env().SHOPIFY_APP_URL}/policy.schema.json`), {
    headers: { "Content-Type": "application/json", "Cache-Control": "no-store" },
  });
}

async function find(shop: string, asked: string | null) {
  if (asked === "draft") return (await readDraft(shop))?.policy;
  if (asked === null) return (await policyFor(shop, (await shopProfile(shop)).currency, true)).policy;
  return /^[1-9]\d{0,8}$/.test(asked) ? (await policyVersion(shop, Number(asked)))?.policy : undefined;
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { errorFields, log } from "../../platform/log.server.ts";
import { findCustomers, type FoundCustomers } from "../../playground/customers.server.ts";
import { requireStaff } from "../../staff/require-staff.server.ts";

const MOST_TYPED = 100;

/** Customers that fit what was typed: a name, an email or an order number. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await requireStaff(request, "try_agent");
  const typed = (new URL(request.url).searchParams.get("find") ?? "").trim().slice(0, MOST_TYPED);
  const found: FoundCustomers =
    typed === ""
      ? { kind: "found", customers: [] }
      : await findCustomers(session.shop, typed, request.signal).catch((error: unknown) => {
          log.error({ shop: session.shop, ...errorFields(error) }, "customers could not be looked for");
          return { kind: "unavailable" } as const;
        });
  return Response.json(found);
}

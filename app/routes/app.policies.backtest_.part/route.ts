import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { MOST_REQUESTS } from "../../components/backtest-part.ts";
import { readChoice } from "../../resolutions/policy-choice.ts";
import { requireStaff } from "../../staff/require-staff.server.ts";
import { loadPart } from "./load-part.server.ts";
import { readPart } from "./part-cursor.ts";

const hadSchema = z.coerce.number().int().min(0).max(MOST_REQUESTS).catch(0);

/** The next part of a backtest, as JSON; the page asks for one after the other. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await requireStaff(request, "look");
  const { searchParams } = new URL(request.url);
  const ask = {
    before: readChoice(searchParams.get("before")) ?? ({ kind: "in_force" } as const),
    after: readChoice(searchParams.get("after")) ?? ({ kind: "draft" } as const),
    cursor: readPart(searchParams.get("cursor")),
    had: hadSchema.parse(searchParams.get("had")),
  };
  return Response.json(await loadPart(session.shop, ask, session.scope, request.signal));
}

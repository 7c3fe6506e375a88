import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { type Marked, markSetup } from "../setup/setup-state.server.ts";
import { SETUP_MARKS } from "../setup/steps.ts";
import { requireStaff } from "../staff/require-staff.server.ts";

const markSchema = z.enum(SETUP_MARKS);

/** What the merchant says of a step of the setup. */
export async function action({ request }: ActionFunctionArgs): Promise<Marked | { kind: "failed" }> {
  const { session } = await requireStaff(request, "change_settings");
  const form = await request.formData().catch(() => null);
  const mark = markSchema.safeParse(form?.get("mark"));
  return mark.success ? markSetup(session.shop, mark.data, new Date()) : { kind: "failed" };
}

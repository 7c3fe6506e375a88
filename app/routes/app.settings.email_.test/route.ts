import type { ActionFunctionArgs } from "@remix-run/node";
import { requireStaff } from "../../staff/require-staff.server.ts";
import { sendTest, type TestAnswer } from "../app.settings.email/send-test.server.ts";

export async function action({ request }: ActionFunctionArgs): Promise<TestAnswer> {
  const { session } = await requireStaff(request, "change_settings");
  return sendTest(session.shop, await request.json().catch(() => null));
}

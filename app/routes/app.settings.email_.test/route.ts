import type { ActionFunctionArgs } from "@remix-run/node";
import { authenticateAdmin } from "../../shopify/authenticate-admin.server.ts";
import { sendTest, type TestAnswer } from "../app.settings.email/send-test.server.ts";

export async function action({ request }: ActionFunctionArgs): Promise<TestAnswer> {
  const { session } = await authenticateAdmin(request);
  return sendTest(session.shop, await request.json().catch(() => null));
}

import type { ActionFunctionArgs } from "@remix-run/node";
import { expectationBy } from "../conversations/hours/expectation.server.ts";
import { requireStaff } from "../staff/require-staff.server.ts";
import { shopClock } from "../shopify/shop-clock.ts";
import { shopProfile } from "../shopify/shop-profile.server.ts";
import { hoursFormSchema, hoursOf } from "./app.settings.hours/hours-form.ts";

/** What shoppers would be told by hours that are being edited. It is asked for as one types, and changes nothing. */
export async function action({ request }: ActionFunctionArgs) {
  const { session } = await requireStaff(request, "look");
  const asked = hoursFormSchema.safeParse(await request.json().catch(() => null));
  if (!asked.success) return Response.json({ kind: "invalid" }, { status: 400 });
  const read = hoursOf(asked.data);
  if (read.kind === "invalid") return Response.json({ kind: "invalid" });
  const { shop } = session;
  const { timeZone: shopZone } = await shopProfile(shop);
  const telling = { shop, locale: "en", shopZone, now: shopClock(shop)() };
  return Response.json({ kind: "ok", sentence: await expectationBy(read.settings, telling) });
}

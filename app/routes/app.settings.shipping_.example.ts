import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireStaff } from "../staff/require-staff.server.ts";
import { aboutSchema, exampleFor } from "./app.settings.shipping/example.server.ts";
import { shippingFormSchema, shippingSettingsOf } from "./app.settings.shipping/shipping-form.ts";

const askedSchema = z.strictObject({ form: shippingFormSchema, about: aboutSchema });

/** The example of settings that are being edited. It is asked for as one types, and changes nothing. */
export async function action({ request }: ActionFunctionArgs) {
  const { session } = await requireStaff(request, "look");
  const asked = askedSchema.safeParse(await request.json().catch(() => null));
  if (!asked.success) return Response.json({ kind: "invalid" }, { status: 400 });
  const read = shippingSettingsOf(asked.data.form);
  if (read.kind === "invalid") return Response.json({ kind: "invalid" });
  return Response.json({ kind: "ok", ...(await exampleFor(session.shop, read.settings, asked.data.about)) });
}

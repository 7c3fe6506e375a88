import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { ownUrl } from "../agent/models/model-settings.ts";
import { openModelKey, readModelSettings } from "../agent/models/model-settings.server.ts";
import { merchantsOptions } from "../agent/models/pick.server.ts";
import { type Tried, tryModel } from "../agent/models/try-model.server.ts";
import type { FieldErrors } from "../components/settings/field-errors.ts";
import { countUse } from "../platform/rate-limit.server.ts";
import { requireStaff } from "../staff/require-staff.server.ts";
import { acceptModelForm } from "./app.settings.model/accept-form.server.ts";
import { type ModelForm, modelFormSchema } from "./app.settings.model/model-form.ts";

/** What a test of a model that is being edited comes to. */
export type Attempt = Tried | { kind: "invalid"; errors: FieldErrors } | { kind: "too_often" };

const askedSchema = z.strictObject({ form: modelFormSchema });
/** Whoever tests more is looking for something else than a model. */
const LIMIT = { key: "model-test", limit: 20, seconds: 600 };

/** Asks the model that is being edited one tiny question. Nothing is stored. */
export async function action({ request }: ActionFunctionArgs) {
  const { session } = await requireStaff(request, "change_settings");
  const asked = askedSchema.safeParse(await request.json().catch(() => null));
  if (!asked.success) return new Response(null, { status: 400 });
  return Response.json(await attempt(session.shop, asked.data.form, request.signal));
}

async function attempt(shop: string, form: ModelForm, signal: AbortSignal): Promise<Attempt> {
  const { key } = await readModelSettings(shop);
  const accepted = acceptModelForm(form, key);
  if (accepted.kind === "invalid") return accepted;
  const { settings, apiKey } = accepted;
  const url = ownUrl(settings);
  if (!url) return { kind: "invalid", errors: {} };
  if (await countUse(shop, [LIMIT])) return { kind: "too_often" };
  const used = apiKey === "" ? await openModelKey(shop, url.origin) : apiKey;
  return tryModel(merchantsOptions(settings, url, used ?? ""), signal);
}

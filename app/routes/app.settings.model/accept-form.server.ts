import type { Deed } from "../../staff/audit.ts";
import { type ModelSettings, ownUrl } from "../../agent/models/model-settings.ts";
import { type KnownKey, replaceModelSettings } from "../../agent/models/model-settings.server.ts";
import type { FieldErrors } from "../../components/settings/field-errors.ts";
import type { SaveAnswer } from "../../components/settings/use-draft.ts";
import { env } from "../../platform/env.server.ts";
import { readOutboundUrl } from "../../platform/outbound.server.ts";
import { type ModelForm, modelForm, modelSettingsOf } from "./model-form.ts";
import { texts } from "./texts.ts";

export type AcceptedModel = {
  settings: ModelSettings;
  /** A new key; "" for the stored one, if there is one for this address; null for none. */
  apiKey: string | null;
};

/** Judges the form as the page cannot: whether requests may go where it says, and whether there is a key for it. */
export function acceptModelForm(
  form: ModelForm,
  stored: KnownKey | null,
): ({ kind: "ok" } & AcceptedModel) | { kind: "invalid"; errors: FieldErrors } {
  const read = modelSettingsOf(form);
  if (read.kind === "invalid") return read;
  const { settings, apiKey: typed } = read;
  const apiKey = typed === "" && form.removeKey ? null : typed;
  if (settings.provider === "compatible") {
    const url = readOutboundUrl(settings.baseUrl, env().MODEL_PRIVATE_HOSTS);
    if (url.kind === "refused") return { kind: "invalid", errors: { baseUrl: texts.errors.url[url.why] } };
  }
  const url = ownUrl(settings);
  const hasKey = typed !== "" || (apiKey === "" && stored?.origin === url?.origin);
  if (settings.provider === "openai" && url && !hasKey) {
    return { kind: "invalid", errors: { apiKey: texts.errors.keyMissing(url.host) } };
  }
  return { kind: "ok", settings, apiKey };
}

export async function saveModelForm(
  shop: string,
  form: ModelForm,
  stored: KnownKey | null,
  version: string | null,
  by: Deed,
): Promise<SaveAnswer<ModelForm>> {
  const accepted = acceptModelForm(form, stored);
  if (accepted.kind === "invalid") return accepted;
  const { settings, apiKey } = accepted;
  const outcome = await replaceModelSettings(shop, settings, apiKey, version, by);
  return outcome.kind === "saved" ? { ...outcome, form: modelForm(settings) } : outcome;
}

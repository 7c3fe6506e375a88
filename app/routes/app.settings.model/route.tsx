import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { isOwn } from "../../agent/models/model-settings.ts";
import { readModelSettings } from "../../agent/models/model-settings.server.ts";
import { operatorsModelAtHand } from "../../agent/models/pick.server.ts";
import { monthsSpending } from "../../agent/models/spending.server.ts";
import { readForm } from "../../components/settings/read-form.server.ts";
import { SettingsPage } from "../../components/settings/settings-page.tsx";
import { type SaveAnswer, useDraft } from "../../components/settings/use-draft.ts";
import { deed } from "../../staff/audit.ts";
import { requireStaff } from "../../staff/require-staff.server.ts";
import { saveModelForm } from "./accept-form.server.ts";
import { AccountCard } from "./account-card.tsx";
import { ChoiceCard } from "./choice-card.tsx";
import { type ModelForm, modelForm, modelFormSchema } from "./model-form.ts";
import { SpendingCard } from "./spending-card.tsx";
import { texts } from "./texts.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireStaff(request, "look");
  const [{ settings, version, key }, spending] = await Promise.all([readModelSettings(shop), monthsSpending(shop)]);
  const operators = operatorsModelAtHand();
  // Where the operator has set up nothing, its choice is the embedded model.
  const provider = settings.provider === "app" && !operators ? "embedded" : settings.provider;
  return {
    form: modelForm({ ...settings, provider }),
    version,
    key,
    spending,
    operators,
    limit: settings.monthlyLimit,
  };
}

export async function action({ request }: ActionFunctionArgs): Promise<SaveAnswer<ModelForm>> {
  const { shop, by } = await requireStaff(request, "change_settings");
  const sent = await readForm(request, modelFormSchema);
  if (!sent) return { kind: "failed" };
  const { key } = await readModelSettings(shop);
  return saveModelForm(shop, sent.form, key, sent.version, deed(by, "model_settings_saved"));
}

export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Model() {
  const { form, version, key, spending, operators, limit } = useLoaderData<typeof loader>();
  const draft = useDraft<ModelForm>({ form, version });
  const { provider } = draft.form;
  return (
    <SettingsPage title={texts.title} back={{ content: texts.back, url: "/app/settings" }} draft={draft}>
      <ChoiceCard draft={draft} operators={operators} />
      {isOwn(provider) && <AccountCard draft={draft} storedKey={key} />}
      {provider !== "embedded" && <SpendingCard draft={draft} spending={spending} limit={limit} />}
    </SettingsPage>
  );
}

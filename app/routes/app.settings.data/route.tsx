import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { readForm } from "../../components/settings/read-form.server.ts";
import { SettingsPage } from "../../components/settings/settings-page.tsx";
import { type SaveAnswer, useDraft } from "../../components/settings/use-draft.ts";
import { dataSettings } from "../../conversations/retention/data-settings.server.ts";
import { deed } from "../../staff/audit.ts";
import { changeRows } from "../../staff/audit.server.ts";
import { requireStaff } from "../../staff/require-staff.server.ts";
import { KeepingCard, LeavingCard } from "./cards.tsx";
import { type DataForm, dataForm, dataFormSchema, dataSettingsOf } from "./data-form.ts";
import { texts } from "./texts.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await requireStaff(request, "look");
  const { value, version } = await dataSettings.toEdit(session.shop);
  return { form: dataForm(value), version };
}

export async function action({ request }: ActionFunctionArgs): Promise<SaveAnswer<DataForm>> {
  const { shop, by } = await requireStaff(request, "change_settings");
  const sent = await readForm(request, dataFormSchema);
  if (!sent) return { kind: "failed" };
  const read = dataSettingsOf(sent.form);
  if (read.kind === "invalid") return read;
  const outcome = await dataSettings.replace(shop, read.settings, sent.version, (change) =>
    changeRows(shop, deed(by, "data_settings_saved"), change),
  );
  return outcome.kind === "saved" ? { ...outcome, form: dataForm(read.settings) } : outcome;
}

export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Data() {
  const { form, version } = useLoaderData<typeof loader>();
  const draft = useDraft<DataForm>({ form, version });
  return (
    <SettingsPage title={texts.title} back={{ content: texts.back, url: "/app/settings" }} draft={draft}>
      <KeepingCard draft={draft} />
      <LeavingCard draft={draft} />
    </SettingsPage>
  );
}

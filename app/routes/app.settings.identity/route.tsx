import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { readForm } from "../../components/settings/read-form.server.ts";
import { SettingsPage } from "../../components/settings/settings-page.tsx";
import { type SaveAnswer, useDraft } from "../../components/settings/use-draft.ts";
import { canSendCodes } from "../../identity/code-requests.server.ts";
import { identityRules } from "../../identity/identity-rules.server.ts";
import type { IdentityRules } from "../../identity/levels.ts";
import { deed } from "../../staff/audit.ts";
import { changeRows } from "../../staff/audit.server.ts";
import { requireStaff } from "../../staff/require-staff.server.ts";
import { LevelsCard, RulesCard } from "./cards.tsx";
import { identityFormSchema, rulesOf } from "./identity-form.ts";
import { texts } from "./texts.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await requireStaff(request, "look");
  const { value, version } = await identityRules.toEdit(session.shop);
  return { form: value, version, codes: canSendCodes() };
}

export async function action({ request }: ActionFunctionArgs): Promise<SaveAnswer<IdentityRules>> {
  const { shop, by } = await requireStaff(request, "change_settings");
  const sent = await readForm(request, identityFormSchema);
  if (!sent) return { kind: "failed" };
  const read = rulesOf(sent.form, canSendCodes());
  if (read.kind === "invalid") return read;
  const outcome = await identityRules.replace(shop, read.settings, sent.version, (change) =>
    changeRows(shop, deed(by, "identity_rules_saved"), change),
  );
  return outcome.kind === "saved" ? { ...outcome, form: read.settings } : outcome;
}

export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Identity() {
  const { form, version, codes } = useLoaderData<typeof loader>();
  const draft = useDraft<IdentityRules>({ form, version });
  return (
    <SettingsPage title={texts.title} back={{ content: texts.back, url: "/app/settings" }} draft={draft}>
      <RulesCard draft={draft} codes={codes} />
      <LevelsCard />
    </SettingsPage>
  );
}

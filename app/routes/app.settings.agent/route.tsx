import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Text } from "@shopify/polaris";
import { boundary } from "@shopify/shopify-app-remix/server";
import { readAgentSettings, replaceAgentSettings } from "../../agent/agent-settings.server.ts";
import { readForm } from "../../components/settings/read-form.server.ts";
import { SettingsPage } from "../../components/settings/settings-page.tsx";
import { type SaveAnswer, useDraft } from "../../components/settings/use-draft.ts";
import { deed } from "../../staff/audit.ts";
import { requireStaff } from "../../staff/require-staff.server.ts";
import { shopProfile } from "../../shopify/shop-profile.server.ts";
import { type AgentForm, agentForm, agentFormSchema, agentSettingsOf } from "./agent-form.ts";
import { InstructionsCard, LanguagesCard, MannerCard, WhoCard } from "./cards.tsx";
import { texts } from "./texts.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await requireStaff(request, "look");
  const [{ value, version }, { name }] = await Promise.all([
    readAgentSettings(session.shop),
    shopProfile(session.shop),
  ]);
  return { form: agentForm(value), version, shopName: name };
}

export async function action({ request }: ActionFunctionArgs): Promise<SaveAnswer<AgentForm>> {
  const { shop, by } = await requireStaff(request, "change_settings");
  const sent = await readForm(request, agentFormSchema);
  if (!sent) return { kind: "failed" };
  const read = agentSettingsOf(sent.form);
  if (read.kind === "invalid") return read;
  const outcome = await replaceAgentSettings(shop, read.settings, sent.version, deed(by, "agent_settings_saved"));
  return outcome.kind === "saved" ? { ...outcome, form: agentForm(read.settings) } : outcome;
}

export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Agent() {
  const { form, version, shopName } = useLoaderData<typeof loader>();
  const draft = useDraft<AgentForm>({ form, version });
  return (
    <SettingsPage title={texts.title} back={{ content: texts.back, url: "/app/settings" }} draft={draft}>
      <WhoCard draft={draft} shopName={shopName} />
      <MannerCard draft={draft} />
      <LanguagesCard draft={draft} />
      <InstructionsCard draft={draft} />
      <Text as="p" tone="subdued">
        {texts.note}
      </Text>
    </SettingsPage>
  );
}

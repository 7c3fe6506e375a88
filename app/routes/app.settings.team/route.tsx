import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { readForm } from "../../components/settings/read-form.server.ts";
import { SettingsPage } from "../../components/settings/settings-page.tsx";
import { type SaveAnswer, useDraft } from "../../components/settings/use-draft.ts";
import { requireStaff } from "../../staff/require-staff.server.ts";
import { replaceTeam } from "../../staff/team.server.ts";
import { shopProfile } from "../../shopify/shop-profile.server.ts";
import { LimitsCard, NewcomersCard, PeopleCard, RightsCard } from "./cards.tsx";
import { loadTeam } from "./load-team.server.ts";
import { type TeamForm, teamFormSchema, teamOf } from "./team-form.ts";
import { texts } from "./texts.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop, staff } = await requireStaff(request, "look");
  return loadTeam(shop, staff);
}

export async function action({ request }: ActionFunctionArgs): Promise<SaveAnswer<TeamForm>> {
  const { shop, by } = await requireStaff(request, "manage_team");
  const sent = await readForm(request, teamFormSchema);
  if (!sent) return { kind: "failed" };
  const { currency } = await shopProfile(shop);
  const read = teamOf(sent.form, currency);
  if (read.kind === "invalid") return read;
  const outcome = await replaceTeam(shop, by, read.rules, read.changes, sent.version);
  switch (outcome.kind) {
    case "saved":
      return { ...outcome, form: sent.form };
    case "conflict":
      return outcome;
    case "no_owner":
      return { kind: "invalid", errors: { "members.0.role": texts.errors.noOwner } };
    case "account_owner":
      return { kind: "invalid", errors: { "members.0.role": texts.errors.accountOwner } };
  }
}

export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Team() {
  const { form, version, people, currency } = useLoaderData<typeof loader>();
  const draft = useDraft<TeamForm>({ form, version });
  return (
    <SettingsPage
      title={texts.title}
      subtitle={texts.subtitle}
      back={{ content: texts.back, url: "/app/settings" }}
      draft={draft}
      action="manage_team"
    >
      <PeopleCard draft={draft} currency={currency} people={people} />
      <LimitsCard draft={draft} currency={currency} />
      <NewcomersCard draft={draft} />
      <RightsCard />
    </SettingsPage>
  );
}

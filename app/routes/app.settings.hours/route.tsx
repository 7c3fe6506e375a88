import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { countryNames, countryOfTimeZone } from "../../components/settings/countries.server.ts";
import { readForm } from "../../components/settings/read-form.server.ts";
import { SettingsPage } from "../../components/settings/settings-page.tsx";
import { type SaveAnswer, useDraft } from "../../components/settings/use-draft.ts";
import { openingHours } from "../../conversations/hours/expectation.server.ts";
import { deed } from "../../staff/audit.ts";
import { changeRows } from "../../staff/audit.server.ts";
import { requireStaff } from "../../staff/require-staff.server.ts";
import { shopProfile } from "../../shopify/shop-profile.server.ts";
import { AnswerCard, ExampleCard, HolidaysCard } from "./cards.tsx";
import { type HoursForm, hoursForm, hoursFormSchema, hoursOf } from "./hours-form.ts";
import { texts } from "./texts.ts";
import { WeekCard } from "./week-card.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await requireStaff(request, "look");
  const [{ value, version }, { timeZone }] = await Promise.all([
    openingHours.toEdit(session.shop),
    shopProfile(session.shop),
  ]);
  // Nobody has said anything yet: most teams rest on the holidays of where the shop is.
  const country = version === null ? countryOfTimeZone(timeZone) : value.country;
  return {
    form: hoursForm({ ...value, country }),
    version,
    shopZone: timeZone,
    zones: Intl.supportedValuesOf("timeZone"),
    countries: countryNames(),
  };
}

export async function action({ request }: ActionFunctionArgs): Promise<SaveAnswer<HoursForm>> {
  const { shop, by } = await requireStaff(request, "change_settings");
  const sent = await readForm(request, hoursFormSchema);
  if (!sent) return { kind: "failed" };
  const read = hoursOf(sent.form);
  if (read.kind === "invalid") return read;
  const outcome = await openingHours.replace(shop, read.settings, sent.version, (change) =>
    changeRows(shop, deed(by, "opening_hours_saved"), change),
  );
  return outcome.kind === "saved" ? { ...outcome, form: hoursForm(read.settings) } : outcome;
}

export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Hours() {
  const { form, version, shopZone, zones, countries } = useLoaderData<typeof loader>();
  const draft = useDraft<HoursForm>({ form, version });
  return (
    <SettingsPage title={texts.title} back={{ content: texts.back, url: "/app/settings" }} draft={draft}>
      <ExampleCard form={draft.form} />
      <WeekCard draft={draft} />
      <AnswerCard draft={draft} shopZone={shopZone} zones={zones} />
      <HolidaysCard draft={draft} countries={countries} />
    </SettingsPage>
  );
}

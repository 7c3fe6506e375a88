import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import { boundary } from "@shopify/shopify-app-remix/server";
import { useState } from "react";
import { countryNames, countryOfTimeZone } from "../../components/settings/countries.server.ts";
import { readForm } from "../../components/settings/read-form.server.ts";
import { SettingsPage } from "../../components/settings/settings-page.tsx";
import { type SaveAnswer, useDraft } from "../../components/settings/use-draft.ts";
import { learntRows } from "../../orders/estimates/store.server.ts";
import { replaceShopSettings, settingsToEdit } from "../../orders/shop-settings.server.ts";
import { DEFAULT_SETTINGS } from "../../orders/shop-settings.ts";
import { deed } from "../../staff/audit.ts";
import { requireStaff } from "../../staff/require-staff.server.ts";
import { shopProfile } from "../../shopify/shop-profile.server.ts";
import { DaysCard } from "./days-card.tsx";
import { ExampleCard } from "./example-card.tsx";
import { HandlingCard } from "./handling-card.tsx";
import { HolidaysCard } from "./holidays-card.tsx";
import { type ShippingForm, shippingForm, shippingFormSchema, shippingSettingsOf } from "./shipping-form.ts";
import { SignalsCard } from "./signals-card.tsx";
import { texts } from "./texts.ts";
import { TransitCard } from "./transit-card.tsx";
import { WorryCard } from "./worry-card.tsx";

const SOMEWHERE = "US";

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await requireStaff(request, "look");
  const [{ value, version }, { timeZone }, learnt] = await Promise.all([
    settingsToEdit(session.shop),
    shopProfile(session.shop),
    learntRows(session.shop),
  ]);
  const countries = countryNames();
  // Where its parcels come from says most about where the shop is.
  const sentFrom = learnt.map(({ origin }) => origin).find((code) => countries.some((one) => one.code === code));
  return {
    form: shippingForm(value),
    version,
    defaults: shippingForm(DEFAULT_SETTINGS),
    countries,
    home: sentFrom ?? countryOfTimeZone(timeZone) ?? SOMEWHERE,
    shopZone: timeZone,
    zones: Intl.supportedValuesOf("timeZone"),
  };
}

export async function action({ request }: ActionFunctionArgs): Promise<SaveAnswer<ShippingForm>> {
  const { shop, by } = await requireStaff(request, "change_settings");
  const sent = await readForm(request, shippingFormSchema);
  if (!sent) return { kind: "failed" };
  const read = shippingSettingsOf(sent.form);
  if (read.kind === "invalid") return read;
  const outcome = await replaceShopSettings(shop, read.settings, sent.version, deed(by, "shipping_settings_saved"));
  return outcome.kind === "saved" ? { ...outcome, form: shippingForm(read.settings) } : outcome;
}

export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Shipping() {
  const { form, version, defaults, countries, home, shopZone, zones } = useLoaderData<typeof loader>();
  const draft = useDraft<ShippingForm>({ form, version });
  const [heard, setHeard] = useState("");
  const reset = () => {
    draft.change(defaults);
    setHeard(texts.resetDone);
  };
  return (
    <SettingsPage
      title={texts.title}
      subtitle={texts.intro}
      back={{ content: texts.back, url: "/app/settings" }}
      draft={draft}
    >
      <ExampleCard form={draft.form} countries={countries} home={home} />
      <HandlingCard draft={draft} />
      <TransitCard draft={draft} countries={countries} />
      <DaysCard draft={draft} shopZone={shopZone} zones={zones} />
      <HolidaysCard draft={draft} countries={countries} home={home} />
      <SignalsCard draft={draft} />
      <WorryCard draft={draft} />
      <BlockStack gap="200">
        <InlineStack>
          <Button onClick={reset}>{texts.reset}</Button>
        </InlineStack>
        <div role="status">
          <Text as="p">{draft.isChanged ? heard : ""}</Text>
        </div>
      </BlockStack>
    </SettingsPage>
  );
}

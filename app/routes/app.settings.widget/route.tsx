import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Button, InlineGrid, InlineStack, Text } from "@shopify/polaris";
import { boundary } from "@shopify/shopify-app-remix/server";
import { useState } from "react";
import { readForm } from "../../components/settings/read-form.server.ts";
import { SettingsPage } from "../../components/settings/settings-page.tsx";
import { type SaveAnswer, useDraft } from "../../components/settings/use-draft.ts";
import { widgetLook } from "../../conversations/widget-look.server.ts";
import { DEFAULT_LOOK } from "../../conversations/widget-look.ts";
import { shopAdminUrl } from "../../shopify/gateway.server.ts";
import { shopProfile } from "../../shopify/shop-profile.server.ts";
import { deed } from "../../staff/audit.ts";
import { changeRows } from "../../staff/audit.server.ts";
import { requireStaff } from "../../staff/require-staff.server.ts";
import { ColorCard, LauncherCard, PersonCard, TopCard } from "./cards.tsx";
import { type LookForm, lookForm, lookFormSchema, lookOf } from "./look-form.ts";
import { PreviewCard } from "./preview-card.tsx";
import { RepliesCard } from "./replies-card.tsx";
import { texts } from "./texts.ts";

const AFTER_PREVIEW = "after-preview";

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireStaff(request, "look");
  const [{ value, version }, profile] = await Promise.all([widgetLook.toEdit(shop), shopProfile(shop)]);
  const { name, agentName, greeting, greetings } = profile;
  return {
    form: lookForm(value),
    version,
    stored: value,
    shop,
    profile: { name, agentName, greeting, greetings },
    themeEditor: shopAdminUrl(shop, "/themes/current/editor?context=apps"),
  };
}

export async function action({ request }: ActionFunctionArgs): Promise<SaveAnswer<LookForm>> {
  const { shop, by } = await requireStaff(request, "change_settings");
  const sent = await readForm(request, lookFormSchema);
  if (!sent) return { kind: "failed" };
  const read = lookOf(sent.form);
  if (read.kind === "invalid") return read;
  const outcome = await widgetLook.replace(shop, read.settings, sent.version, (change) =>
    changeRows(shop, deed(by, "widget_look_saved"), change),
  );
  return outcome.kind === "saved" ? { ...outcome, form: lookForm(read.settings) } : outcome;
}

export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Widget() {
  const { form, version, stored, shop, profile, themeEditor } = useLoaderData<typeof loader>();
  const draft = useDraft<LookForm>({ form, version });
  const [heard, setHeard] = useState("");
  const reset = () => {
    draft.change(lookForm(DEFAULT_LOOK));
    setHeard(texts.resetDone);
  };
  return (
    <SettingsPage title={texts.title} back={{ content: texts.back, url: "/app/settings" }} draft={draft}>
      <InlineGrid columns={{ xs: 1, md: "minmax(0, 1fr) 394px" }} gap="400" alignItems="start">
        <BlockStack gap="400">
          <ColorCard draft={draft} />
          <TopCard draft={draft} />
          <RepliesCard draft={draft} />
          <PersonCard draft={draft} />
          <LauncherCard themeEditor={themeEditor} />
        </BlockStack>
        <div style={{ position: "sticky", top: "var(--p-space-400)" }}>
          <PreviewCard form={draft.form} profile={profile} shop={shop} stored={stored} after={AFTER_PREVIEW} />
        </div>
      </InlineGrid>
      <div id={AFTER_PREVIEW} tabIndex={-1}>
        <BlockStack gap="200">
          <InlineStack>
            <Button onClick={reset}>{texts.reset}</Button>
          </InlineStack>
          <div role="status">
            <Text as="p">{draft.isChanged ? heard : ""}</Text>
          </div>
        </BlockStack>
      </div>
    </SettingsPage>
  );
}

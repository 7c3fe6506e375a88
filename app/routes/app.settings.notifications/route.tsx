import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Banner, BlockStack, Checkbox, Text } from "@shopify/polaris";
import { boundary } from "@shopify/shopify-app-remix/server";
import { readForm } from "../../components/settings/read-form.server.ts";
import { Section } from "../../components/settings/section.tsx";
import { SettingsPage } from "../../components/settings/settings-page.tsx";
import { type SaveAnswer, useDraft } from "../../components/settings/use-draft.ts";
import { canSendCodes } from "../../identity/code-requests.server.ts";
import { deed } from "../../staff/audit.ts";
import { changeRows } from "../../staff/audit.server.ts";
import { mailboxOf } from "../../staff/members.server.ts";
import {
  NOTIFICATION_KINDS,
  type NotificationPreferences,
  notificationPreferencesSchema,
} from "../../staff/notifications.ts";
import { notificationPreferences } from "../../staff/notify.server.ts";
import { requireStaff } from "../../staff/require-staff.server.ts";
import { texts } from "./texts.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop, staff } = await requireStaff(request, "look");
  const [{ value, version }, email] = await Promise.all([
    notificationPreferences(staff.id).toEdit(shop),
    mailboxOf(shop, staff.id),
  ]);
  return { form: value, version, email, canSend: canSendCodes() };
}

export async function action({ request }: ActionFunctionArgs): Promise<SaveAnswer<NotificationPreferences>> {
  const { shop, staff, by } = await requireStaff(request, "read_conversations");
  const sent = await readForm(request, notificationPreferencesSchema);
  if (!sent) return { kind: "failed" };
  const outcome = await notificationPreferences(staff.id).replace(shop, sent.form, sent.version, (change) =>
    changeRows(shop, deed(by, "notifications_saved"), change),
  );
  return outcome.kind === "saved" ? { ...outcome, form: sent.form } : outcome;
}

export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Notifications() {
  const { form, version, email, canSend } = useLoaderData<typeof loader>();
  const draft = useDraft<NotificationPreferences>({ form, version });
  return (
    <SettingsPage
      title={texts.title}
      subtitle={texts.subtitle}
      back={{ content: texts.back, url: "/app/settings" }}
      draft={draft}
      action="read_conversations"
    >
      {!canSend && (
        <Banner tone="info" title={texts.noMail.title}>
          <Text as="p">{texts.noMail.text}</Text>
        </Banner>
      )}
      <Section heading={texts.heading} text={email === null ? texts.noAddress : texts.to(email)}>
        <BlockStack gap="200">
          {NOTIFICATION_KINDS.map((kind) => (
            <Checkbox
              key={kind}
              label={texts.kinds[kind].label}
              helpText={texts.kinds[kind].help}
              checked={draft.form[kind]}
              onChange={(on) => draft.change({ [kind]: on })}
            />
          ))}
        </BlockStack>
        <Text as="p" tone="subdued">
          {texts.note}
        </Text>
      </Section>
    </SettingsPage>
  );
}

import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Banner, Text } from "@shopify/polaris";
import { boundary } from "@shopify/shopify-app-remix/server";
import { mailFailures } from "../../channels/email/mail-failures.server.ts";
import { serverAddress } from "../../channels/email/send-mail.server.ts";
import { senders } from "../../channels/email/sender.server.ts";
import { readForm } from "../../components/settings/read-form.server.ts";
import { SettingsPage } from "../../components/settings/settings-page.tsx";
import { type SaveAnswer, useDraft } from "../../components/settings/use-draft.ts";
import { shopTime } from "../../components/shop-time.ts";
import { canSendCodes } from "../../identity/code-requests.server.ts";
import { deed } from "../../staff/audit.ts";
import { changeRows } from "../../staff/audit.server.ts";
import { requireStaff } from "../../staff/require-staff.server.ts";
import { shopProfile } from "../../shopify/shop-profile.server.ts";
import { SenderCard } from "./cards.tsx";
import { type SenderForm, senderFormSchema, senderOf } from "./sender-form.ts";
import { TestCard } from "./test-card.tsx";
import { texts } from "./texts.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await requireStaff(request, "look");
  const { shop } = session;
  const [{ value, version }, { name, timeZone }, failures] = await Promise.all([
    senders.toEdit(shop),
    shopProfile(shop),
    mailFailures(shop),
  ]);
  const failed =
    failures && texts.failed(failures.count, shopTime(timeZone)(failures.since.toISOString()), failures.last);
  return { form: value, version, shopName: name, ownAddress: serverAddress(), canSend: canSendCodes(), failed };
}

export async function action({ request }: ActionFunctionArgs): Promise<SaveAnswer<SenderForm>> {
  const { shop, by } = await requireStaff(request, "change_settings");
  const sent = await readForm(request, senderFormSchema);
  if (!sent) return { kind: "failed" };
  const read = senderOf(sent.form);
  if (read.kind === "invalid") return read;
  const outcome = await senders.replace(shop, read.settings, sent.version, (change) =>
    changeRows(shop, deed(by, "sender_saved"), change),
  );
  return outcome.kind === "saved" ? { ...outcome, form: read.settings } : outcome;
}

export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Email() {
  const { form, version, shopName, ownAddress, canSend, failed } = useLoaderData<typeof loader>();
  const draft = useDraft<SenderForm>({ form, version });
  return (
    <SettingsPage title={texts.title} back={{ content: texts.back, url: "/app/settings" }} draft={draft}>
      {!canSend && (
        <Banner tone="info" title={texts.noMail.title}>
          <Text as="p">{texts.noMail.text}</Text>
        </Banner>
      )}
      {failed !== null && (
        <Banner tone="warning" title={failed.title}>
          <Text as="p">{failed.text}</Text>
        </Banner>
      )}
      <SenderCard draft={draft} shopName={shopName} ownAddress={ownAddress} />
      {canSend && <TestCard isSaved={!draft.isChanged} />}
    </SettingsPage>
  );
}

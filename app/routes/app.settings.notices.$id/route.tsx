import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { type ShouldRevalidateFunction, useLoaderData, useNavigate, useParams } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { useEffect } from "react";
import { z } from "zod";
import { countryNames } from "../../components/settings/countries.server.ts";
import { readForm } from "../../components/settings/read-form.server.ts";
import { SettingsPage } from "../../components/settings/settings-page.tsx";
import { type SaveAnswer, useDraft } from "../../components/settings/use-draft.ts";
import { firstDays } from "../../orders/notice-words.ts";
import { findNotice, replaceNotice } from "../../orders/notices-to-edit.server.ts";
import { shopToday } from "../../orders/shop-settings.server.ts";
import { deed } from "../../staff/audit.ts";
import { requireStaff } from "../../staff/require-staff.server.ts";
import { shopClock } from "../../shopify/shop-clock.ts";
import { shopProfile } from "../../shopify/shop-profile.server.ts";
import { PreviewCard, ScopeCard, WhatCard } from "./cards.tsx";
import { newNoticeForm, type NoticeForm, noticeForm, noticeFormSchema, noticeOf } from "./notice-form.ts";
import { PageError } from "../../components/page-error.tsx";
import { texts } from "./texts.ts";

const NEW = "new";
const idSchema = z.uuid();
const goneSchema = z.object({ kind: z.literal("gone") });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shop } = await requireStaff(request, "look");
  const { timeZone } = await shopProfile(shop);
  const today = await shopToday(shop, timeZone, shopClock(shop)());
  const page = { today, countries: countryNames() };
  if (params["id"] === NEW) return { ...page, form: newNoticeForm(randomUUID(), firstDays(today)), version: null };
  const id = idSchema.safeParse(params["id"]);
  const notice = id.success ? await findNotice(shop, id.data) : null;
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- Remix shows the error page for a thrown Response
  if (!notice) throw new Response(null, { status: 404 });
  return { ...page, form: noticeForm(notice.value), version: notice.version };
}

export async function action({ request }: ActionFunctionArgs): Promise<SaveAnswer<NoticeForm>> {
  const { shop, by } = await requireStaff(request, "change_settings");
  const sent = await readForm(request, noticeFormSchema);
  if (!sent) return { kind: "failed" };
  const read = noticeOf(sent.form);
  if (read.kind === "invalid") return read;
  const outcome = await replaceNotice(shop, read.notice, sent.version, deed(by, "notice_saved", read.notice.id));
  if (outcome.kind === "saved") return { ...outcome, form: noticeForm(read.notice) };
  return (await findNotice(shop, read.notice.id)) ? outcome : { kind: "gone" };
}

/** A notice that somebody else deleted is not looked for while its page is open: what was typed would go with it. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionResult, defaultShouldRevalidate }) =>
  !goneSchema.safeParse(actionResult).success && defaultShouldRevalidate;

export const headers: HeadersFunction = (args) => boundary.headers(args);

/** Each notice has a draft of its own; a new one keeps its draft until it is saved. */
export default function NoticePage() {
  const { id = NEW } = useParams();
  return <NoticeEditor key={id} isNew={id === NEW} />;
}

function NoticeEditor({ isNew }: { isNew: boolean }) {
  const { form, version, countries, today } = useLoaderData<typeof loader>();
  const draft = useDraft<NoticeForm>({ form, version });
  const navigate = useNavigate();
  const { answer } = draft;
  useEffect(() => {
    if (isNew && answer?.kind === "saved") {
      navigate(`/app/settings/notices/${answer.form.id}`, { replace: true });
    }
  }, [isNew, answer, navigate]);
  return (
    <SettingsPage
      title={isNew ? texts.create : texts.edit}
      back={{ content: texts.back, url: "/app/settings/notices" }}
      draft={draft}
    >
      <PreviewCard form={draft.form} countries={countries} today={today} />
      <WhatCard draft={draft} />
      <ScopeCard draft={draft} countries={countries} />
    </SettingsPage>
  );
}

export function ErrorBoundary() {
  return <PageError notFound={texts.notFound} title={texts.edit} url="/app/settings/notices" />;
}

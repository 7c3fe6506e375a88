import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { type ShouldRevalidateFunction, useLoaderData, useNavigate, useParams } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { useEffect } from "react";
import { z } from "zod";
import { LANGUAGES } from "../../agent/agent-settings.ts";
import { PageError } from "../../components/page-error.tsx";
import { readForm } from "../../components/settings/read-form.server.ts";
import { SettingsPage } from "../../components/settings/settings-page.tsx";
import { type SaveAnswer, useDraft } from "../../components/settings/use-draft.ts";
import { findMacro, saveMacro } from "../../inbox/macros/macros.server.ts";
import { deed } from "../../staff/audit.ts";
import { requireStaff } from "../../staff/require-staff.server.ts";
import { shopProfile } from "../../shopify/shop-profile.server.ts";
import { PreviewCard, WhatCard } from "./cards.tsx";
import { type MacroForm, macroForm, macroFormSchema, macroOf, newMacroForm } from "./macro-form.ts";
import { texts } from "./texts.ts";

const NEW = "new";
const languages = Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }));
const idSchema = z.uuid();
const goneSchema = z.object({ kind: z.literal("gone") });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shop, by } = await requireStaff(request, "look");
  const { name } = await shopProfile(shop);
  const who = { "staff.name": by.name, "staff.first_name": by.name.split(" ")[0] ?? by.name, "shop.name": name };
  if (params["id"] === NEW) return { who, form: newMacroForm(randomUUID()), version: null };
  const id = idSchema.safeParse(params["id"]);
  const macro = id.success ? await findMacro(shop, id.data) : null;
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- Remix shows the error page for a thrown Response
  if (!macro) throw new Response(null, { status: 404 });
  return { who, form: macroForm(macro.value), version: macro.version };
}

export async function action({ request }: ActionFunctionArgs): Promise<SaveAnswer<MacroForm>> {
  const { shop, by } = await requireStaff(request, "change_settings");
  const sent = await readForm(request, macroFormSchema);
  if (!sent) return { kind: "failed" };
  const read = macroOf(sent.form);
  if (read.kind === "invalid") return read;
  const { macro } = read;
  const outcome = await saveMacro(shop, macro, sent.version, deed(by, "macro_saved", macro.id, { name: macro.name }));
  if (outcome.kind === "saved") return { ...outcome, form: macroForm(macro) };
  if (outcome.kind === "shortcut_taken") return { kind: "invalid", errors: { shortcut: texts.errors.taken } };
  if (outcome.kind === "full") return { kind: "invalid", errors: { name: texts.errors.full } };
  return (await findMacro(shop, macro.id)) ? outcome : { kind: "gone" };
}

/** A macro that somebody else deleted is not looked for while its page is open: what was typed would go with it. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionResult, defaultShouldRevalidate }) =>
  !goneSchema.safeParse(actionResult).success && defaultShouldRevalidate;

export const headers: HeadersFunction = (args) => boundary.headers(args);

/** Each macro has a draft of its own; a new one keeps its draft until it is saved. */
export default function MacroPage() {
  const { id = NEW } = useParams();
  return <MacroEditor key={id} isNew={id === NEW} />;
}

function MacroEditor({ isNew }: { isNew: boolean }) {
  const { form, version, who } = useLoaderData<typeof loader>();
  const draft = useDraft<MacroForm>({ form, version });
  const navigate = useNavigate();
  const { answer } = draft;
  useEffect(() => {
    if (isNew && answer?.kind === "saved") {
      navigate(`/app/settings/macros/${answer.form.id}`, { replace: true });
    }
  }, [isNew, answer, navigate]);
  return (
    <SettingsPage
      title={isNew ? texts.create : texts.edit}
      back={{ content: texts.back, url: "/app/settings/macros" }}
      draft={draft}
    >
      <WhatCard draft={draft} languages={languages} />
      <PreviewCard body={draft.form.body} staff={who} />
    </SettingsPage>
  );
}

export function ErrorBoundary() {
  return <PageError notFound={texts.notFound} title={texts.edit} url="/app/settings/macros" />;
}

import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { type ShouldRevalidateFunction, useLoaderData } from "@remix-run/react";
import { Banner, Card, TextField } from "@shopify/polaris";
import { boundary } from "@shopify/shopify-app-remix/server";
import { z } from "zod";
import { ExpectationsField } from "../../components/playground/expectations-field.tsx";
import { readForm } from "../../components/settings/read-form.server.ts";
import { errorOf } from "../../components/settings/section.tsx";
import { SettingsPage } from "../../components/settings/settings-page.tsx";
import { type SaveAnswer, useDraft } from "../../components/settings/use-draft.ts";
import { TitledCard } from "../../components/titled-card.tsx";
import { findCase } from "../../playground/test-cases.server.ts";
import { requireStaff } from "../../staff/require-staff.server.ts";
import { type CaseForm, caseFormSchema, formOfCase } from "./case-form.ts";
import { PersonaCard } from "./persona-card.tsx";
import { saveForm } from "./save-form.server.ts";
import { StepsCard } from "./steps-card.tsx";
import { PageError } from "../../components/page-error.tsx";
import { texts } from "./texts.ts";

const idSchema = z.uuid();
const goneSchema = z.object({ kind: z.literal("gone") });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shop } = await requireStaff(request, "try_agent");
  const id = idSchema.safeParse(params["id"]);
  const found = id.success ? await findCase(shop, id.data) : null;
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- Remix shows the error page for a thrown Response
  if (!found) throw new Response(null, { status: 404 });
  return { form: formOfCase(found), version: found.version };
}

export async function action({ request, params }: ActionFunctionArgs): Promise<SaveAnswer<CaseForm>> {
  const { session, by } = await requireStaff(request, "edit_policy");
  const id = idSchema.safeParse(params["id"]);
  const sent = await readForm(request, caseFormSchema);
  if (!sent || !id.success || sent.version === null) return { kind: "failed" };
  return saveForm(session.shop, id.data, { ...sent, version: sent.version }, by.name);
}

/** A case that somebody else deleted is not looked for while its page is open: what was typed would go with it. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionResult, defaultShouldRevalidate }) =>
  !goneSchema.safeParse(actionResult).success && defaultShouldRevalidate;

export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function CasePage() {
  const { form, version } = useLoaderData<typeof loader>();
  const draft = useDraft<CaseForm>({ form, version });
  const { change, errors } = draft;
  return (
    <SettingsPage
      title={texts.title}
      back={{ content: texts.back, url: "/app/playground/cases" }}
      draft={draft}
      action="edit_policy"
    >
      <Card>
        <TextField
          label={texts.name}
          value={draft.form.name}
          onChange={(name) => change({ name })}
          maxLength={120}
          autoComplete="off"
          {...errorOf(errors, "name")}
        />
      </Card>
      <PersonaCard persona={draft.form.persona} onChange={(persona) => change({ persona })} />
      <StepsCard steps={draft.form.steps} errors={errors} onChange={(steps) => change({ steps })} />
      <TitledCard title={texts.expectations}>
        {errorOf(errors, "expectations").error !== undefined && (
          <Banner tone="critical">
            <p>{texts.none}</p>
          </Banner>
        )}
        <ExpectationsField
          expectations={draft.form.expectations}
          onChange={(expectations) => change({ expectations })}
        />
      </TitledCard>
    </SettingsPage>
  );
}

export function ErrorBoundary() {
  return <PageError notFound={texts.notFound} title={texts.title} url="/app/playground/cases" />;
}

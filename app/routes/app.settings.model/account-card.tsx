import { Banner, BlockStack, Button, InlineStack, Text, TextField } from "@shopify/polaris";
import { MODEL_LIMITS, ownUrl } from "../../agent/models/model-settings.ts";
import { dayWords } from "../../components/shop-time.ts";
import { errorOf, Section } from "../../components/settings/section.tsx";
import type { FieldErrors } from "../../components/settings/field-errors.ts";
import type { Draft } from "../../components/settings/use-draft.ts";
import type { ModelForm } from "./model-form.ts";
import { texts } from "./texts.ts";
import { type AttemptState, useAttempt } from "./use-attempt.ts";

const words = texts.account;

/** A stored key as the page may know it: how it ends, where it is for, and the day it was set (ISO 8601). */
type StoredKey = { end: string; origin: string; setAt: string };
type Props = { draft: Draft<ModelForm>; storedKey: StoredKey | null };

/** The merchant's own account or server, and a test of it. */
export function AccountCard({ draft, storedKey }: Props) {
  const { form, change } = draft;
  const { state, start } = useAttempt(form);
  const errors: FieldErrors = state.kind === "invalid" ? { ...draft.errors, ...state.errors } : draft.errors;
  return (
    <Section heading={words.heading}>
      {form.provider === "compatible" && (
        <TextField
          label={words.baseUrl}
          type="url"
          helpText={words.baseUrlHelp}
          {...errorOf(errors, "baseUrl")}
          value={form.baseUrl}
          onChange={(baseUrl) => change({ baseUrl })}
          autoComplete="off"
          maxLength={MODEL_LIMITS.baseUrl}
        />
      )}
      <TextField
        label={words.model}
        helpText={words.modelHelp}
        {...errorOf(errors, "model")}
        value={form.model}
        onChange={(model) => change({ model })}
        autoComplete="off"
        spellCheck={false}
        maxLength={MODEL_LIMITS.model}
      />
      <KeyField draft={draft} storedKey={storedKey} errors={errors} />
      <BlockStack gap="200">
        <InlineStack gap="300" blockAlign="center">
          <Button onClick={start} loading={state.kind === "waiting"}>
            {texts.attempt.action}
          </Button>
          <Text as="span" tone="subdued">
            {texts.attempt.help}
          </Text>
        </InlineStack>
        <div role="status">
          <Came state={state} />
        </div>
      </BlockStack>
    </Section>
  );
}

function KeyField({ draft: { form, change }, storedKey, errors }: Props & { errors: FieldErrors }) {
  const url = ownUrl(form);
  const isFor = storedKey !== null && url?.origin === storedKey.origin;
  const optional = form.provider === "compatible" ? words.keyOptional : "";
  return (
    <BlockStack gap="200">
      <TextField
        label={isFor ? words.newKey : words.key}
        type="password"
        helpText={`${optional}${words.keyHelp}`}
        {...errorOf(errors, "apiKey")}
        value={form.apiKey}
        onChange={(apiKey) => change({ apiKey, removeKey: false })}
        autoComplete="new-password"
        maxLength={MODEL_LIMITS.apiKey}
      />
      {storedKey !== null && (
        <InlineStack gap="200" blockAlign="center">
          <Text as="p" breakWord>
            {isFor ? aboutKey(storedKey, form.removeKey) : words.storedElsewhere(new URL(storedKey.origin).host)}
          </Text>
          {isFor && (
            <Button
              variant="plain"
              {...(form.removeKey ? {} : { tone: "critical" })}
              onClick={() => change({ removeKey: !form.removeKey, apiKey: "" })}
            >
              {form.removeKey ? words.keep : words.remove}
            </Button>
          )}
        </InlineStack>
      )}
    </BlockStack>
  );
}

function aboutKey({ end, setAt }: StoredKey, isRemoved: boolean): string {
  return isRemoved ? words.removed : words.stored(end, dayWords(setAt.slice(0, 10)));
}

function Came({ state }: { state: AttemptState }) {
  const came = texts.attempt;
  switch (state.kind) {
    case "none":
    case "waiting":
      return null;
    case "works":
      return <Banner tone="success" title={came.works(state.milliseconds)} />;
    case "trouble":
      return <Banner tone="critical" title={came.trouble[state.why](state.status)} />;
    case "invalid":
      return <Banner tone="warning" title={came.invalid} />;
    case "too_often":
      return <Banner tone="warning" title={came.tooOften} />;
    case "failed":
      return <Banner tone="critical" title={came.failed} />;
  }
}

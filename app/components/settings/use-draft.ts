import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect, useState } from "react";
import type { FieldErrors } from "./field-errors.ts";
import { settingsTexts } from "./settings.texts.ts";

/** A form as it was loaded, with the version to send along when it is saved. */
export type Loaded<Form> = { form: Form; version: string | null };

/** What an action answers to a form. `gone`: what was edited does not exist any more. */
export type SaveAnswer<Form> =
  | { kind: "saved"; form: Form; version: string }
  | { kind: "invalid"; errors: FieldErrors }
  | { kind: "conflict" }
  | { kind: "gone" }
  | { kind: "failed" };

export type Draft<Form> = {
  form: Form;
  change: (part: Partial<Form>) => void;
  errors: FieldErrors;
  answer: SaveAnswer<Form> | null;
  isChanged: boolean;
  isSaving: boolean;
  save: () => void;
  discard: () => void;
  /** Takes what is stored now in the place of what is being edited. */
  takeStored: () => void;
};

/**
 * A form that is edited in the browser and saved as one piece, as JSON, with the version it was loaded with. What others
 * save meanwhile does not get into it before `takeStored`.
 */
export function useDraft<Form extends object>(loaded: Loaded<Form>): Draft<Form> {
  const fetcher = useFetcher();
  const shopify = useAppBridge();
  const [base, setBase] = useState(loaded);
  const [form, setForm] = useState(loaded.form);
  const [sent, setSent] = useState<Form | null>(null);
  const [heard, setHeard] = useState<unknown>(undefined);
  const [answer, setAnswer] = useState<SaveAnswer<Form> | null>(null);
  if (fetcher.state === "idle" && fetcher.data !== heard) {
    setHeard(fetcher.data);
    const news = fetcher.data as SaveAnswer<Form>;
    setAnswer(news);
    if (news.kind === "saved") {
      setBase({ form: news.form, version: news.version });
      if (form === sent) setForm(news.form);
    }
  }

  useEffect(() => {
    if (answer?.kind === "saved") shopify.toast.show(settingsTexts.saved);
    if (answer?.kind === "invalid") document.querySelector<HTMLElement>("[aria-invalid='true']")?.focus();
  }, [answer, shopify]);

  const restart = (from: Loaded<Form>) => {
    setBase(from);
    setForm(from.form);
    setAnswer(null);
  };
  return {
    form,
    change: (part) => setForm((before) => ({ ...before, ...part })),
    errors: answer?.kind === "invalid" ? answer.errors : {},
    answer,
    isChanged: JSON.stringify(form) !== JSON.stringify(base.form),
    isSaving: fetcher.state !== "idle",
    save: () => {
      setSent(form);
      fetcher.submit(JSON.stringify({ form, version: base.version }), {
        method: "post",
        encType: "application/json",
      });
    },
    discard: () => restart(base),
    takeStored: () => restart(loaded),
  };
}

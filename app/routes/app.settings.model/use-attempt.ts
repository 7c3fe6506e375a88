import { useState } from "react";
import type { Attempt } from "../app.settings.model_.try.ts";
import type { ModelForm } from "./model-form.ts";

export type AttemptState = { kind: "none" } | { kind: "waiting" } | { kind: "failed" } | Attempt;

/** Tests the model that is being edited; what came of it is about that form alone, and goes when the form changes. */
export function useAttempt(form: ModelForm): { state: AttemptState; start: () => void } {
  const [heard, setHeard] = useState<{ form: ModelForm; state: AttemptState } | null>(null);
  const start = () => {
    setHeard({ form, state: { kind: "waiting" } });
    ask(form).then(
      (state) => setHeard({ form, state }),
      () => setHeard({ form, state: { kind: "failed" } }),
    );
  };
  return { state: heard?.form === form ? heard.state : { kind: "none" }, start };
}

/** By `fetch`, to which App Bridge adds the session token: an action of Remix would load the page's data again. */
async function ask(form: ModelForm): Promise<Attempt> {
  const headers = { "Content-Type": "application/json" };
  const response = await fetch("/app/settings/model/try", { method: "POST", body: JSON.stringify({ form }), headers });
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return (await response.json()) as Attempt;
}

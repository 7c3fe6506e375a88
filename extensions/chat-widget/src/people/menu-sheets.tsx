/** @jsxImportSource ../panel/dom */
/** What the menu opens besides the rating: finding an order, what was said by email, starting over. */
import { bag } from "../panel/decode.ts";
import { Alert } from "../panel/view/kit.tsx";
import type { View } from "../panel/view/kit.tsx";
import { EmailField, Form } from "./form.tsx";

export function StartOver({ view: { chat, open, t }, view }: { view: View }) {
  const over = () => {
    chat.startOver();
    open(null);
  };
  return (
    <Form view={view} name="over" label={t("over")} onSubmit={over}>
      <p>{t("over_question")}</p>
    </Form>
  );
}

export function FindOrder({ view }: { view: View }) {
  const { t, chat, change, open } = view;
  const find = async (value: (field: string) => string) => {
    const order = value("order");
    change({ busy: true, failed: false });
    const outcome = await chat.ask("verification", { orderName: order, email: value("email") });
    if (!outcome.ok) {
      change({ busy: false, failed: true });
      return;
    }
    const { event } = bag(await outcome.response.json().catch(() => null));
    open(null);
    // The log says whether it was found as well; every state but this one covers every answer but a match.
    if (bag(event).state === "verified") chat.send(t("ask_order", { order }));
  };
  return (
    <Form view={view} name="find" label={t("find")} onSubmit={(value) => void find(value)}>
      <label>
        {t("order_number")}
        <input name="order" required maxlength={64} autocomplete="off" placeholder="#1001" dir="ltr" />
      </label>
      <EmailField label={t("email")} />
      <small>{t("find_hint")}</small>
    </Form>
  );
}

/** Too often, as the server says. */
const LIMITED = 429;

type CopyProps = { view: View; limited: boolean; onAnswer: (limited: boolean) => void };

export function Copy({ view, limited, onAnswer }: CopyProps) {
  const { t, ui, chat, change, open, state } = view;
  const copy = async (value: (field: string) => string) => {
    const email = value("email");
    change({ busy: true, failed: false });
    const outcome = await chat.ask("transcript", email ? { email } : {});
    const often = !outcome.ok && outcome.status === LIMITED;
    onAnswer(often);
    change({ busy: false, failed: !outcome.ok && !often, thanks: outcome.ok });
    if (outcome.ok) setTimeout(() => open(null), THANKS);
  };
  if (ui.thanks) return <Thanks text={t("copy_sent")} />;
  return (
    <Form view={view} name="copy" title={t("copy")} label={t("send")} onSubmit={(value) => void copy(value)}>
      <EmailField label={t("copy_hint")} placeholder={state.contact ?? ""} required={state.contact === null} />
      {limited && <Alert text={t("copy_limited")} />}
    </Form>
  );
}

/** How long thanks are shown, in milliseconds. */
export const THANKS = 2_500;

export function Thanks({ text }: { text: string }) {
  return (
    <p key="thanks" class="sheet" role="status">
      {text}
    </p>
  );
}

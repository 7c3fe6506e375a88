/** @jsxImportSource ../dom */
/** What the menu opens, above the composer: finding an order, rating the chat, starting over. */
import type { Child } from "../dom/jsx-runtime.ts";
import { Alert, Plain } from "./kit.tsx";
import type { View } from "./kit.tsx";

/** How long thanks are shown, in milliseconds. */
const THANKS = 2_500;

export function SheetView({ view }: { view: View }) {
  const { t, ui, open } = view;
  switch (ui.sheet) {
    case null:
      return null;
    case "menu":
      return (
        <div key="menu" class="sheet" role="group" aria-label={t("menu")}>
          {(["find", "rate", "over"] as const).map((sheet) => (
            <button type="button" class="row" onClick={() => open(sheet)}>
              {t(sheet)}
            </button>
          ))}
        </div>
      );
    case "find":
      return <FindOrder view={view} />;
    case "rate":
      return <Rating view={view} />;
    case "over":
      return <StartOver view={view} />;
  }
}

function StartOver({ view }: { view: View }) {
  const over = () => {
    view.chat.startOver();
    view.open(null);
  };
  return (
    <Form view={view} name="over" label={view.t("over")} onSubmit={over}>
      <p>{view.t("over_question")}</p>
    </Form>
  );
}

type FormProps = {
  view: View;
  name: string;
  label: string;
  disabled?: boolean;
  onSubmit: (value: (field: string) => string) => void;
  children?: Child;
};

function Form({ view: { t, ui, open }, name, label, disabled = false, onSubmit, children }: FormProps) {
  return (
    <form
      key={name}
      class="sheet"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        onSubmit((field) => {
          const value = data.get(field);
          return typeof value === "string" ? value.trim() : "";
        });
      }}
    >
      {children}
      {ui.failed && <Alert text={t("sorry")} />}
      <div class="buttons">
        <button type="submit" class="main" disabled={disabled || ui.busy}>
          {label}
        </button>
        <Plain text={t("cancel")} onClick={() => open(null)} />
      </div>
    </form>
  );
}

function FindOrder({ view }: { view: View }) {
  const { t, chat, change, open } = view;
  const find = async (value: (field: string) => string) => {
    const order = value("order");
    change({ busy: true, failed: false });
    const found = await chat.findOrder(order, value("email"));
    if (found === "unreachable") {
      change({ busy: false, failed: true });
      return;
    }
    open(null);
    if (found === "verified") chat.send(t("ask_order", { order }));
  };
  return (
    <Form view={view} name="find" label={t("find")} onSubmit={(value) => void find(value)}>
      <label>
        {t("order_number")}
        <input name="order" required maxlength={64} autocomplete="off" placeholder="#1001" dir="ltr" />
      </label>
      <label>
        {t("email")}
        <input name="email" type="email" required maxlength={254} autocomplete="email" dir="ltr" />
      </label>
      <small>{t("find_hint")}</small>
    </Form>
  );
}

function Rating({ view }: { view: View }) {
  const { t, ui, chat, change, open } = view;
  if (ui.thanks) {
    return (
      <p key="thanks" class="sheet" role="status">
        {t("rate_thanks")}
      </p>
    );
  }
  const rate = async (value: (field: string) => string) => {
    change({ busy: true, failed: false });
    const rated = await chat.rate(ui.score, value("comment"));
    change({ busy: false, failed: !rated, thanks: rated });
    if (rated) setTimeout(() => open(null), THANKS);
  };
  return (
    <Form view={view} name="rate" label={t("send")} disabled={ui.score === 0} onSubmit={(value) => void rate(value)}>
      <h3>{t("rate_question")}</h3>
      <div class="scores">
        {[1, 2, 3, 4, 5].map((score) => (
          <button
            type="button"
            aria-label={t("rate_score", { score })}
            aria-pressed={String(score === ui.score)}
            onClick={() => change({ score })}
          >
            {score}
          </button>
        ))}
      </div>
      {ui.score > 0 && (
        <label>
          {t("rate_comment")}
          <input name="comment" maxlength={2_000} dir="auto" />
        </label>
      )}
    </Form>
  );
}

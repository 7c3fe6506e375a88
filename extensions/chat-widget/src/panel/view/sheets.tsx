/** @jsxImportSource ../dom */
/** What the menu opens, above the composer: finding an order, starting over, and the rating that is loaded for it. */
import type { Child } from "../dom/jsx-runtime.ts";
import { Alert, Late, Plain } from "./kit.tsx";
import type { View } from "./kit.tsx";

export function SheetView({ view }: { view: View }) {
  const { t, ui, open, need } = view;
  switch (ui.sheet) {
    case null:
      return null;
    case "menu":
      return (
        <div key="menu" class="sheet" role="group" aria-label={t("menu")}>
          {(["find", "rate", "over"] as const).map((sheet) => (
            <button
              type="button"
              class="row"
              onClick={() => (sheet === "rate" ? void need().then(() => open(sheet)) : open(sheet))}
            >
              {t(sheet)}
            </button>
          ))}
        </div>
      );
    case "find":
      return <FindOrder view={view} />;
    case "rate":
      return Late(view)?.rating(view);
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

/** A sheet that is filled in and sent. */
export function Form({ view: { t, ui, open }, name, label, disabled = false, onSubmit, children }: FormProps) {
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

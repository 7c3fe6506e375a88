/** @jsxImportSource ../panel/dom */
import type { Child } from "../panel/dom/jsx-runtime.ts";
import { Alert, Plain } from "../panel/view/kit.tsx";
import type { View } from "../panel/view/kit.tsx";

type FormProps = {
  view: View;
  name: string;
  /** Names the form where its button does not. */
  title?: string;
  label: string;
  disabled?: boolean;
  /** What the button that is not the main one says, and does. */
  other?: { text: string; onClick: () => void };
  /** Whether it stands in the log's own column, not above the composer. */
  inline?: boolean;
  failed?: boolean;
  onSubmit: (value: (field: string) => string) => void;
  children?: Child;
};

/** What is filled in and sent. */
export function Form({ view: { t, ui, open }, name, label, onSubmit, children, ...rest }: FormProps) {
  const { title = label, disabled = ui.busy, inline = false, failed = ui.failed } = rest;
  const { other = { text: t("cancel"), onClick: () => open(null) } } = rest;
  return (
    <form
      key={name}
      class={inline ? "ask" : "sheet"}
      aria-label={title}
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
      {failed && <Alert text={t("sorry")} />}
      <div class="buttons">
        <button type="submit" class="main" disabled={disabled}>
          {label}
        </button>
        <Plain {...other} />
      </div>
    </form>
  );
}

export function EmailField({
  label,
  placeholder = "",
  required = true,
}: {
  label: string;
  placeholder?: string;
  required?: boolean;
}) {
  return (
    <label>
      {label}
      <input
        name="email"
        type="email"
        required={required}
        placeholder={placeholder}
        maxlength={254}
        autocomplete="email"
        dir="ltr"
      />
    </label>
  );
}

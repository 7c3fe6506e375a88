/** @jsxImportSource ../panel/dom */
import type { View } from "../panel/view/kit.tsx";
import { Form } from "./form.tsx";
import { Thanks, THANKS } from "./menu-sheets.tsx";

type RatingProps = {
  view: View;
  /** After a close it stands under the log; from the menu above the composer, where it goes away by itself. */
  inline?: boolean;
  onRated: () => void;
};

/** How a shopper says how the chat was. They may say it again: the newest counts. */
export function Rating({ view, inline = false, onRated }: RatingProps) {
  const { t, ui, chat, change, open } = view;
  if (ui.thanks && !inline) return <Thanks text={t("rate_thanks")} />;
  const rate = async (value: (field: string) => string) => {
    const comment = value("comment");
    change({ busy: true, failed: false });
    const { ok } = await chat.ask("rating", { score: ui.score, ...(comment ? { comment } : {}) });
    if (ok) onRated();
    change({ busy: false, failed: !ok, thanks: ok && !inline });
    if (ok && !inline) setTimeout(() => open(null), THANKS);
  };
  return (
    <Form
      view={view}
      name="rate"
      title={t("rate")}
      label={t("send")}
      disabled={ui.busy || ui.score === 0}
      inline={inline}
      {...(inline ? { other: { text: t("later"), onClick: onRated } } : {})}
      onSubmit={(value) => void rate(value)}
    >
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

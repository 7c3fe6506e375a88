/** @jsxImportSource ../panel/dom */
import type { View } from "../panel/view/kit.tsx";
import { Form } from "../panel/view/sheets.tsx";

/** How long thanks are shown, in milliseconds. */
const THANKS = 2_500;

/** The sheet in which a shopper says how the chat was. */
export function Rating({ view }: { view: View }) {
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

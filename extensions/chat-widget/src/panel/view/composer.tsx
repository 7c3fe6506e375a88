/** @jsxImportSource ../dom */
import { MAX_MESSAGE } from "../text.ts";
import { Icon } from "./kit.tsx";
import type { View } from "./kit.tsx";

/** From here on the shopper is told how much is left. */
const NEARLY = 3_600;

/** Where the shopper writes, and below it the way to a person. */
export function Composer({ view }: { view: View }) {
  const { state, ui, t, chat, change, extras } = view;
  const text = chat.draft();
  const length = Array.from(text).length; // as the server counts: characters, not code units
  const photos = extras.now()?.photos.standing() ?? "none";
  const ready = (text.trim() !== "" || photos === "ready") && photos !== "busy" && length <= MAX_MESSAGE;

  const submit = () => {
    if (!ready) return;
    chat.draft("");
    chat.send(text.trim(), extras.now()?.photos.take());
  };
  const askForPerson = async () => {
    change({ busy: true });
    const asked = await chat.askForPerson();
    change({ busy: false, failed: !asked });
  };

  return (
    <form
      key="composer"
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {extras.now()?.photos.tray(view)}
      <div class="field">
        <button
          type="button"
          class="icon"
          aria-label={t("photo_add")}
          onPointerEnter={() => void extras.need()}
          onFocus={() => void extras.need()}
          onClick={({ currentTarget }) => (currentTarget.nextElementSibling as HTMLInputElement).click()}
        >
          <Icon name="photo" />
        </button>
        <input
          type="file"
          accept="image/*"
          multiple
          hidden
          aria-label={t("photo_add")}
          onChange={({ currentTarget }) => {
            const files = [...(currentTarget.files ?? [])];
            currentTarget.value = "";
            void extras.need().then((loaded) => loaded?.photos.add(files));
          }}
        />
        <textarea
          rows={1}
          dir="auto"
          aria-label={t("placeholder")}
          placeholder={t("placeholder")}
          aria-invalid={String(length > MAX_MESSAGE)}
          enterkeyhint="send"
          value={text}
          onInput={(event) => {
            chat.draft(event.currentTarget.value);
            change({});
          }}
          onKeyDown={(event) => {
            // eslint-disable-next-line @typescript-eslint/no-deprecated -- `keyCode` is all that Safari tells
            if (event.keyCode === 229) return;
            // While a word is being composed (Japanese, Chinese, Korean), Enter picks it.
            if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            submit();
          }}
        />
        <button type="submit" class="icon go" aria-label={t("send")} aria-disabled={String(!ready)}>
          <Icon name="send" />
        </button>
      </div>
      <div class="foot">
        {!state.closed && (state.last > 0 || !state.settings.personLater) && (
          <button type="button" class="link" disabled={ui.busy || state.escalated} onClick={() => void askForPerson()}>
            <Icon name={state.escalated ? "done" : "person"} />
            {t(state.escalated ? "human_asked" : "human")}
          </button>
        )}
        <small role="status" class={length > MAX_MESSAGE || ui.failed ? "problem" : ""}>
          {length >= NEARLY ? t("count", { count: length, max: MAX_MESSAGE }) : ui.failed && !ui.sheet && t("failed")}
        </small>
      </div>
    </form>
  );
}

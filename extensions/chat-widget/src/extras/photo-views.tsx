/** @jsxImportSource ../panel/dom */
import type { Photo } from "../panel/decode.ts";
import type { Translate } from "../panel/text.ts";
import { Alert, Hidden, Icon, Plain } from "../panel/view/kit.tsx";
import { MOST_PHOTOS } from "./photos.ts";
import type { Chosen, Photos } from "./photos.ts";

/** A circle that begins at the top, for how much has gone. */
const RING = "M12 3a9 9 0 1 1 0 18a9 9 0 1 1 0-18";
/** Sides of a picture in the log, in CSS pixels. */
const WIDEST = 220;
const TALLEST = 240;

/** What is chosen and not sent yet. */
export function Tray({ photos, t }: { photos: Photos; t: Translate }) {
  const chosen = photos.chosen();
  if (chosen.length === 0 && !photos.tooMany()) return null;
  const standing = photos.standing();
  const failed = chosen.filter(({ reason }) => reason);
  return (
    <div key="tray" class="tray">
      <ul aria-label={t("photos")}>
        {chosen.map((one, index) => (
          <Chip one={one} number={index + 1} photos={photos} t={t} />
        ))}
      </ul>
      <p class="vh" role="status">
        {standing === "busy" ? t("photo_uploading") : standing === "ready" ? t("photo_ready") : ""}
      </p>
      {photos.tooMany() && <Alert text={t("photo_many", { max: MOST_PHOTOS })} />}
      {failed.map(({ key, reason }) => (
        <p key={`failed-${key}`}>
          <Alert text={t(reason ?? "photo_failed")} />{" "}
          {(reason === "photo_failed" || reason === "too_fast") && (
            <Plain text={t("retry")} onClick={() => photos.retry(key)} />
          )}
        </p>
      ))}
    </div>
  );
}

function Chip({ one, number, photos, t }: { one: Chosen; number: number; photos: Photos; t: Translate }) {
  const { key, url, share, photo, reason } = one;
  const remove = (button: Element) => {
    const form = button.closest("form");
    photos.remove(key);
    // The button is gone: the keyboard goes on with the next one, or with writing.
    form?.querySelector<HTMLElement>(".tray button, textarea")?.focus();
  };
  return (
    <li key={`photo-${key}`} class={reason ? "bad" : photo ? "" : "busy"}>
      <img src={url} alt={t("photo_number", { number })} />
      {!photo && !reason && (
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d={RING} pathLength={100} stroke-dasharray={`${Math.max(6, Math.round(share * 100))} 100`} />
        </svg>
      )}
      <button
        type="button"
        aria-label={t("photo_remove", { number })}
        onClick={({ currentTarget }) => remove(currentTarget)}
      >
        <Icon name="close" />
      </button>
    </li>
  );
}

type PicturesProps = { sent: readonly Photo[]; own: boolean; photos: Photos; t: Translate };

/** What was sent: one picture in its own shape, several as tiles. Who sent it is said above it where it is not the shopper. */
export function Pictures({ sent, own, photos, t }: PicturesProps) {
  return (
    <div key="pictures" class={sent.length > 1 ? "pictures tiles" : "pictures"}>
      {own && <Hidden text={`${t("you")}:`} />}
      {sent.map(({ id, width, height }, index) => {
        const url = photos.picture(id);
        const scale = Math.min(1, WIDEST / width, TALLEST / height);
        const size = { width: Math.round(width * scale), height: Math.round(height * scale) };
        const alt = t("photo_number", { number: index + 1 });
        if (!url) return <span key={id} class="bone" role="img" aria-label={alt} />;
        return (
          <a key={id} href={url} target="_blank" rel="noopener">
            <img src={url} alt={alt} {...size} />
            <Hidden text={`(${t("new_tab")})`} />
          </a>
        );
      })}
    </div>
  );
}

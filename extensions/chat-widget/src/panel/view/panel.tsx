/** @jsxImportSource ../dom */
import { Composer } from "./composer.tsx";
import { Icon, Plain } from "./kit.tsx";
import type { View } from "./kit.tsx";
import { SheetView } from "./sheets.tsx";
import { Transcript } from "./transcript.tsx";

export function PanelView({ view }: { view: View }) {
  const { state, ui, t, open, close, people } = view;
  const { settings, person } = state;
  return [
    <div class="top">
      {settings.avatar !== "" && (
        <b class="face" aria-hidden="true">
          {(person && people.get()?.initials(person)) || (settings.avatar ?? <Icon name="agent" />)}
        </b>
      )}
      <div>
        <h2 id="title" dir="auto">
          {person || (settings.agentName ?? t("title"))}
        </h2>
        {settings.tagline && <p dir="auto">{settings.tagline}</p>}
        <p id="disclosure" dir="auto">
          {person === null ? t("disclosure") : t("person", { name: person || t("team"), shop: settings.shopName })}
        </p>
      </div>
      <button
        type="button"
        class="icon"
        aria-label={t("menu")}
        aria-expanded={String(ui.sheet === "menu")}
        onClick={() => open(ui.sheet ? null : "menu")}
      >
        <Icon name="menu" />
      </button>
      <button type="button" class="icon" aria-label={t("close")} onClick={close}>
        <Icon name="close" />
      </button>
    </div>,
    <Banner view={view} />,
    <Transcript view={view} />,
    <SheetView view={view} />,
    <Composer view={view} />,
  ];
}

function Banner({ view: { state, t, chat, contact } }: { view: View }) {
  const unavailable = state.phase === "unavailable";
  const text = state.offline
    ? "offline"
    : unavailable
      ? "unavailable"
      : state.connection === "lost"
        ? "reconnecting"
        : null;
  return (
    <div key="banner" role="status">
      {text && (
        <p class="banner">
          {t(text)} {unavailable && <Plain text={t("retry")} onClick={() => void chat.start()} />}{" "}
          {unavailable && contact && <a href={contact}>{t("contact")}</a>}
        </p>
      )}
    </div>
  );
}

/** @jsxImportSource ../dom */
import type { Photo } from "../decode.ts";
import type { Entry, Note, Outgoing } from "../state.ts";
import { CardView } from "./order-card.tsx";
import { Alert, Hidden, Icon, Plain } from "./kit.tsx";
import type { View } from "./kit.tsx";
import { RichText } from "./rich-text.tsx";

/** Messages this close together, in milliseconds, share one time. */
const TOGETHER = 5 * 60_000;

/**
 * What was said. Only whole messages are in the log, so that a screen reader reads each once; the text being streamed
 * stands below it until it is whole.
 */
export function Transcript({ view }: { view: View }) {
  const { state, ui, t } = view;
  const { entries, outbox, typist } = state;
  if (state.phase === "loading" && entries.length + outbox.length === 0) {
    return (
      <div key="bones" class="scroll" aria-busy="true">
        <i class="bone" />
        <i class="bone" />
        <i class="bone" />
      </div>
    );
  }
  return [
    <div key="scroll" class="scroll">
      {entries.length + outbox.length === 0 && <Greeting view={view} />}
      <div
        key="log"
        role="log"
        aria-label={t("log")}
        aria-relevant="additions"
        tabindex={entries.length > 0 ? 0 : undefined}
      >
        {entries.map((entry, index) => (
          <EntryView entry={entry} before={entries[index - 1]} after={entries[index + 1]} view={view} />
        ))}
        {outbox.map((message) => (
          <OwnMessage message={message} view={view} />
        ))}
      </div>
      {state.draft && (
        <div key="draft" class="msg">
          <div class="bubble" dir="auto">
            <RichText text={state.draft.text} view={view} />
          </div>
        </div>
      )}
      <p key="status" class="status" role="status">
        {typist !== null && [
          <i class="dots" aria-hidden="true" />,
          <bdi>{t("typing", { name: typist || t("team") })}</bdi>,
        ]}
        {state.working &&
          !state.draft && [
            <i class="dots" aria-hidden="true" />,
            state.status || ui.slow ? (
              <span dir="auto">{state.status ?? t("slow")}</span>
            ) : (
              <Hidden text={t("working")} />
            ),
          ]}
      </p>
      <QuickReplies view={view} />
      {(state.closed || (state.escalated && state.settings.mail)) && view.people.get()?.below(view)}
    </div>,
    ui.missed && (
      <button key="missed" type="button" class="new" onClick={view.toEnd}>
        <Icon name="down" /> {t("new_messages")}
      </button>
    ),
  ];
}

function Greeting({ view: { state, t, chat, greeting } }: { view: View }) {
  const replies = state.settings.quickReplies;
  return (
    <div key="empty" class="empty">
      <h3 dir="auto">{greeting || state.settings.greeting || t("greeting")}</h3>
      <p>{t("intro")}</p>
      <Chips texts={replies.length > 0 ? replies : [t("ask_where"), t("ask_all")]} onPick={chat.send} />
    </div>
  );
}

function QuickReplies({ view: { state, chat } }: { view: View }) {
  // A card comes with the message it belongs to, before or after it.
  const last = state.entries.filter(({ kind }) => kind !== "card" && kind !== "proposal").at(-1);
  const waiting = state.outbox.length > 0 || state.working || state.closed;
  if (waiting || last?.kind !== "message" || last.quickReplies.length === 0) return null;
  return <Chips texts={last.quickReplies} onPick={chat.send} />;
}

function Chips({ texts, onPick }: { texts: string[]; onPick: (text: string) => void }) {
  return (
    <div class="chips" key="chips">
      {texts.map((text) => (
        <button type="button" dir="auto" onClick={() => onPick(text)}>
          {text}
        </button>
      ))}
    </div>
  );
}

type EntryProps = { entry: Entry; before: Entry | undefined; after: Entry | undefined; view: View };

const day = (at: string | number) => new Date(at).toDateString();

function EntryView({ entry, before, after, view }: EntryProps) {
  // A conversation of today alone needs no date.
  const newDay = day(entry.at) !== day(before ? before.at : view.now);
  return [
    newDay && (
      <p key={`day-${entry.key}`} class="day">
        {view.clock.day(entry.at, view.now)}
      </p>
    ),
    entry.kind === "message" ? (
      <Message entry={entry} before={before} after={after} view={view} />
    ) : (
      <div key={entry.key}>
        {entry.kind === "card" ? (
          <CardView card={entry.card} view={view} />
        ) : entry.kind === "proposal" ? (
          view.extras.get()?.proposal(entry, view)
        ) : (
          <NoteView note={entry.note} view={view} />
        )}
      </div>
    ),
  ];
}

type SaidProps = { text: string; photos: readonly Photo[]; own: boolean; view: View };

/** Words and photos of one person, or of the agent. */
function Said({ text, photos, own, view }: SaidProps) {
  return [
    photos.length > 0 && view.extras.get()?.photos.pictures(photos, own, view),
    text && (
      <div class="bubble" dir="auto">
        {own ? [<Hidden text={`${view.t("you")}:`} />, text] : <RichText text={text} view={view} />}
      </div>
    ),
  ];
}

const author = (entry: Entry | undefined) => (entry?.kind === "message" ? entry.author + entry.name : null);

function Message({ entry, before, after, view }: EntryProps & { entry: { kind: "message" } }) {
  const { t, clock, now, state } = view;
  const own = entry.author === "shopper";
  const timed = after ? Date.parse(after.at) - Date.parse(entry.at) > TOGETHER : !state.working;
  return (
    <div key={entry.key} class={`msg${own ? " own" : ""}${author(after) === author(entry) ? "" : " last"}`}>
      {entry.author === "staff" && author(before) !== author(entry) && view.people.get()?.who(entry.name || t("team"))}
      <Said text={entry.text} photos={entry.photos} own={own} view={view} />
      {timed && (
        <time datetime={entry.at} title={clock.full(entry.at)}>
          {clock.time(entry.at, now)}
        </time>
      )}
    </div>
  );
}

const REASONS = {
  unreachable: "failed",
  too_fast: "too_fast",
  too_long: "too_long",
  photo_lost: "photo_failed",
  refused: "sorry",
} as const;

function OwnMessage({ message: { id, text, photos, state, reason }, view }: { message: Outgoing; view: View }) {
  const { t, chat } = view;
  return (
    <div key={id} class={`msg own last ${state}`}>
      <Said text={text} photos={photos} own={true} view={view} />
      {state === "sending" && <small>{t("sending")}</small>}
      {state === "failed" && (
        <span>
          <Alert text={t(REASONS[reason ?? "unreachable"])} />{" "}
          {reason !== "too_long" && reason !== "photo_lost" && (
            <Plain text={t("retry")} onClick={() => chat.retry(id)} />
          )}
        </span>
      )}
    </div>
  );
}

function NoteView({ note, view: { t, state } }: { note: Note; view: View }) {
  if (note.kind === "person") {
    const { name, joined } = note;
    const values = { name: name || t("team"), shop: state.settings.shopName };
    return (
      <p class="note" dir="auto">
        {t(joined ? "joined" : "handed_back", values)}
      </p>
    );
  }
  if (note.kind === "found") {
    return <p class="note">{note.orderName ? t("found", { order: note.orderName }) : t("found_you")}</p>;
  }
  if (note.kind === "not_found") return <p class="note">{t(`find_${note.state}`)}</p>;
  return (
    <p class={`note ${note.tone}`} dir="auto">
      {note.text || t("sorry")}
    </p>
  );
}

/** @jsxImportSource ../panel/dom */
/**
 * What a conversation needs once people are in it, and what the menu opens, in a file of its own that the panel loads on
 * first need: who writes, where the shopper can be reached, and what comes after a close. The panel draws what these views
 * describe.
 */
import type { Conversation } from "../panel/conversation.ts";
import type { Child } from "../panel/dom/jsx-runtime.ts";
import { Plain } from "../panel/view/kit.tsx";
import type { Ui, View } from "../panel/view/kit.tsx";
import { readStored, storageKey, writeStored } from "../shared/handover.ts";
import { EmailField, Form } from "./form.tsx";
import { initials } from "./initials.ts";
import { Copy, FindOrder, StartOver } from "./menu-sheets.tsx";
import css from "./people.css";
import { Rating } from "./rating.tsx";

type PeopleOptions = {
  chat: Conversation;
  host: HTMLElement;
  /** Holds the panel; a style is added to it. */
  stage: HTMLElement;
};

export type People = {
  sheet: (sheet: Exclude<Ui["sheet"], "menu" | null>, view: View) => Child;
  /** In the place of the agent's sign. */
  initials: (name: string) => string;
  /** Above what a person wrote. */
  who: (name: string) => Child;
  /** Under the log: while people have the conversation, and after they closed it. */
  below: (view: View) => Child;
};

export type PeopleModule = { createPeople: (options: PeopleOptions) => People };

export function createPeople({ chat, host, stage }: PeopleOptions): People {
  stage.append(Object.assign(document.createElement("style"), { textContent: css }));
  const key = `${storageKey(host)}:asked`;
  /** What this shopper was asked and has answered or put off, by conversation: nobody is asked twice. */
  const asked = (what: string) => readStored("localStorage", key)[what] === chat.id();
  const settle = (what: string) =>
    writeStored("localStorage", key, { ...readStored("localStorage", key), [what]: chat.id() });
  let limited = false;
  let refused = false;

  function Contact({ view, view: { t, ui, change } }: { view: View }) {
    const leave = async (email: string) => {
      change({ busy: true });
      refused = !(await chat.ask("contact", { email })).ok;
      change({ busy: false });
    };
    const other = {
      text: t("later"),
      onClick() {
        settle("contact");
        change({});
      },
    };
    return (
      <Form
        view={view}
        name="contact"
        label={t("leave_send")}
        disabled={ui.busy}
        inline
        failed={refused}
        other={other}
        onSubmit={(value) => void leave(value("email"))}
      >
        <EmailField label={t("leave")} />
      </Form>
    );
  }

  function Closed({ view, view: { state, ui, t, open } }: { view: View }) {
    const rated = asked("rating");
    return (
      <div key="closed">
        <p class="note" role="status">
          {t("ended")}
        </p>
        {!rated && ui.sheet !== "rate" && <Rating view={view} inline onRated={() => settle("rating")} />}
        <p class="after">
          {rated && <Plain text={t("rate")} onClick={() => open("rate")} />}
          {state.settings.mail && <Plain text={t("copy")} onClick={() => open("copy")} />}
          <Plain text={t("new_chat")} onClick={chat.startOver} />
        </p>
      </div>
    );
  }

  return {
    sheet(sheet, view) {
      if (sheet === "find") return <FindOrder view={view} />;
      if (sheet === "over") return <StartOver view={view} />;
      if (sheet === "copy") return <Copy view={view} limited={limited} onAnswer={(often) => (limited = often)} />;
      return <Rating view={view} onRated={() => settle("rating")} />;
    },
    initials,
    who: (name) => (
      <small class="who">
        <b aria-hidden="true">{initials(name)}</b> <bdi>{name}</bdi>
      </small>
    ),
    below(view) {
      const { state } = view;
      if (state.closed) return <Closed view={view} />;
      return state.contact === null && !asked("contact") && <Contact view={view} />;
    },
  };
}

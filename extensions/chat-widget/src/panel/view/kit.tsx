/** @jsxImportSource ../dom */
/** Small pieces that every view uses. */
import type { Extras } from "../../extras/extras.tsx";
import type { People } from "../../people/people.tsx";
import type { Conversation } from "../conversation.ts";
import type { Later } from "../later.ts";
import type { Trusted } from "../links.ts";
import type { State } from "../state.ts";
import type { Clock, Translate } from "../text.ts";

/** What the shopper has open in the panel; nothing of it is worth keeping. */
export type Ui = {
  sheet: "menu" | "find" | "rate" | "copy" | "over" | null;
  /** Of the form in the sheet, or the request for a person. */
  busy: boolean;
  failed: boolean;
  /** Chosen in the rating; sent when `thanks`. */
  score: number;
  thanks: boolean;
  /** Something was said below what the shopper is reading. */
  missed: boolean;
  /** The reply takes longer than one expects. */
  slow: boolean;
};

export const CALM: Ui = {
  sheet: null,
  busy: false,
  failed: false,
  score: 0,
  thanks: false,
  missed: false,
  slow: false,
};

/** What every view is given. */
export type View = {
  state: State;
  ui: Ui;
  change: (ui: Partial<Ui>) => void;
  /** Opens or closes what stands above the composer, and takes the keyboard along. */
  open: (sheet: Ui["sheet"]) => void;
  close: () => void;
  toEnd: () => void;
  chat: Conversation;
  /** What most conversations do without. */
  extras: Later<Extras>;
  people: Later<People>;
  t: Translate;
  clock: Clock;
  now: number;
  trusted: Trusted;
  /** The merchant's own greeting, or empty. */
  greeting: string;
  /** A page of the shop with other ways of getting in touch, or empty. */
  contact: string;
};

const PATHS = {
  agent: "M12 4l1.8 4.9L19 10.7l-5.2 1.8L12 17.5l-1.8-5L5 10.7l5.2-1.8zM19 3v4M17 5h4M5.5 17v3M4 18.5h3",
  send: "M12 19V5M6 11l6-6 6 6",
  photo: "M4 8h3.2L9 5.5h6L16.8 8H20v11H4zM12 16.5a3.3 3.3 0 1 0 0-6.6 3.3 3.3 0 0 0 0 6.6z",
  close: "M6 6l12 12M18 6L6 18",
  menu: "M5 12h.01M12 12h.01M19 12h.01",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 20.5a8 8 0 0 1 16 0",
  done: "M5 12.5l4.5 4.5L19 7.5",
  down: "M12 5v14M6 13l6 6 6-6",
};

export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}

/** For ears only. */
export function Hidden({ text }: { text: string }) {
  return <span class="vh">{text} </span>;
}

/** A link that leaves the page, and says so. */
export function Out({ href, text, t }: { href: string; text: string; t: Translate }) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {text}
      <Hidden text={` (${t("new_tab")})`} />
    </a>
  );
}

/** A button that looks like words. */
export function Plain({ text, onClick }: { text: string; onClick: () => void }) {
  return (
    <button type="button" class="link" onClick={onClick}>
      {text}
    </button>
  );
}

export function Alert({ text }: { text: string }) {
  return (
    <small class="problem" role="alert">
      {text}
    </small>
  );
}

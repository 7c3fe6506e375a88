/** @jsxImportSource ./dom */
/**
 * The panel's entry: puts it beside the launcher, in the same shadow root, and keeps the page, the launcher and the
 * keyboard in step with it. Loaded as a module by the loader.
 */
import { TINT, WHITE, css, darkenedFor, parseColor } from "../shared/contrast.ts";
import { readStored, storageKey } from "../shared/handover.ts";
import type { Handover, PanelControls } from "../shared/handover.ts";
import type { ExtrasModule } from "../extras/extras.tsx";
import type { PeopleModule } from "../people/people.tsx";
import { createConversation } from "./conversation.ts";
import { takeFiles } from "./files.ts";
import { patch } from "./dom/patch.ts";
import { keepInside } from "./focus.ts";
import { later } from "./later.ts";
import { createScroll } from "./scroll.ts";
import type { State } from "./state.ts";
import { clean, clock, direction, translator } from "./text.ts";
import { fullScreen } from "./viewport.ts";
import { CALM } from "./view/kit.tsx";
import type { Ui, View } from "./view/kit.tsx";
import { PanelView } from "./view/panel.tsx";

/** How often relative times are told anew, in milliseconds. */
const TICK = 30_000;
/** After this long without a word, say that it is still being worked on. */
const SLOW = 12_000;
/** The input grows with what is written, to this height in pixels. */
const TALLEST = 132;
const CHEVRON = "M6 9l6 6 6-6";

export function mount({ host, stage, launcher, strings }: Handover): PanelControls {
  const { locale = "", styles = "", contact = "", greeting = "", label = "" } = host.dataset;
  const language = locale || document.documentElement.lang || navigator.language;
  const t = translator(strings);
  const times = clock(language);
  const bubble = launcher.querySelector("path")?.getAttribute("d");
  let ui: Ui = CALM;

  const panel = dialog(language);
  const accent = parseColor(stage.style.getPropertyValue("--accent")) ?? WHITE;
  panel.style.setProperty("--ink", css(darkenedFor(accent, TINT)));
  const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href: styles });
  const styled = new Promise((resolve) => (sheet.onload = sheet.onerror = resolve));
  stage.append(sheet, panel);

  const scroll = createScroll(panel);
  const screen = fullScreen(panel, () => draw());
  const input = () => panel.querySelector<HTMLElement>("textarea:enabled") ?? panel.querySelector("button");

  const draw = () => {
    const state = chat.state();
    const view: View = {
      state,
      ui,
      change,
      open,
      close,
      toEnd,
      chat,
      extras,
      people,
      t,
      clock: times,
      now: Date.now(),
      trusted: { hosts: new Set([location.host, host.dataset.shop ?? "", state.apiHost ?? ""]), urls: state.links },
      greeting: clean(greeting),
      contact,
    };
    patch(panel, <PanelView view={view} />);
    for (const [name, value] of Object.entries(state.settings.colors)) panel.style.setProperty(`--${name}`, value);
    if (screen.is()) panel.setAttribute("aria-modal", "true");
    else panel.removeAttribute("aria-modal");
    growInput();
    tellLauncher(state);
    const missed = scroll.follow(state.entries.length);
    if (missed !== ui.missed) change({ missed });
  };
  const change = (next: Partial<Ui>) => {
    ui = { ...ui, ...next };
    draw();
  };
  const open = (next: Ui["sheet"]) => {
    change({ ...CALM, missed: ui.missed, slow: ui.slow, sheet: next });
    const target = next ? panel.querySelector<HTMLElement>(".sheet button, .sheet input") : input();
    target?.focus();
  };
  const toEnd = () => {
    scroll.toEnd();
    draw();
    input()?.focus();
  };

  const growInput = () => {
    const box = panel.querySelector("textarea");
    if (!box || panel.hidden) return;
    box.style.height = "auto";
    box.style.height = `${Math.min(box.scrollHeight, TALLEST)}px`;
  };

  const tellLauncher = ({ open: shown, unread, phase }: State) => {
    launcher.setAttribute("aria-expanded", String(shown));
    launcher.querySelector("path")?.setAttribute("d", shown ? CHEVRON : (bubble ?? ""));
    launcher.querySelector("span")?.toggleAttribute("hidden", shown);
    if (phase !== "ready" && !shown) return; // the count of the last page stands until this one knows better
    const name = shown ? t("close") : label || t("open");
    launcher.setAttribute("aria-label", unread > 0 ? `${name}. ${t("unread", { count: unread })}` : name);
    const badge = stage.querySelector(".badge");
    if (badge) badge.textContent = unread > 0 ? String(unread) : "";
  };

  let queued = false;
  let sent = 0;
  let slow: ReturnType<typeof setTimeout> | undefined;
  let quiet = "";
  /** Many events in one go are one drawing. */
  const onChange = (state: State) => {
    if (state.outbox.length > sent) scroll.toQuestion();
    sent = state.outbox.length;
    const waiting = state.working && !state.draft ? `waiting ${state.status ?? ""}` : "";
    if (waiting !== quiet) {
      quiet = waiting;
      clearTimeout(slow);
      ui = { ...ui, slow: false };
      if (waiting) slow = setTimeout(() => change({ slow: true }), SLOW);
    }
    if (queued) return;
    queued = true;
    queueMicrotask(() => {
      queued = false;
      draw();
    });
  };
  const chat = createConversation(host, language, onChange);
  /** Photos and proposals, what the menu opens, and people: most conversations have none of them. */
  const part = { chat, host, t, stage, language, redraw: () => draw() };
  const extras = later(host.dataset.extras ?? "", (it) => (it as ExtrasModule).createExtras(part), part.redraw);
  const people = later(host.dataset.people ?? "", (it) => (it as PeopleModule).createPeople(part), part.redraw);

  const show = async (takeFocus: boolean) => {
    chat.show(true);
    await styled;
    if (!chat.state().open) return;
    panel.hidden = false;
    screen.enter();
    scroll.toQuestion();
    draw();
    if (takeFocus) input()?.focus();
  };
  const close = () => {
    chat.show(false);
    panel.hidden = true;
    screen.leave();
    launcher.focus();
  };

  takeFiles(panel, t("photo_drop"), (files) => {
    void extras.need().then((loaded) => loaded?.photos.add(files));
  });
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Tab" && screen.is()) keepInside(panel, event);
  });
  stage.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing || !chat.state().open) return;
    if (ui.sheet) open(null);
    else close();
  });
  setInterval(() => !panel.hidden && draw(), TICK);
  draw();

  return {
    toggle() {
      if (chat.state().open) close();
      else void show(true);
    },
    resume() {
      // Covering the next page with the chat would hide what the shopper went there for.
      if (readStored("sessionStorage", storageKey(host)).open === true && !screen.is()) void show(false);
      else void chat.start();
    },
  };
}

function dialog(language: string): HTMLElement {
  const panel = document.createElement("div");
  panel.className = "panel";
  panel.hidden = true;
  panel.dir = direction(language);
  panel.lang = language;
  panel.setAttribute("role", "dialog");
  panel.setAttribute("aria-labelledby", "title");
  panel.setAttribute("aria-describedby", "disclosure");
  return panel;
}

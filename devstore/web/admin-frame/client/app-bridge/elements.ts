import type { NavItem, SaveBar, TitleBarAction } from "../protocol.ts";
import type { Parent } from "./parent.ts";

/** Buttons and links in a bar, by the id under which the admin reports that they were pressed. */
const pressable = new Map<string, HTMLElement>();
const ids = new WeakMap<HTMLElement, string>();
let lastId = 0;

export function watchBars(parent: Parent): void {
  const style = new CSSStyleSheet();
  style.replaceSync("ui-title-bar, ui-nav-menu, s-app-nav, ui-save-bar, ui-modal { display: none }");
  document.adoptedStyleSheets.push(style);
  parent.hear((message) => {
    if (message.type === "press") pressable.get(message.id)?.click();
  });
  define("ui-title-bar", (element) => reportTitleBar(parent, element));
  define("ui-nav-menu", (element) => reportNavMenu(parent, element));
  define("s-app-nav", (element) => reportNavMenu(parent, element));
}

/** A custom element that is not seen itself; what is in it is drawn by the admin, again at every change. */
function define(name: string, report: (element: HTMLElement | null) => void): void {
  customElements.define(
    name,
    class extends HTMLElement {
      readonly #observer = new MutationObserver(() => report(this));
      connectedCallback() {
        this.#observer.observe(this, { attributes: true, childList: true, characterData: true, subtree: true });
        queueMicrotask(() => this.isConnected && report(this));
      }
      disconnectedCallback() {
        this.#observer.disconnect();
        queueMicrotask(() => document.querySelector(name) ?? report(null));
      }
    },
  );
}

function reportTitleBar(parent: Parent, bar: HTMLElement | null): void {
  if (bar?.closest("ui-modal")) return;
  const controls = [...(bar?.querySelectorAll<HTMLElement>("button, a") ?? [])];
  parent.tell({ type: "titleBar", title: bar?.getAttribute("title") ?? null, actions: controls.map(describe) });
}

function describe(control: HTMLElement): TitleBarAction {
  const variant = control.getAttribute("variant");
  return {
    ...describeButton(control),
    kind: variant === "primary" || variant === "breadcrumb" ? variant : "secondary",
    group: control.closest("section")?.getAttribute("label") ?? null,
    critical: control.getAttribute("tone") === "critical",
  };
}

function describeButton(control: HTMLElement) {
  return {
    id: idOf(control),
    label: control.textContent.trim(),
    disabled: control.hasAttribute("disabled"),
    loading: control.hasAttribute("loading") && control.getAttribute("loading") !== "false",
  };
}

function idOf(control: HTMLElement): string {
  // Kept beside the element: an attribute would be one that the server did not send, and React would complain.
  const id = ids.get(control) ?? String(++lastId);
  ids.set(control, id);
  pressable.set(id, control);
  return id;
}

function reportNavMenu(parent: Parent, menu: HTMLElement | null): void {
  const items: NavItem[] = [...(menu?.querySelectorAll<HTMLAnchorElement>("a, s-link") ?? [])].map((link) => ({
    label: link.textContent.trim(),
    path: link.getAttribute("href") ?? "/",
    home: link.getAttribute("rel") === "home",
  }));
  parent.tell({ type: "navMenu", items });
}

export type SaveBarButtons = { save: HTMLElement | null; discard: HTMLElement | null };

export function describeSaveBar({ save, discard }: SaveBarButtons): SaveBar {
  return {
    save: save && { ...describeButton(save), label: save.textContent.trim() || "Save" },
    discard: discard && { ...describeButton(discard), label: discard.textContent.trim() || "Discard" },
  };
}

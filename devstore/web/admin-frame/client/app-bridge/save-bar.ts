import { describeSaveBar, type SaveBarButtons } from "./elements.ts";
import type { Parent } from "./parent.ts";

interface SaveBarElement extends HTMLElement {
  readonly showing: boolean;
  show(): Promise<void>;
  hide(): Promise<void>;
  toggle(): Promise<void>;
}

export type SaveBarApi = {
  show: (id: string) => Promise<void>;
  hide: (id: string) => Promise<void>;
  toggle: (id: string) => Promise<void>;
  leaveConfirmation: () => Promise<void>;
};

/** `ui-save-bar`, `shopify.saveBar`, and forms that carry `data-save-bar`. */
export function defineSaveBar(parent: Parent): SaveBarApi {
  /** At most one: showing a bar takes the place of another. */
  const shown = new Set<HTMLElement>();

  class UiSaveBar extends HTMLElement implements SaveBarElement {
    readonly #observer = new MutationObserver(() => this.showing && this.#report());
    get showing(): boolean {
      return shown.has(this);
    }
    connectedCallback() {
      this.#observer.observe(this, { attributes: true, childList: true, characterData: true, subtree: true });
    }
    disconnectedCallback() {
      this.#observer.disconnect();
      void this.hide();
    }
    show(): Promise<void> {
      if (this.showing) return Promise.resolve();
      shown.clear();
      shown.add(this);
      this.#report();
      this.dispatchEvent(new Event("show"));
      return Promise.resolve();
    }
    hide(): Promise<void> {
      if (!this.showing) return Promise.resolve();
      shown.delete(this);
      parent.tell({ type: "saveBar", bar: null });
      this.dispatchEvent(new Event("hide"));
      return Promise.resolve();
    }
    toggle(): Promise<void> {
      return this.showing ? this.hide() : this.show();
    }
    #report(): void {
      parent.tell({ type: "saveBar", bar: describeSaveBar(this.#buttons()) });
    }
    #buttons(): SaveBarButtons {
      const buttons = [...this.querySelectorAll<HTMLElement>("button")];
      const save = buttons.find((button) => button.getAttribute("variant") === "primary") ?? null;
      return { save, discard: buttons.find((button) => button !== save) ?? null };
    }
  }
  customElements.define("ui-save-bar", UiSaveBar);
  watchForms();

  const find = (id: string): SaveBarElement => {
    const element = document.getElementById(id);
    if (element instanceof UiSaveBar) return element;
    throw new Error(`There is no ui-save-bar with the id "${id}".`);
  };
  return {
    show: async (id) => find(id).show(),
    hide: async (id) => find(id).hide(),
    toggle: async (id) => find(id).toggle(),
    leaveConfirmation: async () => {
      if (shown.size > 0 && !(await parent.ask("leaveConfirmation", null))) return new Promise<void>(() => undefined);
    },
  };
}

/** A form with `data-save-bar` shows a bar of its own once something in it was changed; it saves by submitting. */
function watchForms(): void {
  const bars = new WeakMap<HTMLFormElement, SaveBarElement>();
  const barOf = (form: HTMLFormElement): SaveBarElement => {
    const existing = bars.get(form);
    if (existing) return existing;
    const bar = document.createElement("ui-save-bar") as SaveBarElement;
    const save = bar.appendChild(document.createElement("button"));
    const discard = bar.appendChild(document.createElement("button"));
    save.setAttribute("variant", "primary");
    save.addEventListener("click", () => form.requestSubmit());
    discard.addEventListener("click", () => form.reset());
    document.body.append(bar);
    bars.set(form, bar);
    return bar;
  };
  const formOf = (event: Event): HTMLFormElement | null =>
    event.target instanceof Element ? event.target.closest<HTMLFormElement>("form[data-save-bar]") : null;
  const dirty = (event: Event) => {
    const form = formOf(event);
    if (form) void barOf(form).show();
  };
  const clean = (event: Event) => {
    const form = formOf(event);
    if (form) void barOf(form).hide();
  };
  document.addEventListener("input", dirty);
  document.addEventListener("change", dirty);
  document.addEventListener("submit", clean);
  document.addEventListener("reset", clean);
}

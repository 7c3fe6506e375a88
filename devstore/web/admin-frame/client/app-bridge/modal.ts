interface ModalElement extends HTMLElement {
  show(): Promise<void>;
  hide(): Promise<void>;
  toggle(): Promise<void>;
}

export type ModalApi = {
  show: (id: string) => Promise<void>;
  hide: (id: string) => Promise<void>;
  toggle: (id: string) => Promise<void>;
};

const STYLE = `
  .devstore-modal { border: 0; border-radius: 16px; padding: 0; width: min(620px, calc(100vw - 32px)); box-shadow: 0 20px 40px rgb(0 0 0 / .3); font: inherit; }
  .devstore-modal::backdrop { background: rgb(0 0 0 / .5); }
  .devstore-modal header { display: flex; align-items: center; justify-content: space-between; padding: 12px 16px; background: #f3f3f3; font-weight: 650; }
  .devstore-modal footer { display: flex; justify-content: flex-end; gap: 8px; padding: 12px 16px; border-top: 1px solid #e3e3e3; }
  .devstore-modal footer:empty { display: none; }
  .devstore-modal button { font: inherit; padding: 6px 12px; border: 1px solid #8a8a8a; border-radius: 8px; background: #fff; cursor: pointer; }
  .devstore-modal button[variant=primary] { background: #303030; border-color: #303030; color: #fff; }
  .devstore-modal iframe { display: block; width: 100%; height: 60vh; border: 0; }
`;

/**
 * `ui-modal`: a dialog inside the app's page. Shopify draws it over the whole admin; ours stays inside the iframe, which is
 * enough to work with what is in it.
 */
export function defineModal(): ModalApi {
  class UiModal extends HTMLElement implements ModalElement {
    readonly #dialog = document.createElement("dialog");
    readonly #heading = document.createElement("span");
    readonly #body = document.createElement("div");
    readonly #footer = document.createElement("footer");

    /** Where React puts the modal's content; null when the modal shows a page of the app (`src`). */
    get content(): HTMLElement | undefined {
      return this.getAttribute("src") ? undefined : this.#body;
    }

    disconnectedCallback() {
      this.#dialog.remove();
    }

    show(): Promise<void> {
      if (this.#dialog.open) return Promise.resolve();
      if (!this.#dialog.isConnected) this.#build();
      this.#fill();
      this.#dialog.showModal();
      this.dispatchEvent(new Event("show"));
      return Promise.resolve();
    }

    hide(): Promise<void> {
      if (this.#dialog.open) this.#dialog.close();
      return Promise.resolve();
    }

    toggle(): Promise<void> {
      return this.#dialog.open ? this.hide() : this.show();
    }

    /** Not before it is needed: until React has taken the page over, nothing may stand in it that the server did not send. */
    #build(): void {
      const header = document.createElement("header");
      const close = document.createElement("button");
      close.textContent = "×";
      close.setAttribute("aria-label", "Close");
      close.addEventListener("click", () => void this.hide());
      header.append(this.#heading, close);
      this.#dialog.className = "devstore-modal";
      this.#dialog.replaceChildren(header, this.#body, this.#footer);
      this.#dialog.onclose = () => this.dispatchEvent(new Event("hide"));
      const style = document.createElement("style");
      style.textContent = STYLE;
      document.body.append(style, this.#dialog);
    }

    #fill(): void {
      const titleBar = this.querySelector("ui-title-bar");
      this.#heading.textContent = titleBar?.getAttribute("title") ?? "";
      this.#dialog.setAttribute("aria-label", titleBar?.getAttribute("title") ?? "Dialog");
      const buttons = [...(titleBar?.querySelectorAll<HTMLElement>("button") ?? [])].map((original) => {
        const button = document.createElement("button");
        button.textContent = original.textContent;
        for (const name of ["variant", "tone", "disabled"]) {
          if (original.hasAttribute(name)) button.setAttribute(name, original.getAttribute(name) ?? "");
        }
        button.addEventListener("click", () => original.click());
        return button;
      });
      this.#footer.replaceChildren(...buttons.reverse());
      const src = this.getAttribute("src");
      if (src) {
        const frame = document.createElement("iframe");
        frame.src = src;
        frame.title = this.#heading.textContent;
        this.#body.replaceChildren(frame);
        return;
      }
      // Content that was not put there by React is moved; React's own portal is already in place.
      for (const child of [...this.childNodes]) {
        const isBar = child instanceof HTMLElement && /^UI-(TITLE|SAVE)-BAR$/.test(child.tagName);
        const isEmpty = child instanceof HTMLElement && child.tagName === "DIV" && child.childNodes.length === 0;
        if (!isBar && !isEmpty) this.#body.append(child);
      }
    }
  }
  customElements.define("ui-modal", UiModal);

  const find = (id: string): ModalElement => {
    const element = document.getElementById(id);
    if (element instanceof UiModal) return element;
    throw new Error(`There is no ui-modal with the id "${id}".`);
  };
  return {
    show: async (id) => find(id).show(),
    hide: async (id) => find(id).hide(),
    toggle: async (id) => find(id).toggle(),
  };
}

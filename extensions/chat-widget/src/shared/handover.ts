/** What the loader and the panel agree on. The panel is a module, so nothing of it needs a global name. */
import type en from "../../locales/en.default.json";

export type Strings = (typeof en)["chat"];

export type Handover = {
  /** The element of the Liquid block; its data attributes are the merchant's settings. */
  host: HTMLElement;
  /** The positioned box in the shadow root that holds the launcher and will hold the panel. */
  stage: HTMLElement;
  launcher: HTMLButtonElement;
  strings: Strings;
};

export type PanelControls = {
  toggle: () => void;
  /** Takes up where the last page left off: shows the panel again, or only follows the conversation for the badge. */
  resume: () => void;
};

export type PanelModule = { mount: (handover: Handover) => PanelControls };

/** What one tab remembers from page to page, in sessionStorage under `storageKey`. */
export type Visit = {
  open?: boolean;
  unread?: number;
  /** A reply is on its way (from the agent or a person), so the next page should follow without being asked. */
  follow?: boolean;
  /** What is written but not sent. */
  draft?: string;
  /** What is sent but not acknowledged. */
  outbox?: { id: string; text: string; photos?: unknown }[];
};

export function storageKey(host: HTMLElement): string {
  return `wherewithal:${host.dataset.shop ?? ""}`;
}

/** Storage is refused in some private windows and frames; the chat works without memory there. */
export function readStored(storage: "localStorage" | "sessionStorage", key: string): Record<string, unknown> {
  try {
    return (JSON.parse(window[storage].getItem(key) as string) ?? {}) as Record<string, unknown>;
  } catch {
    return {};
  }
}

export function writeStored(storage: "localStorage" | "sessionStorage", key: string, value: object): void {
  try {
    window[storage].setItem(key, JSON.stringify(value));
  } catch {
    // Nothing to do: see readStored.
  }
}

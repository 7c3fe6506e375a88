/**
 * Draws the launcher and fetches the panel when a shopper reaches for it. This file is on every page of the shop, so it
 * is small, asks for nothing over the network by itself, and leaves nothing behind on `window`.
 */
import css from "./launcher.css";
import { luminance, parseColor } from "../shared/contrast.ts";
import { readStored, storageKey } from "../shared/handover.ts";
import type { PanelControls, PanelModule, Strings, Visit } from "../shared/handover.ts";

const DEFAULT_ACCENT = "#3454d1";
const SVG = "http://www.w3.org/2000/svg";
const BUBBLE = "M21 11.5a8.5 8.5 0 0 1-12.3 7.6L3 21l1.9-5.7A8.5 8.5 0 1 1 21 11.5z";
/** A page that takes up a conversation gets itself done first. */
const AFTER_LOAD = 300;

function draw(host: HTMLElement): void {
  const data = host.dataset;
  const strings = JSON.parse(host.firstElementChild?.textContent ?? "") as Strings;
  const { unread, open, follow }: Visit = readStored("sessionStorage", storageKey(host));

  const add = (parent: Node, tag: string, className: string, text = "") =>
    parent.appendChild(Object.assign(document.createElement(tag), { className, textContent: text }));
  const root = host.attachShadow({ mode: "open" });
  add(root, "style", "", css);
  const stage = add(root, "div", "stage " + (data.position === "bottom_left" ? "left" : "right"));
  stage.setAttribute("role", "region");
  stage.setAttribute("aria-label", strings.name);
  const accent = parseColor(data.accent ?? "") ? data.accent : DEFAULT_ACCENT;
  const dark = luminance(parseColor(accent as string) ?? [0, 0, 0]) < 0.183; // where white on it has a contrast of 4.5
  stage.style.cssText = `--accent:${accent};--on-accent:${dark ? "#fff" : "#000"};--x:${pixels(data.offsetX)};--y:${pixels(data.offsetY)}`;

  const launcher = add(stage, "button", "launcher") as HTMLButtonElement;
  const set = (name: string, value: string) => launcher.setAttribute("aria-" + name, value);
  set("expanded", "false");
  const name = data.label || strings.open;
  set("label", unread ? `${name}. ${strings.unread.replace("{count}", String(unread))}` : name);
  const svg = launcher.appendChild(document.createElementNS(SVG, "svg"));
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.appendChild(document.createElementNS(SVG, "path")).setAttribute("d", BUBBLE);
  if (data.label) add(launcher, "span", "", data.label);
  add(stage, "b", "badge", unread ? String(unread) : "").ariaHidden = "true";

  let panel: Promise<PanelControls> | null = null;
  let tries = "";
  const load = () => {
    // A browser may remember a failed import by its address, which is why a later try has another one.
    panel =
      panel ||
      import(`${data.panel ?? ""}${tries}`).then((module: PanelModule) =>
        module.mount({ host, stage, launcher, strings }),
      );
    void panel.catch(() => {
      panel = null;
      tries += "#";
    });
    return panel;
  };
  const prefetch = () => void load().catch(() => {});
  launcher.onclick = () => {
    set("busy", "true");
    void load()
      .then((controls) => controls.toggle())
      .catch(() => {})
      .then(() => set("busy", "false"));
  };
  launcher.onpointerenter = launcher.onfocus = prefetch;
  const resume = () => {
    load()
      .then((controls) => controls.resume())
      .catch(() => {});
  };
  if (open || follow) setTimeout(resume, AFTER_LOAD);
}

function pixels(setting: string | undefined): string {
  return `${Number(setting) || 20}px`;
}

const host = document.querySelector<HTMLElement>("[data-wherewithal-chat]");
if (host && !host.shadowRoot) draw(host);

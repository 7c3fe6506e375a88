import { appPath } from "../protocol.ts";
import type { Parent } from "./parent.ts";

const NAVIGATE = "shopify:navigate";

export type Embedding = { host: string; shop: string; locale: string };

/** Keeps the admin's address in step with the app's, and lets the admin and `open()` move the app. */
export function patchNavigation(parent: Parent, embedding: Embedding): void {
  const routerListens = countRouterListeners();
  const report = () => parent.tell({ type: "location", path: appPath(new URL(location.href)) });
  for (const method of ["pushState", "replaceState"] as const) {
    const plain = history[method].bind(history);
    history[method] = (...args) => {
      plain(...args);
      report();
    };
  }
  window.addEventListener("popstate", report);
  window.addEventListener("hashchange", report);

  const go = async (path: string) => {
    if (routerListens() && navigateByRouter(path)) return;
    location.assign(await embeddedUrl(path, parent, embedding));
  };
  parent.hear((message) => {
    if (message.type === "navigate") void go(message.path);
  });

  const plainOpen = window.open.bind(window);
  window.open = (url, target, features) => {
    const destination = classify(String(url ?? ""));
    if (destination.kind === "admin") parent.tell({ type: "open", url: destination.url, target: target ?? "_blank" });
    else if (destination.kind === "app" && target === "_self") void go(destination.path);
    else return plainOpen(url, target, features);
    return null;
  };
  document.addEventListener("click", (event) => {
    const anchor = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    const destination = anchor ? classify(anchor.getAttribute("href") ?? "") : null;
    if (!anchor || destination?.kind !== "admin" || event.defaultPrevented) return;
    event.preventDefault();
    parent.tell({ type: "open", url: destination.url, target: anchor.target || "_top" });
  });
  report();
}

type Destination = { kind: "admin"; url: string } | { kind: "app"; path: string } | { kind: "elsewhere" };

/** Where an address leads: into the admin around us, into our app, or out. */
function classify(url: string): Destination {
  if (url.startsWith("shopify:")) return { kind: "admin", url };
  const parsed = URL.canParse(url, location.href) ? new URL(url, location.href) : null;
  if (!parsed) return { kind: "elsewhere" };
  const isAdmin =
    parsed.hostname === "admin.shopify.com" ||
    (parsed.hostname.endsWith(".myshopify.com") && parsed.pathname.startsWith("/admin"));
  if (isAdmin) return { kind: "admin", url: parsed.href };
  return parsed.origin === location.origin ? { kind: "app", path: appPath(parsed) } : { kind: "elsewhere" };
}

/** An app's router hears of navigation by an event on the link; without a listener the page is loaded anew. */
function navigateByRouter(path: string): boolean {
  const known = [...document.querySelectorAll<HTMLAnchorElement>("ui-nav-menu a, s-app-nav a")];
  let anchor = known.find((link) => link.getAttribute("href") === path);
  const temporary = anchor ? null : document.body.appendChild(document.createElement("a"));
  if (temporary) {
    temporary.href = path;
    temporary.hidden = true;
    anchor = temporary;
  }
  const heard = anchor?.dispatchEvent(new CustomEvent(NAVIGATE, { bubbles: true, composed: true })) ?? false;
  temporary?.remove();
  return heard;
}

function countRouterListeners(): () => boolean {
  let count = 0;
  for (const target of [window, document]) {
    const add = target.addEventListener.bind(target);
    const remove = target.removeEventListener.bind(target);
    target.addEventListener = (
      type: string,
      ...rest: [EventListenerOrEventListenerObject, (boolean | AddEventListenerOptions)?]
    ) => {
      if (type === NAVIGATE) count++;
      add(type, ...rest);
    };
    target.removeEventListener = (
      type: string,
      ...rest: [EventListenerOrEventListenerObject, (boolean | EventListenerOptions)?]
    ) => {
      if (type === NAVIGATE) count--;
      remove(type, ...rest);
    };
  }
  return () => count > 0;
}

/** A page of the app as the admin loads it: with the embedding parameters and a fresh id token. */
export async function embeddedUrl(path: string, parent: Parent, embedding: Embedding): Promise<string> {
  const url = new URL(path, location.origin);
  for (const [name, value] of Object.entries({ embedded: "1", ...embedding })) url.searchParams.set(name, value);
  url.searchParams.set("id_token", await parent.ask("idToken", null));
  return url.href;
}

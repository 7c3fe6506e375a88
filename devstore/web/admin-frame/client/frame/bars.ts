import type { NavItem, TitleBarAction } from "../protocol.ts";

const title = document.getElementById("page-title");
const breadcrumb = document.getElementById("breadcrumb");
const actionArea = document.getElementById("title-actions");
const appNav = document.getElementById("app-nav");

export function drawTitleBar(text: string | null, actions: TitleBarAction[], press: (id: string) => void): void {
  if (title) title.textContent = text ?? "";
  document.title = [text, document.body.dataset["appName"], document.body.dataset["shopName"]]
    .filter(Boolean)
    .join(" · ");
  const buttons = actions.map((action) => [action, button(action, press)] as const);
  breadcrumb?.replaceChildren(...buttons.filter(([{ kind }]) => kind === "breadcrumb").map(([, element]) => element));
  const secondary = buttons.filter(([{ kind, group }]) => kind === "secondary" && group === null);
  const primary = buttons.filter(([{ kind }]) => kind === "primary");
  const groups = [...new Set(actions.flatMap(({ group }) => group ?? []))].map((name) => menu(name, buttons));
  actionArea?.replaceChildren(...[...secondary, ...primary].map(([, element]) => element), ...groups);
}

function button(action: TitleBarAction, press: (id: string) => void): HTMLButtonElement {
  const element = document.createElement("button");
  element.type = "button";
  element.className = `button ${action.kind}${action.critical ? " critical" : ""}`;
  element.textContent = action.label;
  element.disabled = action.disabled || action.loading;
  element.addEventListener("click", () => press(action.id));
  return element;
}

function menu(name: string, buttons: (readonly [TitleBarAction, HTMLButtonElement])[]): HTMLElement {
  const details = document.createElement("details");
  details.className = "menu";
  const summary = details.appendChild(document.createElement("summary"));
  summary.className = "button secondary";
  summary.textContent = name;
  const list = details.appendChild(document.createElement("div"));
  list.append(...buttons.filter(([{ group }]) => group === name).map(([, element]) => element));
  list.addEventListener("click", () => details.removeAttribute("open"));
  return details;
}

let paths: string[] = [];
let here = "";

export function drawAppNav(items: NavItem[], navigate: (path: string) => void, basePath: string): void {
  const visible = items.filter(({ home }) => !home);
  paths = visible.map(({ path }) => path);
  const entries = visible.map(({ label, path }) => {
    const entry = document.createElement("li");
    const link = entry.appendChild(document.createElement("a"));
    link.href = basePath + path;
    link.textContent = label;
    link.dataset["path"] = path;
    link.addEventListener("click", (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      navigate(path);
    });
    return entry;
  });
  appNav?.replaceChildren(...entries);
  markAppNav(here);
}

/** Where the app is now. The entry whose path is the longest that it begins with is marked. */
export function markAppNav(path: string): void {
  here = path.split(/[?#]/)[0] ?? "";
  const matching = paths.filter((entry) => here === entry || here.startsWith(`${entry}/`));
  const current = matching.sort((a, b) => b.length - a.length)[0];
  for (const link of appNav?.querySelectorAll("a") ?? []) {
    if (link.dataset["path"] === current) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

/** The admin around the app: address, title bar, navigation, save bar, toasts, and the answers to what the app asks. */
import {
  type AppMessage,
  type FrameMessage,
  type PickedResource,
  type Question,
  type Questions,
  seal,
  unseal,
} from "../protocol.ts";
import { drawAppNav, drawTitleBar, markAppNav } from "./bars.ts";
import { pickResources } from "./resource-picker.ts";
import { drawSaveBar, flashSaveBar } from "./save-bar.ts";
import { hideToast, showToast } from "./toasts.ts";

type FrameConfig = { appOrigin: string; basePath: string; storeHandle: string };

const config = JSON.parse(document.getElementById("frame-config")?.textContent ?? "{}") as FrameConfig;
const frame = document.querySelector<HTMLIFrameElement>("iframe[data-app]");
const progress = document.getElementById("progress");
let unsaved = false;

const send = (message: FrameMessage) => frame?.contentWindow?.postMessage(seal(message), config.appOrigin);

type Answers = { [Asked in Question]: (given: Questions[Asked]["given"]) => Promise<Questions[Asked]["answer"]> };

const answers: Answers = {
  idToken: async () => (await getJson<{ token: string }>("/admin/_frame/session-token")).token,
  extensions: () => getJson<unknown[]>("/admin/_frame/extensions"),
  scopes: () => getJson<string[]>("/admin/_frame/scopes"),
  leaveConfirmation: () => Promise.resolve(mayLeave()),
  resources: (options) =>
    pickResources(options, (type, query) =>
      getJson<PickedResource[]>(`/admin/_frame/resources?${String(new URLSearchParams({ type, query }))}`),
    ),
};

const handlers: { [Type in AppMessage["type"]]: (message: Extract<AppMessage, { type: Type }>) => void } = {
  location: ({ path }) => {
    setLoading(false);
    const address = config.basePath + (path === "/" ? "" : path);
    if (address !== location.pathname + location.search + location.hash) history.replaceState(null, "", address);
    markAppNav(path);
  },
  titleBar: ({ title, actions }) => drawTitleBar(title, actions, press),
  navMenu: ({ items }) => drawAppNav(items, navigate, config.basePath),
  saveBar: ({ bar }) => {
    unsaved = bar !== null;
    drawSaveBar(bar, press);
  },
  toast: ({ toast }) =>
    showToast(toast, {
      action: () => send({ type: "toastAction", id: toast.id }),
      dismissed: () => send({ type: "toastDismissed", id: toast.id }),
    }),
  hideToast: ({ id }) => hideToast(id),
  loading: ({ on }) => setLoading(on),
  open: ({ url, target }) => openInAdmin(url, target),
  ask: ({ id, question, given }) =>
    // Each question comes with what its own answer takes.
    void (answers[question] as (given: unknown) => Promise<unknown>)(given).then((value) =>
      send({ type: "answer", id, value }),
    ),
};

window.addEventListener("message", (event) => {
  if (event.source !== frame?.contentWindow || event.origin !== config.appOrigin) return;
  const message = unseal(event.data) as AppMessage | null;
  // Each handler takes the message of its own type.
  if (message) (handlers[message.type] as (message: AppMessage) => void)(message);
});
window.addEventListener("beforeunload", (event) => {
  if (unsaved) event.preventDefault();
});
frame?.addEventListener("load", () => setLoading(false));
setLoading(true);
// Only now is there somebody to answer what the app asks first.
if (frame?.dataset["src"]) frame.src = frame.dataset["src"];

function press(id: string): void {
  send({ type: "press", id });
}

function navigate(path: string): void {
  document.body.classList.remove("nav-open");
  if (mayLeave()) send({ type: "navigate", path });
}

function mayLeave(): boolean {
  if (unsaved) flashSaveBar();
  return !unsaved;
}

/** `shopify://admin/…`, `https://admin.shopify.com/store/{handle}/…` and `https://{shop}/admin/…` are pages of this admin. */
function openInAdmin(url: string, target: string): void {
  const inAdmin =
    /^shopify:\/*admin(\/.*)?$/i.exec(url)?.[1] ??
    /^https:\/\/admin\.shopify\.com\/store\/[^/]+(\/.*)?$/i.exec(url)?.[1] ??
    /^https:\/\/[^/]+\.myshopify\.com\/admin(\/.*)?$/i.exec(url)?.[1];
  const destination = inAdmin === undefined ? url : `/admin${inAdmin}`;
  if (target === "_blank") window.open(destination, "_blank", "noopener");
  else location.assign(destination);
}

function setLoading(on: boolean): void {
  progress?.toggleAttribute("hidden", !on);
}

async function getJson<Value>(path: string): Promise<Value> {
  const response = await fetch(path, { headers: { accept: "application/json" } });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return (await response.json()) as Value;
}

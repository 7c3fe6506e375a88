/**
 * A small stand-in for Shopify's App Bridge, served as `/app-bridge.js` and loaded inside the app's iframe in the place of
 * https://cdn.shopify.com/shopifycloud/app-bridge.js. What it leaves out is said where it is asked for.
 */
import { patchFetch } from "./authenticated-fetch.ts";
import { watchBars } from "./elements.ts";
import { defineModal } from "./modal.ts";
import { type Embedding, embeddedUrl, patchNavigation } from "./navigation.ts";
import { connectToParent, type Parent } from "./parent.ts";
import { defineSaveBar } from "./save-bar.ts";

const REMEMBERED = "devstore-embedding";
const TOAST_MS = 5000;

type ToastOptions = {
  duration?: number;
  isError?: boolean;
  action?: string;
  onAction?: () => void;
  onDismiss?: () => void;
};

const script = document.currentScript;
if (!(script instanceof HTMLScriptElement))
  throw new Error("App Bridge must be a plain script, neither a module nor deferred.");
const adminOrigin = new URL(script.src).origin;
const apiKey =
  script.dataset["apiKey"] ?? document.querySelector<HTMLMetaElement>("meta[name=shopify-api-key]")?.content ?? "";
if (!("shopify" in window)) start(apiKey);

function start(key: string): void {
  if (window.parent === window) {
    // Opened on its own, the app goes to where it belongs: into the admin.
    location.replace(`${adminOrigin}/admin/apps/${key}${location.pathname}`);
    return;
  }
  const parent = connectToParent(adminOrigin);
  const embedding = rememberEmbedding();
  const idToken = () => parent.ask("idToken", null);
  const reload = new URL(location.href).searchParams.get("shopify-reload");
  if (reload) return void reloadWithToken(reload, parent, embedding);
  patchFetch(idToken);
  patchNavigation(parent, embedding);
  watchBars(parent);
  Object.defineProperty(window, "shopify", { value: shopifyGlobal(key, parent, embedding, idToken), enumerable: true });
}

/** The app's server had no token to go by and sent us here to fetch one. */
async function reloadWithToken(reload: string, parent: Parent, embedding: Embedding): Promise<void> {
  const url = new URL(reload);
  if (url.origin !== location.origin) return;
  location.replace(await embeddedUrl(url.pathname + url.search, parent, embedding));
}

/** The first page is loaded with shop and host in its address; later ones may not be. */
function rememberEmbedding(): Embedding {
  const query = new URLSearchParams(location.search);
  const remembered = JSON.parse(sessionStorage.getItem(REMEMBERED) ?? "{}") as Partial<Embedding>;
  const embedding = {
    host: query.get("host") ?? remembered.host ?? "",
    shop: query.get("shop") ?? remembered.shop ?? "",
    locale: query.get("locale") ?? remembered.locale ?? "en",
  };
  sessionStorage.setItem(REMEMBERED, JSON.stringify(embedding));
  return embedding;
}

function shopifyGlobal(key: string, parent: Parent, embedding: Embedding, idToken: () => Promise<string>) {
  const saveBar = defineSaveBar(parent);
  const modal = defineModal();
  return {
    config: { apiKey: key, ...embedding, appOrigins: [], disabledFeatures: [], experimentalFeatures: [] },
    origin: adminOrigin,
    ready: Promise.resolve(),
    environment: { embedded: true, mobile: false, pos: false, intent: false },
    idToken,
    user: () => Promise.resolve({ accountAccess: "full" }),
    loading: (on = false) => parent.tell({ type: "loading", on }),
    toast: toastApi(parent),
    saveBar,
    modal,
    app: { extensions: () => parent.ask("extensions", null) },
    scopes: {
      query: async () => ({ granted: await parent.ask("scopes", null), required: [], optional: [] }),
      request: () => notHere("scopes.request"),
      revoke: () => notHere("scopes.revoke"),
    },
    resourcePicker: pickerApi(parent),
    picker: () => notHere("picker"),
    reviews: {
      request: () => Promise.resolve({ success: false, code: "merchant-ineligible", message: "Not in the devstore." }),
    },
    support: { registerHandler: () => Promise.resolve() },
    webVitals: { onReport: () => Promise.resolve() },
    intents: { register: () => () => undefined },
    setSignals: () => undefined,
  };
}

type ResourcePickerOptions = {
  type?: string;
  multiple?: boolean | number;
  query?: string;
  selectionIds?: { id: string }[];
};

/** Products and collections; variants are not to choose from here. */
function pickerApi(parent: Parent) {
  return async ({ type, multiple = false, query = "", selectionIds = [] }: ResourcePickerOptions) => {
    if (type !== "product" && type !== "collection") return notHere(`resourcePicker for ${String(type)}`);
    const selectedIds = selectionIds.map(({ id }) => id);
    const picked = await parent.ask("resources", { type, multiple: multiple !== false, query, selectedIds });
    return picked ?? undefined;
  };
}

function toastApi(parent: Parent) {
  const shown = new Map<string, ToastOptions>();
  let count = 0;
  parent.hear((message) => {
    if (message.type === "toastAction") shown.get(message.id)?.onAction?.();
    if (message.type !== "toastDismissed") return;
    shown.get(message.id)?.onDismiss?.();
    shown.delete(message.id);
  });
  return {
    show: (message: string, options: ToastOptions = {}): string => {
      const id = String(++count);
      shown.set(id, options);
      const { isError = false, duration = TOAST_MS, action = null } = options;
      parent.tell({ type: "toast", toast: { id, message, isError, durationMs: duration, action } });
      return id;
    },
    hide: (id: string) => parent.tell({ type: "hideToast", id }),
  };
}

function notHere(what: string): Promise<never> {
  return Promise.reject(new Error(`shopify.${what} is not part of the devstore's stand-in for App Bridge.`));
}

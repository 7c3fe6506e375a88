/**
 * What the admin frame and the App Bridge stand-in inside the app's iframe say to each other by `postMessage`.
 * Paths are the app's own (`/app/settings?tab=2`), without the parameters that embedding adds.
 */
export type TitleBarAction = {
  id: string;
  label: string;
  kind: "primary" | "secondary" | "breadcrumb";
  /** The label of the menu the action belongs to, if it is in one. */
  group: string | null;
  critical: boolean;
  disabled: boolean;
  loading: boolean;
};

export type NavItem = { label: string; path: string; home: boolean };

export type SaveBar = {
  save: { id: string; label: string; disabled: boolean; loading: boolean } | null;
  discard: { id: string; label: string; disabled: boolean; loading: boolean } | null;
};

export type Toast = { id: string; message: string; isError: boolean; durationMs: number; action: string | null };

export type PickerOptions = {
  type: "product" | "collection";
  multiple: boolean;
  query: string;
  selectedIds: string[];
};
export type PickedResource = { id: string; title: string; handle: string };

/** Questions the app asks, with what each gives to go by and the type of its answer. */
export type Questions = {
  idToken: { given: null; answer: string };
  extensions: { given: null; answer: unknown[] };
  scopes: { given: null; answer: string[] };
  leaveConfirmation: { given: null; answer: boolean };
  /** Null when nothing was chosen. */
  resources: { given: PickerOptions; answer: PickedResource[] | null };
};
export type Question = keyof Questions;

export type AppMessage =
  | { type: "location"; path: string }
  | { type: "titleBar"; title: string | null; actions: TitleBarAction[] }
  | { type: "navMenu"; items: NavItem[] }
  | { type: "saveBar"; bar: SaveBar | null }
  | { type: "toast"; toast: Toast }
  | { type: "hideToast"; id: string }
  | { type: "loading"; on: boolean }
  | { type: "open"; url: string; target: string }
  | { [Asked in Question]: { type: "ask"; id: number; question: Asked; given: Questions[Asked]["given"] } }[Question];

export type FrameMessage =
  | { type: "navigate"; path: string }
  | { type: "press"; id: string }
  | { type: "toastAction"; id: string }
  | { type: "toastDismissed"; id: string }
  | { type: "answer"; id: number; value: unknown };

type Envelope<Message> = { devstoreAppBridge: Message };

export function seal<Message extends AppMessage | FrameMessage>(message: Message): Envelope<Message> {
  return { devstoreAppBridge: message };
}

/** The message in a `postMessage` event's data, or null when it is somebody else's. Both ends check window and origin first. */
export function unseal(data: unknown): AppMessage | FrameMessage | null {
  if (typeof data !== "object" || data === null || !("devstoreAppBridge" in data)) return null;
  // The other end is this same folder's code.
  return data.devstoreAppBridge as AppMessage | FrameMessage;
}

/** Parameters that embedding adds to the app's URL, which are not part of where the merchant is in the app. */
const EMBEDDING_PARAMS = [
  "embedded",
  "hmac",
  "host",
  "id_token",
  "locale",
  "session",
  "shop",
  "timestamp",
  "protocol",
  "appLoadId",
];

export function appPath(url: URL): string {
  const query = new URLSearchParams(url.search);
  for (const name of EMBEDDING_PARAMS) query.delete(name);
  const search = query.toString();
  return url.pathname + (search ? `?${search}` : "") + url.hash;
}

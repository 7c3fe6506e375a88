/** Photos on their way: chosen, uploading, ready to be sent; and pictures of those the server has. */
import type { Conversation } from "../panel/conversation.ts";
import type { Photo } from "../panel/decode.ts";
import { prepare } from "./prepare.ts";
import { upload } from "./upload.ts";
import type { UploadFailure } from "./upload.ts";

/** Photos that one message takes, and bytes that one photo may have after it was made smaller: as the server counts. */
export const MOST_PHOTOS = 5;
const MOST_BYTES = 10 * 1024 * 1024;

export type Chosen = {
  key: number;
  file: File;
  /** Shows the file itself. */
  url: string;
  share: number;
  reason: UploadFailure | null;
  photo: Photo | null;
  /** The conversation it was uploaded to. */
  conversation: string | null;
  cancel: AbortController;
};

export type Photos = {
  add: (files: File[]) => void;
  remove: (key: number) => void;
  retry: (key: number) => void;
  /** Of all that is chosen: `busy` while any is on its way, `ready` when there is something to send. */
  standing: () => "none" | "busy" | "ready";
  /** What can be sent now; it is no longer chosen then. */
  take: () => Photo[];
  chosen: () => readonly Chosen[];
  /** More were offered than a message takes. */
  tooMany: () => boolean;
  /** An address that shows a photo the server has, null until it is fetched. */
  picture: (id: string) => string | null;
};

export function createPhotos({ chat, redraw }: { chat: Conversation; redraw: () => void }): Photos {
  const pictures = new Map<string, string | null>();
  let all: Chosen[] = [];
  let keys = 0;
  let refused = false;

  /** A new conversation knows nothing of what was uploaded to the last one. */
  const chosen = () => (all = all.filter(({ conversation }) => !conversation || conversation === chat.id()));

  const send = async (one: Chosen) => {
    Object.assign(one, { share: 0, reason: null });
    redraw();
    const photo = await prepare(one.file);
    const onProgress = (share: number) => {
      one.share = share;
      redraw();
    };
    const outcome =
      photo.size > MOST_BYTES
        ? { ok: false as const, reason: "photo_too_large" as const }
        : await upload(chat.api, photo, onProgress, one.cancel.signal);
    if (outcome.ok) {
      one.photo = outcome.photo;
      one.conversation = chat.id();
      pictures.set(outcome.photo.id, one.url);
    } else one.reason = outcome.reason;
    redraw();
  };

  const drop = (key: number) => {
    all = all.filter((one) => one.key !== key);
    refused = false;
  };

  return {
    chosen,
    tooMany: () => refused,
    add(files) {
      const room = MOST_PHOTOS - chosen().length;
      refused = files.length > room;
      const added = files.slice(0, room).map((file) => ({
        key: ++keys,
        file,
        url: URL.createObjectURL(file),
        share: 0,
        reason: null,
        photo: null,
        conversation: null,
        cancel: new AbortController(),
      }));
      all = [...all, ...added];
      redraw();
      // One after the other: a phone's line is no faster for several at once, and its memory is small.
      void added.reduce<Promise<void>>(
        (before, one) => before.then(() => (one.cancel.signal.aborted ? undefined : send(one))),
        Promise.resolve(),
      );
    },
    remove(key) {
      const gone = all.find((one) => one.key === key);
      drop(key);
      gone?.cancel.abort();
      if (gone) URL.revokeObjectURL(gone.url);
      redraw();
    },
    retry(key) {
      const again = all.find((one) => one.key === key);
      if (again) void send(again);
    },
    standing() {
      const now = chosen();
      if (now.some(({ photo, reason }) => !photo && !reason)) return "busy";
      return now.some(({ photo }) => photo) ? "ready" : "none";
    },
    take() {
      const ready = chosen().filter(({ photo }) => photo);
      for (const { key } of ready) drop(key);
      return ready.flatMap(({ photo }) => photo ?? []);
    },
    picture(id) {
      if (!pictures.has(id)) {
        pictures.set(id, null);
        void fetchPicture(chat, id).then((url) => {
          if (url) pictures.set(id, url);
          redraw();
        });
      }
      return pictures.get(id) ?? null;
    },
  };
}

/** The picture is read with the conversation's token, which an image's address cannot carry. */
async function fetchPicture(chat: Conversation, id: string): Promise<string | null> {
  const outcome = await chat.api.read(`attachments/${encodeURIComponent(id)}`, "image/*", new AbortController().signal);
  const blob = outcome.ok ? await outcome.response.blob().catch(() => null) : null;
  return blob?.type.startsWith("image/") ? URL.createObjectURL(blob) : null;
}

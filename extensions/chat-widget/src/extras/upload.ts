/** Sends one photo. `fetch` does not tell how much has gone, which is why this is an XMLHttpRequest. */
import type { Api } from "../panel/api.ts";
import { bag, photosOf } from "../panel/decode.ts";
import type { Photo, Session } from "../panel/decode.ts";

export type UploadFailure = "photo_failed" | "photo_too_large" | "photo_unreadable" | "photo_full" | "too_fast";
export type Uploaded = { ok: true; photo: Photo } | { ok: false; reason: UploadFailure };

const REASONS: Record<number, UploadFailure> = {
  409: "photo_full",
  413: "photo_too_large",
  415: "photo_unreadable",
  422: "photo_unreadable",
  429: "too_fast",
};

/** @param onProgress share that has gone, 0 to 1 */
export async function upload(
  api: Api,
  photo: Blob,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Uploaded> {
  const session = await api.session();
  let answer = session && (await post(session, photo, onProgress, signal));
  if (answer?.status === 401) {
    const renewed = await api.session(session ?? undefined);
    answer = renewed && (await post(renewed, photo, onProgress, signal));
  }
  if (answer?.status !== 201) return { ok: false, reason: REASONS[answer?.status ?? 0] ?? "photo_failed" };
  const [stored] = photosOf([{ ...answer.body, id: answer.body.attachmentId }]);
  return stored ? { ok: true, photo: stored } : { ok: false, reason: "photo_failed" };
}

type Answer = { status: number; body: Record<string, unknown> };

function post(session: Session, photo: Blob, onProgress: (share: number) => void, signal: AbortSignal) {
  return new Promise<Answer | null>((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", `${session.apiBase}/api/chat/attachments`);
    request.setRequestHeader("Authorization", `Bearer ${session.token}`);
    request.timeout = 120_000;
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onload = () => resolve({ status: request.status, body: parse(request.responseText) });
    request.onerror = request.onabort = request.ontimeout = () => resolve(null);
    signal.addEventListener("abort", () => request.abort());
    const form = new FormData();
    form.set("file", photo, "photo");
    request.send(form);
  });
}

function parse(text: string): Record<string, unknown> {
  try {
    return bag(JSON.parse(text));
  } catch {
    return {};
  }
}

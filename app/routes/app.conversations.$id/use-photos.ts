import { useState } from "react";
import type { ShownPhoto } from "../../components/photos.tsx";
import { deskTexts } from "./desk.texts.ts";

type Stored = { kind: "stored"; photo: ShownPhoto } | { kind: "not_an_image" | "not_decodable" | "full" | "gone" };
const FAILED = deskTexts.composer.photoFailed;

/** Photos that go with the next reply. */
export function usePhotos(conversationId: string) {
  const [photos, setPhotos] = useState<ShownPhoto[]>([]);
  const [uploading, setUploading] = useState(0);
  const [trouble, setTrouble] = useState<string | null>(null);

  async function add(file: File): Promise<void> {
    setUploading((count) => count + 1);
    setTrouble(null);
    const stored = await upload(conversationId, file);
    setUploading((count) => count - 1);
    if (typeof stored === "string") setTrouble(stored);
    else setPhotos((before) => [...before, stored]);
  }
  return {
    photos,
    add,
    trouble,
    isUploading: uploading > 0,
    remove: (id: string) => setPhotos((before) => before.filter((photo) => photo.id !== id)),
    clear: () => setPhotos([]),
  };
}

/** @returns the photo, or why there is none */
async function upload(conversationId: string, file: File): Promise<ShownPhoto | string> {
  try {
    const body = new FormData();
    body.append("photo", file);
    const response = await fetch(`/app/conversations/${conversationId}/photos`, { method: "POST", body });
    if (response.status === 413) return FAILED.too_large;
    if (!response.ok) return FAILED.failed;
    const stored = (await response.json()) as Stored;
    if (stored.kind === "stored") return stored.photo;
    return stored.kind === "gone" ? FAILED.failed : FAILED[stored.kind];
  } catch {
    return FAILED.failed;
  }
}

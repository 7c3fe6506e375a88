import { randomUUID } from "node:crypto";
import type { ConversationKey } from "../../identity/scope.ts";
import { db, sql } from "../../platform/db.server.ts";
import { cleanPhoto } from "./clean-photo.server.ts";

/** Photos of one conversation that the shopper uploaded, sent or not; people may add as many. */
export const MOST_PHOTOS = 20;

export type StoreOutcome =
  | { kind: "stored"; attachmentId: string; width: number; height: number }
  | { kind: "not_an_image" }
  | { kind: "not_decodable" }
  | { kind: "full" };

/** Cleans and keeps a photo until a message of the same conversation, and of the same side, sends it. */
export async function storePhoto(
  key: ConversationKey,
  upload: Uint8Array,
  by: "shopper" | "staff" = "shopper",
): Promise<StoreOutcome> {
  const { shop, conversationId } = key;
  const byStaff = by === "staff";
  const isFull = async () => (await db().attachment.count({ where: { shop, conversationId, byStaff } })) >= MOST_PHOTOS;
  // Looked up before the work as well, so that a full conversation costs nothing more.
  if (await isFull()) return { kind: "full" };
  const cleaned = await cleanPhoto(upload);
  if (cleaned.kind !== "clean") return cleaned;
  if (await isFull()) return { kind: "full" };
  const { bytes, width, height } = cleaned.photo;
  const id = randomUUID();
  await db().attachment.create({
    data: { shop, id, conversationId, mediaType: "image/jpeg", width, height, bytes, byStaff },
  });
  return { kind: "stored", attachmentId: id, width, height };
}

export type StoredPhoto = { mediaType: string; bytes: Uint8Array<ArrayBuffer> };

/**
 * A photo of this conversation and no other, for its shopper; null for everything else, and for what people at the shop have
 * uploaded and not sent.
 */
export async function readPhoto(key: ConversationKey, id: string): Promise<StoredPhoto | null> {
  const { shop, conversationId } = key;
  return db().attachment.findFirst({
    where: { shop, conversationId, id, OR: [{ byStaff: false }, { sentSeq: { not: null } }] },
    select: { mediaType: true, bytes: true },
  });
}

/** Those of the photos that people uploaded to a conversation and have not sent, in the order asked for. */
export async function unsentByStaff(
  { shop, conversationId }: ConversationKey,
  ids: readonly string[],
): Promise<{ id: string; width: number; height: number }[]> {
  if (ids.length === 0) return [];
  const found = await db().attachment.findMany({
    where: { shop, conversationId, id: { in: [...ids] }, byStaff: true, sentSeq: null },
    select: { id: true, width: true, height: true },
  });
  return ids.flatMap((id) => found.find((photo) => photo.id === id) ?? []);
}

/** A photo of the shop's, for whoever holds a link that the app signed. */
export async function readPhotoByLink(shop: string, id: string): Promise<StoredPhoto | null> {
  return db().attachment.findFirst({ where: { shop, id }, select: { mediaType: true, bytes: true } });
}

/** Photos the shopper sent in a conversation, the oldest first; sizes are in pixels. */
export function sentPhotos(key: ConversationKey): Promise<{ id: string; width: number; height: number }[]> {
  const { shop, conversationId } = key;
  return db().attachment.findMany({
    where: { shop, conversationId, byStaff: false, sentSeq: { not: null } },
    select: { id: true, width: true, height: true },
    orderBy: [{ sentSeq: "asc" }, { createdAt: "asc" }],
  });
}

/** Deletes photos that nobody sent within a day, and those whose conversation is no more. */
export async function dropLeftPhotos(): Promise<void> {
  await sql().script(`
    DELETE FROM attachment a
    WHERE (a.sent_seq IS NULL AND a.created_at < now() - interval '1 day')
      OR NOT EXISTS (SELECT 1 FROM conversation c WHERE c.shop = a.shop AND c.id = a.conversation_id)`);
}

import type { StoreFileInput } from "../../store/schema.ts";

/** Why something comes back, as the merchant's return form lists it. */
export const RETURN_REASONS: NonNullable<StoreFileInput["returnReasons"]> = [
  { handle: "size-too-small", name: "Size was too small" },
  { handle: "size-too-large", name: "Size was too large" },
  { handle: "unwanted", name: "Customer changed their mind" },
  { handle: "not-as-described", name: "Item not as described" },
  { handle: "wrong-item", name: "Received the wrong item" },
  { handle: "defective", name: "Damaged or defective" },
  { handle: "arrived-late", name: "Arrived too late" },
  { handle: "style", name: "Style" },
  { handle: "color", name: "Color" },
  { handle: "unknown", name: "Unknown" },
  { handle: "other", name: "Other" },
  { handle: "christmas-2025", name: "Christmas 2025 extended return", deleted: true },
];

import { InlineStack } from "@shopify/polaris";
import { conversationTexts } from "./conversation.texts.ts";

/** `url` shows it for a few minutes; sizes are in pixels. */
export type ShownPhoto = { id: string; url: string; width: number; height: number };

/** Height of a thumbnail, in CSS pixels; its width follows the photo. */
const HEIGHT = 120;
const WIDEST = 240;

/** Photos of a conversation, small; each opens in full. */
export function Photos({ photos, by = "shopper" }: { photos: ShownPhoto[]; by?: "shopper" | "team" }) {
  return (
    <InlineStack gap="200">
      {photos.map(({ id, url, width, height }, index) => {
        const alt = conversationTexts.photo.alt(index + 1, photos.length, by);
        return (
          <a
            key={id}
            data-photo={id}
            href={url}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={conversationTexts.photo.open(alt)}
          >
            <img
              src={url}
              alt={alt}
              height={HEIGHT}
              width={Math.min(WIDEST, Math.max(48, Math.round((HEIGHT * width) / height)))}
              loading="lazy"
              style={{ objectFit: "cover", borderRadius: "var(--p-border-radius-200)", display: "block" }}
            />
          </a>
        );
      })}
    </InlineStack>
  );
}

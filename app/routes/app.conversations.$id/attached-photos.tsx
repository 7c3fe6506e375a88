import { Button, InlineStack, Text } from "@shopify/polaris";
import { useRef } from "react";
import { deskTexts } from "./desk.texts.ts";
import type { usePhotos } from "./use-photos.ts";

const words = deskTexts.composer;
/** CSS pixels. */
const SIDE = 64;

type Props = { photos: ReturnType<typeof usePhotos>; most: number };

/** Photos that go with the next reply, small, each with a way to leave it out. */
export function AttachedPhotos({ photos: { photos, remove, trouble, isUploading } }: Props) {
  return (
    <>
      {photos.length > 0 && (
        <InlineStack gap="200" blockAlign="center">
          {photos.map(({ id, url }, index) => (
            <InlineStack key={id} gap="100" blockAlign="center">
              <img
                src={url}
                alt={words.chosen(index + 1)}
                width={SIDE}
                height={SIDE}
                style={{ objectFit: "cover", borderRadius: "var(--p-border-radius-200)" }}
              />
              <Button
                variant="plain"
                tone="critical"
                accessibilityLabel={words.remove(index + 1)}
                onClick={() => remove(id)}
              >
                ✕
              </Button>
            </InlineStack>
          ))}
        </InlineStack>
      )}
      <div role="status">
        {isUploading && (
          <Text as="p" tone="subdued">
            {words.uploading}
          </Text>
        )}
        {trouble !== null && (
          <Text as="p" tone="critical">
            {trouble}
          </Text>
        )}
      </div>
    </>
  );
}

AttachedPhotos.Button = function AddPhoto({ photos, most }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        onClick={() => input.current?.click()}
        loading={photos.isUploading}
        disabled={photos.photos.length >= most}
      >
        {words.photo}
      </Button>
      <input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        aria-label={words.photo}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          // The same photo can be chosen again after it was left out.
          currentTarget.value = "";
          if (file) void photos.add(file);
        }}
      />
    </>
  );
};

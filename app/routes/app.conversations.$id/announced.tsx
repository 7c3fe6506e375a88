import { Text } from "@shopify/polaris";
import { deskTexts } from "./desk.texts.ts";
import type { Piece } from "./pieces.ts";
import { texts } from "./texts.ts";

const words = deskTexts.live;
const HEARD_CHARACTERS = 200;

/** What is new, said to those who do not see it. */
export function Announced({ newest }: { newest: Piece | null }) {
  return (
    <div role="status" aria-live="polite">
      <Text as="p" visuallyHidden>
        {newest === null ? "" : heard(newest)}
      </Text>
    </div>
  );
}

/** What the agent does on its way is no news. */
function heard(piece: Piece): string {
  switch (piece.kind) {
    case "message":
      return words.heard(piece.name ?? texts.authors[piece.author], piece.text.slice(0, HEARD_CHARACTERS));
    case "said":
      return words.heard(texts.authors.agent, piece.text.slice(0, HEARD_CHARACTERS));
    case "internal":
      return words.heard(texts.internal.by(piece.by), piece.text.slice(0, HEARD_CHARACTERS));
    case "handled":
      return piece.text;
    case "note":
    case "resolution":
      return piece.title;
    case "tool":
    case "card":
    case "model":
    case "status":
      return "";
  }
}

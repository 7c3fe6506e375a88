/** @jsxImportSource ../panel/dom */
/**
 * What most conversations do without, in a file of its own that the panel loads on first need: photos, and the cards on
 * which a shopper says yes or no. The panel draws what these views describe.
 */
import type { Conversation } from "../panel/conversation.ts";
import type { Photo } from "../panel/decode.ts";
import type { Child } from "../panel/dom/jsx-runtime.ts";
import type { Translate } from "../panel/text.ts";
import type { View } from "../panel/view/kit.tsx";
import { createDecisions } from "./decisions.ts";
import css from "./extras.css";
import { createPhotos } from "./photos.ts";
import type { Photos } from "./photos.ts";
import { Pictures, Tray } from "./photo-views.tsx";
import { readProposal } from "./proposal.ts";
import { ProposalView } from "./proposal-card.tsx";

type ExtrasOptions = {
  chat: Conversation;
  t: Translate;
  /** Holds the panel; a style is added to it. */
  stage: HTMLElement;
  language: string;
  redraw: () => void;
};

export type Extras = {
  photos: Pick<Photos, "add" | "standing" | "take"> & {
    /** Above the input: what is chosen and not sent. */
    tray: (view: View) => Child;
    /** In the log: what was sent. */
    pictures: (photos: readonly Photo[], own: boolean, view: View) => Child;
  };
  proposal: (entry: { id: string; at: string; card: Record<string, unknown> }, view: View) => Child;
};

export type ExtrasModule = { createExtras: (options: ExtrasOptions) => Extras };

export function createExtras({ chat, t, stage, language, redraw }: ExtrasOptions): Extras {
  stage.append(Object.assign(document.createElement("style"), { textContent: css }));
  const photos = createPhotos({ chat, redraw });
  const decisions = createDecisions({ chat, stage, redraw });
  const soon = new Intl.RelativeTimeFormat(supported(language), { numeric: "always" });
  return {
    photos: {
      add: photos.add,
      standing: photos.standing,
      take: photos.take,
      tray: () => <Tray photos={photos} t={t} />,
      pictures: (sent, own) => <Pictures sent={sent} own={own} photos={photos} t={t} />,
    },
    proposal: ({ id, card }, view) => (
      <ProposalView
        proposal={readProposal(card)}
        news={view.state.news[id]}
        decisions={decisions}
        soon={soon}
        view={view}
      />
    ),
  };
}

function supported(language: string): string | undefined {
  try {
    return Intl.RelativeTimeFormat.supportedLocalesOf(language)[0];
  } catch {
    return undefined;
  }
}

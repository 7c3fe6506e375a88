import { resolutionTexts } from "../../components/resolution.texts.ts";
import type { ConversationEvent } from "../../conversations/events.ts";
import type { ResolutionState } from "../../resolutions/states.ts";
import { texts } from "./texts.ts";

type Event = Extract<ConversationEvent, { type: "proposal" | "resolution" }>;
type Shown = { resolutionId: string; state: ResolutionState; title: string; lines: string[] };

/** A card, or news of a resolution, in lines: the card's own words are in the shopper's language. */
export function shownResolution(event: Event): Shown {
  const words = texts.resolution;
  const kind = resolutionTexts.kinds[event.kind];
  if (event.type === "proposal") {
    const { id, orderName, title, lines, sends, amounts, destination, address, notes } = event;
    const item = ({ quantity, title: what, variant }: (typeof lines)[number]) =>
      `${quantity} × ${variant === null ? what : `${what}, ${variant}`}`;
    const shown = [
      title,
      ...lines.map(item),
      ...sends.map((line) => words.sends(item(line))),
      ...amounts.map(({ label, text }) => `${label}: ${text}`),
      ...(destination === null ? [] : [destination]),
      ...(address ? [`${address.label}: ${address.lines.join(", ")}`] : []),
      ...notes,
    ];
    return { resolutionId: id, state: "proposed", title: words.offered(kind, orderName), lines: shown };
  }
  const { id, orderName, state, text, outcome } = event;
  const { amount = null, newOrderName = null, url = null } = outcome ?? {};
  const known = [text, amount && words.amount(amount), newOrderName && words.order(newOrderName), url];
  return {
    resolutionId: id,
    state,
    title: words.news(kind, orderName),
    lines: known.filter((line): line is string => line !== null && line !== ""),
  };
}

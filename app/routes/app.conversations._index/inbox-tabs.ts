import { MOST_COUNTED, type QueueCounts, type QueueView } from "../../inbox/queue/views.ts";
import { conversationTexts } from "../../components/conversation.texts.ts";
import { texts } from "./texts.ts";

/** As the tabs stand; the first one is where an address without a view leads to. */
export const TABS: readonly QueueView[] = [
  "team",
  "mine",
  "unassigned",
  "shopper",
  "approvals",
  "attention",
  "snoozed",
  "done",
  "all",
];

/** The views as tabs, with how much is in those that are worked through. */
export function inboxTabs(counts: QueueCounts | null) {
  return TABS.map((id) => {
    const count = (counts as Partial<Record<QueueView, number>> | null)?.[id];
    const badge = count === undefined || count === 0 ? {} : { badge: texts.count(count, MOST_COUNTED) };
    return { id, content: conversationTexts.views[id], panelID: `${id}-list`, ...badge };
  });
}

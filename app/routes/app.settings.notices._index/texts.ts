import { settingsTexts } from "../../components/settings/settings.texts.ts";
import type { NoticePhase } from "../../orders/notice-words.ts";

const PHASES: Record<NoticePhase, string> = { in_force: "In force", coming: "Coming", over: "Over" };

/** All words of the list of notices. */
export const texts = {
  title: "Notices",
  intro: "While a notice is in force, shoppers are told later dates.",
  back: settingsTexts.heading,
  create: "New notice",
  phases: PHASES,
  empty: {
    heading: "No notices",
    text: "When something holds your orders up, such as a strike or a warehouse that is snowed in, say so here. Shoppers are then told dates that hold.",
  },
  end: "End today",
  endOf: (title: string) => `End “${title}” today`,
  remove: "Delete",
  removeOf: (title: string) => `Delete “${title}”`,
  ended: (title: string) => `“${title}” ends today.`,
  withdrawn: (title: string) => `“${title}” is deleted.`,
  restored: "It is as it was before.",
  changed: "Somebody else has changed this notice in the meantime. Nothing was done; the list shows how it is now.",
  failed: "This did not work just now. Please try again.",
  undo: "Undo",
};

import { DEFAULT_DATA_SETTINGS, KEEP_DAYS } from "../../conversations/retention/data-settings.ts";
import { settingsTexts } from "../../components/settings/settings.texts.ts";

const { least, most } = KEEP_DAYS;
const standard = (days: number | null) =>
  days === null ? "Without a word from you: forever." : `Without a word from you: ${days} days.`;

/** All words of the page about the shop's data. */
export const texts = {
  title: "Data",
  back: settingsTexts.heading,
  keeping: {
    heading: "How long data is kept",
    text: "What is older is deleted every night, for good. A conversation stays while something in it is still to be decided or carried out.",
    conversations: "Days that conversations are kept",
    conversationsHelp: `After the last message, ${least} to ${most.toLocaleString("en-US")}. ${standard(DEFAULT_DATA_SETTINGS.conversationDays)}`,
    conversationsForever: "Keep conversations forever",
    photos: "Days that photos are kept",
    photosHelp: `After they were sent, ${least} to ${most.toLocaleString("en-US")}, and never longer than their conversation. ${standard(DEFAULT_DATA_SETTINGS.photoDays)}`,
    photosForever: "Keep photos as long as their conversation",
    ledger: "Resolutions stay on record, so that nothing is given twice; who they were for is taken out of them.",
  },
  leaving: {
    heading: "When you remove the app",
    label: "What becomes of your data when you remove the app",
    choices: {
      keep: {
        label: "Keep it for 48 hours",
        help: "If you install the app again within that time, you find everything as it was. After it, Shopify has us delete all of it.",
      },
      forget: {
        label: "Delete it at once",
        help: "Conversations, photos, policies, settings and the record of resolutions are gone the moment you remove the app.",
      },
    },
  },
};

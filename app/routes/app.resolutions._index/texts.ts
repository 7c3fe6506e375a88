import type { ResolutionView } from "../../resolutions/resolution-list.ts";

const VIEWS: Record<ResolutionView, string> = {
  all: "All",
  approval: "Waiting for approval",
  attention: "Needs attention",
  under_way: "Under way",
  done: "Done",
  not_done: "Not done",
};
const EMPTY: Record<ResolutionView, { heading: string; text: string }> = {
  all: {
    heading: "No resolutions yet",
    text: "Every refund, replacement, return or change that the agent offers a shopper appears here, with what your policy said and what became of it.",
  },
  approval: {
    heading: "Nothing waits for your approval",
    text: "When a shopper confirms something that your policy leaves to people, it waits here for your yes or no.",
  },
  attention: {
    heading: "Nothing needs attention",
    text: "When it is not certain whether something was done, the agent stops and asks you here, so that nothing is done twice.",
  },
  under_way: {
    heading: "Nothing is under way",
    text: "What shoppers are being offered, and what is being carried out, appears here.",
  },
  done: { heading: "Nothing has been done yet", text: "What was carried out and read back from Shopify appears here." },
  not_done: {
    heading: "Nothing came to nothing",
    text: "What failed, was declined, expired or was overtaken by events appears here.",
  },
};

/** All words of the list of resolutions. */
export const texts = {
  view: (view: ResolutionView, count: number, most: number) =>
    `${VIEWS[view]} (${count >= most ? `${most.toLocaleString("en-US")}+` : count.toLocaleString("en-US")})`,
  viewPlain: VIEWS,
  only: { money: "Only what gave money back in the last 30 days." },
  empty: EMPTY,
  loading: "Loading resolutions",
  failed: "The resolutions could not be loaded just now.",
  resource: { singular: "resolution", plural: "resolutions" },
  pages: "Pages of resolutions",
  newer: "Newer resolutions",
  older: "Older resolutions",
  conversation: "Conversation",
  open: (kind: string, order: string, state: string, when: string) => `${kind} for order ${order}, ${state}, ${when}`,
  openConversation: (order: string) => `Conversation about order ${order}`,
};

import type { StepId } from "../../setup/steps.ts";

const dollars = (amount: number) => `$${amount.toFixed(2)}`;

type StepWords = { title: string; text: string; action: string; more?: { label: string; url: string } };
const STEPS: Record<StepId, StepWords> = {
  embed: {
    title: "Switch the chat on in your theme",
    text: "The theme editor opens with the chat switched on; save there.",
    action: "Switch the chat on",
  },
  policy: {
    title: "Decide what the agent may do",
    text: "A balanced policy is in force already: small cases are put right at once, the rest waits for your yes.",
    more: { label: "See it, or choose another", url: "/app/policies" },
    action: "Keep this policy",
  },
  conversation: {
    title: "Talk to your agent",
    text: "Open your store and ask the chat “Where is my order?”, as a shopper would.",
    action: "Open your store",
  },
  sender: {
    title: "Say who emails come from",
    text: "Shoppers get codes and news from an address that they know.",
    action: "Set the sender",
  },
  team: {
    title: "Bring in your team",
    text: "Whoever answers shoppers opens the app once and gets a role.",
    action: "See your team",
  },
  live: {
    title: "Go live",
    text: "We look at your live theme once more, so that you know that shoppers see the chat.",
    action: "Go live",
  },
};

/** All words of the admin's home page. */
export const texts = {
  title: "Home",
  heading: "Your support agent",
  tryStore: "Try it in your store",
  newWindow: "(opens in a new window)",

  widget: {
    heading: "Chat widget",
    checking: "Checking your live theme",
    again: "Check again",
    live: (theme: string) => `Shoppers see the chat on every page of your live theme, ${theme}.`,
    off: (theme: string) =>
      `The chat is in your live theme, ${theme}, but it is switched off. Switch it on and save to go live.`,
    absent: (theme: string) =>
      `The chat is not in your live theme, ${theme}, yet. One click opens the theme editor with the chat switched on; save there to go live.`,
    noPermission:
      "Wherewithal may not look at your themes, so it cannot tell whether shoppers see the chat. You can allow it, or look for yourself in the theme editor.",
    unavailable:
      "Shopify did not answer, so it is not known whether shoppers see the chat. The chat itself does not depend on this check.",
    unreadable:
      "Your live theme’s settings could not be read, so it is not known whether shoppers see the chat. You can look in the theme editor.",
    badges: { on: "Live", off: "Switched off", absent: "Not added", unknown: "Not known" },
    turnOn: "Turn on in theme editor",
    open: "Open theme editor",
    allow: "Review permissions",
  },

  setup: {
    heading: "Get started",
    progress: (done: number, of: number) => `${done} of ${of}`,
    done: "Done",
    dismiss: "Dismiss",
    failed: "That did not work just now. Please try again.",
    notLive: "Shoppers do not see the chat yet: switch it on in your live theme first.",
    steps: STEPS,
  },

  permissions: {
    heading: "Wherewithal is missing permissions",
    text: "Until you allow them, the agent hands these questions to people:",
    review: "Review permissions",
    needs: {
      write_orders: "Where is my order? Refunds, cancellations and corrected addresses (orders)",
      write_order_edits: "Taking items off an order or adding some (order edits)",
      write_draft_orders: "Sending a replacement (draft orders)",
      write_returns: "Is my return on its way? Returns and exchanges (returns)",
      read_customers: "Questions of logged-in customers (customers)",
      read_merchant_managed_fulfillment_orders: "What is still to ship from your locations (fulfillment orders)",
      write_third_party_fulfillment_orders:
        "What is still to ship from your partners, and asking them to stop (third-party fulfillment orders)",
      read_products: "What can be exchanged or sent again (products)",
      read_store_credit_accounts: "Whether a shopper has store credit (store credit accounts)",
      write_store_credit_account_transactions: "Crediting store credit (store credit transactions)",
      read_themes: "Whether the chat is live, on this page (themes)",
    },
  },

  figures: {
    heading: "How the agent is doing",
    today: { label: "Conversations today", about: "By your shop’s clock" },
    unaided: { label: "Settled without a person", about: "Of the conversations of the last 30 days" },
    share: (unaided: number, of: number) =>
      of === 0
        ? "–"
        : `${Math.round((unaided / of) * 100)}% (${unaided.toLocaleString("en-US")} of ${of.toLocaleString("en-US")})`,
    waiting: { label: "Waiting for your team", about: "Handed to people and not closed" },
    money: { label: "Money given back", about: "Refunds, store credit and cancellations, last 30 days" },
    late: { label: "Asked about late orders", about: "Conversations in which an order was late, last 30 days" },
    unanswered: { label: "Not answered", about: "Handed over without an answer, last 30 days" },
    failed: "Could not be loaded just now",
  },

  questions: {
    heading: "What the agent could not answer",
    none: "Nothing in the last 30 days. Questions that the agent hands over because it has no answer appear here.",
  },

  resolutions: {
    views: {
      approval: "Waiting for your approval",
      attention: "Needs attention",
      under_way: "Under way",
      done: "Done",
    },
    preset: (name: string) => `In force: the preset policy “${name}”.`,
    policy: (name: string, version: number) => `In force: your policy “${name}”, version ${version}.`,
    failed: "The numbers could not be loaded just now.",
  },

  orders: {
    text: "Look up any order: what is true about it, why, and what the agent would tell the shopper.",
    action: "Look up an order",
  },

  agent: {
    heading: "What the agent does now",
    can: [
      "Tells shoppers where each order and each parcel is, when it should arrive, and what is wrong if something is",
      "Lists a customer’s orders, and shares tracking links",
      "Recognizes logged-in customers, and checks guests by order number and email before it says anything",
      "Offers refunds, store credit, replacements, returns, exchanges, cancellations and changes where your policy allows them, and carries them out once the shopper has confirmed",
      "Hands the conversation to a person whenever a shopper asks, or when it cannot help",
    ],
    cannot: "What your policy leaves to people waits for your approval. What it does not allow, the agent does not do.",
  },

  model: {
    heading: "Language model",
    embedded: "Built in",
    embeddedText: "No other company sees your shoppers’ messages. It answers the common questions by itself.",
    providerText: (host: string) =>
      `Messages are answered with this model at ${host}. If it does not respond, the built-in one takes over.`,
    change: "Change model",
  },

  spending: {
    nearly: {
      title: "Your model’s spending limit is nearly reached",
      text: (usd: number, limit: number) =>
        `${dollars(usd)} of ${dollars(limit)} are spent this month. At the limit, the built-in model answers.`,
    },
    reached: {
      title: "Your model’s spending limit is reached",
      text: (usd: number, limit: number) =>
        `${dollars(usd)} of ${dollars(limit)} are spent this month. Until it ends, or you raise the limit, the built-in model answers your shoppers.`,
    },
    action: "Review the limit",
  },

  dataRequests: {
    heading: "A customer asks for their data",
    text: "By law you have 30 days to answer. Download what Wherewithal holds, send it to the customer, then mark the request as answered.",
    received: (when: string) => `Received ${when}`,
    download: "Download",
    done: "Mark as answered",
    failed: "The data could not be downloaded. Please try again.",
  },
};

import { resolutionTexts } from "../resolution.texts.ts";
import type { ResolutionState } from "../../resolutions/states.ts";
import type { StepRow } from "../../resolutions/steps.server.ts";

const STATES: Record<ResolutionState, string> = {
  proposed: "The shopper has been shown it and has not answered yet.",
  confirmed: "The shopper has confirmed it. It is about to be carried out.",
  awaiting_approval: "The shopper has confirmed it. Your policy leaves the last word to a person.",
  approved: "It has been approved and is about to be carried out.",
  executing: "It is being carried out.",
  succeeded: "It was carried out.",
  failed: "It was not carried out.",
  needs_attention: "The agent has stopped, because it is not certain what was done.",
  declined: "It was declined. Nothing was changed.",
  expired: "Nobody answered in time. Nothing was changed.",
  superseded: "Something changed in the meantime, so it was not carried out.",
};
const STEP_STATES: Record<StepRow["state"], string> = { calling: "Not known", done: "Done", refused: "Refused" };
/** Steps of the executors, by their names. */
const STEPS: Record<string, string> = {
  refund: "Refund",
  bonus: "Store credit on top",
  draft: "Draft order for the replacement",
  complete: "Order made from the draft",
  tag_original: "Tag on the original order",
  return: "Return opened",
  label: "Return label attached",
  send: "New item released",
  partner: "Logistics partner asked to stop",
  cancel: "Cancellation",
  cancelled: "Cancellation finished by Shopify",
  address: "Address changed",
  edit: "Order edited",
};
const RESULTS: Record<string, string> = {
  refundId: "Refund",
  creditId: "Store credit transaction",
  returnId: "Return",
  returnName: "Return",
  draftId: "Draft order",
  orderId: "Order",
  orderName: "Order",
  message: "Shopify said",
};

/** All words of a resolution's page. */
export const texts = {
  title: "Resolution",
  back: resolutionTexts.heading,
  states: STATES,

  plan: {
    heading: "What was offered",
    reason: "Reason",
    items: "Items",
    unit: (quantity: number, title: string | null) =>
      title === null ? (quantity === 1 ? "1 unit" : `${quantity} units`) : `${quantity} × ${title}`,
    shippingUnit: "The shipping of the order",
    latenessUnit: "The lateness of the order",
    confirmed: "Confirmed by the shopper",
    worth: "Worth to you at most",
    refund: "Refund",
    shipping: "Of which shipping",
    to: "Goes to",
    part: (amount: string, gateway: string) => `${amount} to ${gateway.replaceAll("_", " ")}`,
    credit: "Store credit",
    bonus: "Of which on top",
    itemsThen: { CANCEL: "Items not sent yet are no longer sent.", NO_RESTOCK: "The shopper keeps the items." },
    afterwards: "The items",
    sends: "Sent to the shopper",
    address: "To the address",
    addressBefore: "Address before",
    addressAfter: "Address after",
    expected: "Refund once the items have arrived",
    restocking: "Kept for restocking",
    percent: (percent: number) => `${percent}%`,
    fee: "Return fee",
    label: "Return label",
    instructions: "Instructions for the shopper",
    note: "Note",
    discount: "Discount on what is sent",
    difference: "Given back as a difference",
    when: "The new item is sent",
    now: "At once",
    onArrival: "Once the items have arrived",
    destinations: { original_payment: "The way the shopper paid", store_credit: "Store credit" },
    partner: "Logistics partner",
    asked: "Is asked to stop first, and may say no",
    quantity: "Quantities",
    change: (title: string | null, from: number, to: number) => `${title ?? "An item"}: ${from} → ${to}`,
    added: "Added",
  },
  verdict: {
    heading: "What your policy said",
    version: (version: number) =>
      version === 0 ? "Preset policy, before you published one of your own" : `Policy version ${version}`,
    approval: "A person has to approve it.",
    automatic: "It needs nobody’s approval.",
    none: "No rule spoke.",
  },
  history: {
    heading: "Who and when",
    offered: "Offered",
    confirmed: "Confirmed by the shopper",
    approved: (by: string) => `Approved by ${by}`,
    approvedLess: (by: string) => `Less of it approved by ${by}`,
    refused: (by: string) => `Not approved by ${by}`,
    settled: "Settled",
    settledBy: (by: string) => `Settled by hand by ${by}`,
    expires: "Expires without an answer",
    attempts: "Attempts",
    next: "Next look",
    zone: (timeZone: string) => `Times are in your store’s time zone, ${timeZone}.`,
  },
  steps: {
    heading: "What was called at Shopify",
    none: "Nothing was called yet.",
    noneEver: "Nothing was called.",
    name: (step: string) => STEPS[step] ?? step,
    states: STEP_STATES,
    calls: (calls: number) => (calls === 1 ? "called once" : `called ${calls} times`),
    began: "Last call",
    answered: "Answered",
    unknown:
      "It was called, and no answer has been written down. Before it is called again, Shopify is asked whether it was done.",
    result: (name: string) => RESULTS[name] ?? name,
  },
  outcome: {
    heading: "Outcome",
    known: "What is known",
    told: "Told to the shopper",
    amount: "Amount",
    order: "New order",
    link: "Link",
  },
  units: {
    heading: "Items it holds",
    text: "Nothing else can be given for these.",
    none: "It holds no items: something else may be given for them.",
  },
  links: {
    heading: "Open",
    conversation: "Conversation",
    explained: (order: string) => `${order} explained`,
    admin: (order: string) => `${order} in Shopify`,
    gone: "Its conversation was erased.",
    hidden: "Its conversation: your role does not read conversations.",
  },
  photos: "Photos from the conversation",
  photosHidden: "The shopper sent photos. Your role does not read conversations, so they are not shown.",
  prior: {
    heading: "This customer before and since",
    none: "Nothing else was confirmed by this customer.",
  },

  decide: {
    approval: {
      title: "Waiting for your approval",
      text: "The shopper has confirmed what is shown below, and waits.",
      expires: (when: string) => `Without an answer it expires on ${when}.`,
    },
    attention: {
      title: "Needs attention",
      text: "Look at the order in Shopify first: was it done or not?",
    },
    cancel: "Cancel",
    failed: "This could not be saved. Please try again.",
    tooLate: (by: string | null) =>
      by === null
        ? "It had been decided or had gone on by itself before. The page shows how it stands now."
        : `It had been decided before, by ${by}. The page shows how it stands now.`,
    changed: (why: string) =>
      `Something has changed since the shopper confirmed it, so it was not approved. The shopper has been told, and can ask again. ${why}`,
    aboveLimit: (limit: string) => `You may approve up to ${limit}. Nothing was done.`,
    notLess: "Enter an amount above zero and below what the shopper confirmed.",
    notAllowed: "Your role was changed in the meantime and no longer includes this. Nothing was done.",
    limit: {
      above: (limit: string) => `This is above what you may approve, ${limit}.`,
      none: "You may not approve anything yet.",
      ask: (names: readonly string[]) =>
        names.length === 0
          ? "An owner can raise your limit under Settings, Team."
          : `It has to go to ${new Intl.ListFormat("en", { type: "disjunction" }).format(names)}.`,
      less: "You may approve a smaller amount.",
    },
    missing: "Write something first.",
    approve: {
      action: "Approve",
      title: "Approve and carry out?",
      text: (what: string) => `${what} is carried out at once, after the facts have been checked once more.`,
      then: "If they have changed, nothing is done, and the shopper is told so. This cannot be undone here.",
    },
    approveLess: {
      action: "Approve less",
      title: "Approve a smaller amount?",
      text: (most: string) =>
        `The shopper confirmed ${most}. A smaller amount goes the same way, at once, after the facts have been checked once more. The items count as settled by it.`,
      then: "The shopper is told how much of it you approved, followed by your words.",
      amount: (currency: string) => `Amount in ${currency}`,
      amountHelp: (most: string) => `Less than ${most}`,
      label: "Reason for the shopper",
    },
    refuse: {
      action: "Don’t approve",
      title: "Don’t approve?",
      text: "Nothing is changed, and the items become free for something else. The shopper reads your reason in the chat as you write it.",
      label: "Reason for the shopper",
      help: (language: string) => `The chat is in ${language}.`,
    },
    retry: {
      action: "Try again",
      title: "Try again?",
      text: "For each step Shopify is first asked whether it was done. Only what was not done is done, so nothing happens twice. What Shopify refused is asked of it again.",
    },
    markDone: {
      action: "Mark as done",
      title: "Mark as done?",
      text: "You have seen in Shopify that the shopper got what was offered. Nothing more is done, and nothing else can be given for the items.",
    },
    markNotDone: {
      action: "Mark as not done",
      title: "Mark as not done?",
      free: "You have seen in Shopify that nothing was done. Nothing more is done, and the items become free for something else.",
      held: "Nothing more is done. A part of it was done, so nothing else can be given for the items.",
    },
    told: (text: string) => `The shopper is told: “${text}”`,
    note: "Note for your team",
  },

  notFound: {
    heading: "This resolution does not exist",
    text: "It may be of another store, or its address may be incomplete.",
    action: "See all resolutions",
  },
};

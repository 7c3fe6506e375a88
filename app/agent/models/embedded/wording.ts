import type { Intent } from "./intents.ts";

/**
 * Every sentence the embedded model says by itself, in one place. What is true of an order is never worded here:
 * that comes from the facts. No figures, dates or promises in these texts.
 */
export const OFFER = "Would you like a person from our team to help with this?";

const OFFERS_PERSON = /\b(?:person|someone|human)\b[^.?!\n]*\?/i;
/** Whether a reply, by this or another model, ends in the offer of a person that a "yes" accepts. */
export function offersPerson(reply: string): boolean {
  return OFFERS_PERSON.test(reply) || FOREIGN_OFFER.test(reply);
}
/** The apologies in other languages offer a person with their one question. */
const FOREIGN_OFFER =
  /Mensch aus|personne de notre|persona de nuestro|persona del nostro|pessoa da nossa|iemand van ons|osoba z naszego|person i vårt|person fra vores|Ekibimizden|担当者に|담당자를|人工客服|людина з|человек из|شخص من|לאדם|ένα άτομο|कोई व्यक्ति|เจ้าหน้าที่ใน/u;

export const GREETING_FIRST =
  "Hi! I'm the shop's AI assistant. I can look up where an order is, when it should arrive, its tracking, and what's in it. What can I do for you?";
export const GREETING_AGAIN = "Hi again! What can I do for you?";
export const HOW_ARE_YOU = "I'm doing well, thanks for asking! What can I do for you?";
export const CAPABILITIES =
  "I can look up your orders: where they are, when they should arrive, tracking links, what's in each parcel, and what you paid. For anything else I can bring in a person. What do you need?";
export const BOT =
  'I\'m an AI assistant, not a person. I look up orders here, and a person from our team is one click away with the "Talk to a person" button.';
export const OFF_TOPIC =
  "That's outside of what I can help with. I can look up your orders here: just tell me the order number, or ask where your order is.";
export const THANKS = "You're welcome! Is there anything else I can look up for you?";
export const THANKS_SHORT = "You're welcome!";
export const GOODBYE = "Thanks for stopping by. Have a great day!";
export const GLAD = "Great. Is there anything else I can look up for you?";
export const NO_PROBLEM = "No problem. I'm here if you need anything else.";
export const TAKE_YOUR_TIME = "Take your time. I'll be right here.";
export const AFFIRM_WHAT = "Sure. What would you like to know about your order?";
export const NOT_UNDERSTOOD = `I'm not sure I understood that. I can look up where an order is, when it should arrive, its tracking, and what's in it. ${OFFER}`;
export const NOT_RIGHT =
  "Sorry about that. Which order do you mean? Please send me the order number, for example from your confirmation email.";
export const COMPLAINT = `I'm sorry for the trouble, I understand why that's frustrating. Tell me the order number and I'll look into it right away. ${OFFER}`;
export const COMPLAINT_KNOWN = `I'm sorry for the trouble, I understand why that's frustrating. ${OFFER}`;
export const ABUSE = `I understand you're frustrated, and I'd like to help. Tell me what's wrong with your order. ${OFFER}`;
export const ABUSE_AGAIN = `I'd like to keep this respectful, so that I can help you. ${OFFER}`;
export const REPEAT_NOTHING = "Sure: I can look up your orders here. What would you like to know?";
export const WHY_DETAILS =
  "I ask for both so that nobody else can see your order: the order number together with the email address used for it shows that it's yours. They aren't used for anything else here. What are they, please?";
export const FIND_NUMBER =
  "The order number is in the subject and at the top of your confirmation email, and it usually starts with #. If you can't find it, a person can look you up. Would you like a person from our team to do that?";
export const FOREIGN_HINT =
  "(In English: I can only answer in English here for now. A person from our team can help you.)";

export const SORRY_UPSET = "I'm sorry for the trouble. Let's sort this out.";
export const SORRY_LATE = "I'm sorry you're still waiting.";

export const ASK_DETAILS = "Could you send me your order number and the email address you used for it?";
export const ASK_DETAILS_LEAD = "I'd be happy to look that up.";
export const ASK_ORDER = "Thanks! And what's the order number? It's in your confirmation email.";
export const ASK_EMAIL = "And which email address did you use for that order?";
export const ASK_EMAIL_LEAD = "Thanks, I have the order number.";
export const BROKEN_EMAIL = "That email address doesn't look complete. Could you check it and send it again?";
export const TRACKING_IS_NO_ORDER =
  "Thanks, that looks like a tracking number. To look up the order I need its order number, which is in your confirmation email.";
export const NUMBER_TOO_LONG =
  "That number is too long for an order number. It's in your confirmation email, and usually starts with #.";

export const ASK_CODE =
  "To be sure that it's you, I need a code first. If your details are right, the code is on its way to the email address on that order. Please write it here.";
export const ASK_LOGIN = `To be sure that it's you, this shop asks you to log in to your account on this site first. Then ask me again: this chat goes on. ${OFFER}`;
export const WRONG_CODE =
  "That code isn't right, or it has run out. Please check the newest email, or ask me for a new code.";

export const MISMATCH =
  "I couldn't match those details. Please check the order number and the email address in your confirmation email and send me both again. Would you rather have a person look into it?";
export const NO_ORDERS =
  "I can't find any orders for you yet. If you ordered with another email address, please send me it and the order number. Would you rather have a person look into it?";
export const UNAVAILABLE = `I'm sorry, I can't reach the order system right now. Please try again in a few minutes. ${OFFER}`;
export const DENIED = "I'm sorry, I can't see your order's details right now.";
export const notFound = (name: string) =>
  `I can't find order ${shown(name)} among the orders I can see for you. Please check the number. If you ordered with another email address, send me that too.`;
export const tooOld = (name: string) =>
  `${name ? `Order ${shown(name)}` : "That order"} was placed longer ago than I can look back, so I can't read it here. A person from our team can. ${OFFER}`;

export const LIST_LEAD = "Here are your orders, newest first:";
export const LIST_MORE = "There are older ones too: just ask with the order number.";
export const WHICH_LEAD = "You have more than one order:";
export const WHICH = "Which one do you mean?";

export const HANDED = "I've passed this to a person on our team, with everything you told me.";
export const HANDED_ALREADY = "A person on our team already has this, and will answer here.";
export const HANDED_AFTER_MISMATCH =
  "I still can't match those details, so I've passed this to a person on our team who can check.";
export const HANDED_LIMITED =
  "For safety I can't check more details right now, so I've passed this to a person on our team who can.";
export const HANDED_NOT_UNDERSTOOD =
  "I don't understand this well enough to help you properly, so I've passed it to a person on our team.";
export const HANDED_SERIOUS =
  "I'm sorry this happened. I've passed this to a person on our team, who should look at it personally.";
export const NOT_HANDED =
  'I couldn\'t reach the team just now. Please use the "Talk to a person" button, so that nothing gets lost.';

/** What follows depends on the order and on the shop's policy, so nothing more is said before it is looked at. */
const CAN_HELP = "I can help with that.";

/** `sorry` where something went wrong for the shopper; `cannot` finishes "I can't … myself yet". */
type ProblemWords = { sorry: string; cannot: string };
const PLAIN = "";
export const PROBLEMS: Partial<Record<Intent, ProblemWords>> = {
  not_received: {
    sorry: "I'm sorry, that's worrying when it's marked as delivered.",
    cannot: "look into a missing delivery",
  },
  lost: { sorry: "I'm sorry about your parcel.", cannot: "look into a lost parcel with the carrier" },
  damaged: { sorry: "I'm sorry it isn't in the condition it should be.", cannot: "put a damaged item right" },
  wrong_item: { sorry: "I'm sorry, that isn't what you should have received.", cannot: "put a wrong item right" },
  missing_item: { sorry: "I'm sorry something was missing.", cannot: "put a missing item right" },
  return: { sorry: PLAIN, cannot: "set up a return" },
  exchange: { sorry: PLAIN, cannot: "set up an exchange" },
  refund_request: { sorry: "I understand you'd like your money back.", cannot: "give refunds" },
  cancel: { sorry: PLAIN, cannot: "cancel an order" },
  change_address: { sorry: PLAIN, cannot: "change an address" },
  change_items: { sorry: PLAIN, cannot: "change an order" },
  charged_wrong: { sorry: "I'm sorry about the trouble with the payment.", cannot: "clear up a charge" },
  invoice: { sorry: PLAIN, cannot: "provide invoices or receipts" },
  product_question: { sorry: "Good question!", cannot: "look up products" },
  discount: { sorry: PLAIN, cannot: "help with discounts or gift cards" },
  shipping_info: { sorry: PLAIN, cannot: "look up general shipping information" },
  return_policy: { sorry: PLAIN, cannot: "look up the shop's policies" },
  account: { sorry: PLAIN, cannot: "help with accounts or email settings" },
  shop_info: { sorry: PLAIN, cannot: "answer questions about the shop itself" },
  privacy: { sorry: PLAIN, cannot: "handle requests about personal data" },
};

/** Before the details are asked for; `here`: it can be put right here, and else a person has to act. */
export function askForProblem(intent: Intent, here = false): string {
  const { sorry, cannot } = PROBLEMS[intent] ?? { sorry: PLAIN, cannot: "do that" };
  if (here) return join(sorry, CAN_HELP);
  return join(sorry, `I can't ${cannot} myself yet, but a person on our team can.`);
}

export function cannot(intents: readonly Intent[]): string {
  const things = [...new Set(intents.flatMap((intent) => PROBLEMS[intent]?.cannot ?? []))];
  if (things.length === 0) return "";
  return `I can't ${either(things)} myself yet.`;
}

export const ADDRESS_PRIVATE = "For your privacy I can't show addresses here. It's in your confirmation email.";
export const NO_REFUND_SEEN = "I don't see a refund on this order so far.";
export const NO_TRACKING = "There's no tracking link for it yet.";
export const NO_DATE = "There's no delivery date I can give you yet.";
export const ITEM_NOT_SEEN = "I don't see that item in this order.";
export const ONE_PARCEL = "I don't see another parcel for this order.";

export function join(...sentences: string[]): string {
  return sentences
    .map((one) => one.trim())
    .filter(Boolean)
    .join(" ");
}

/** Facts come with or without a full stop. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return trimmed === "" || /[.!?…)]$/u.test(trimmed) ? trimmed : `${trimmed}.`;
}

function either(things: string[]): string {
  return things.length < 2 ? (things[0] ?? "") : `${things.slice(0, -1).join(", ")} or ${things.at(-1) ?? ""}`;
}

/** An order's name as shops show it: a bare number gets its `#`. */
export function shown(name: string): string {
  return `**${/^\d/.test(name) ? "#" : ""}${name}**`;
}

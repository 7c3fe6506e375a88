import { settingsTexts } from "../../components/settings/settings.texts.ts";
import type { Level, Thing } from "../../identity/levels.ts";

const LEVEL_NAMES: Record<Level, string> = {
  order_and_email: "Order number and email",
  email_code: "Code by email",
  login: "Login to your shop",
};

const THING_WORDS: Record<Thing, { label: string; help: string }> = {
  status: {
    label: "Seeing how an order stands",
    help: "Where it is, when it should arrive, tracking, items and what was paid.",
  },
  details: {
    label: "Seeing the delivery address",
    help: "For instance where a replacement would be sent. The chat never shows email addresses or payment details.",
  },
  changes: {
    label: "Asking for a change or a refund",
    help: "Everything that ends in a card to confirm, such as a refund, a return, a replacement or another address.",
  },
};

/** All words of the page about who gets to see what. */
export const texts = {
  title: "Identity",
  back: settingsTexts.heading,
  rules: {
    heading: "What shoppers have to prove",
    text: "The app checks this itself, whatever the model says. A shopper who is logged in sees their own orders and nobody else’s, and needs nothing more.",
    things: THING_WORDS,
    levels: LEVEL_NAMES,
  },
  levels: {
    heading: "What each proof means",
    order_and_email: "The shopper knows the number of the order and the email address used for it.",
    email_code:
      "The shopper also gets six digits by email, sent to the address on the order and to no other, and writes them in the chat within ten minutes. The chat answers the same whether or not there is such an order.",
    login:
      "The shopper is logged in to your shop as the customer who placed the order. Guests are asked to log in and can go on in the same chat.",
  },
  noMail: {
    title: "Codes by email can’t be chosen yet",
    text: "This app has no mail server to send them with. Whoever runs it sets one up with SMTP_URL.",
  },
  errors: {
    weaker: "This shows more than what stands above it, so it can’t take less proof.",
    noMail: "Without a mail server there are no codes. Choose another proof.",
  },
};

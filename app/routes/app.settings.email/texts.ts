import type { MailFailure } from "../../channels/email/send-mail.server.ts";
import { settingsTexts } from "../../components/settings/settings.texts.ts";

const FAILURES: Record<MailFailure, string> = {
  not_configured: "This app has no mail server. Whoever runs it sets one up with SMTP_URL.",
  unreachable: "The mail server could not be reached. Please try again in a few minutes.",
  refused_login: "The mail server did not accept this app’s login. Whoever runs the app checks SMTP_URL.",
  refused_sender:
    "The mail server does not send from this address. Choose one that it may send from, or leave it empty.",
  refused: "The mail server did not accept the email for this address. Check the address.",
};

/** All words of the page about email. */
export const texts = {
  title: "Email",
  back: settingsTexts.heading,
  sender: {
    heading: "Sender",
    text: "Email that the app sends to your customers, such as codes that prove who they are.",
    name: "Name",
    nameHelp: (shop: string) => `What customers see as the sender. Without one they see “${shop}”.`,
    address: "Address",
    addressHelp: (own: string) =>
      `Only an address that your mail server may send from arrives. Without one the app sends from ${own}.`,
    replyTo: "Answers go to",
    replyToHelp: "For instance your support’s address. Without one answers go to the sender.",
  },
  test: {
    heading: "Try it",
    text: "Sends a test email with what is saved.",
    label: "Your email address",
    send: "Send a test email to me",
    first: "Save your changes first: the test uses what is saved.",
    sent: "The mail server has taken the email. It should be in your mailbox shortly.",
    address: "Enter an email address.",
    limited: "That were many tests. Please wait some minutes.",
    failures: FAILURES,
    failed: "This did not work just now. Please try again.",
    subject: (shop: string) => `A test email from ${shop}`,
    body: "If you can read this, email from your shop’s support agent arrives.",
  },
  failed: (count: number, since: string, last: string) => ({
    title: `${count === 1 ? "1 email" : `${count} emails`} could not be sent since ${since}`,
    text: `What they were about was done all the same. ${Object.entries(FAILURES).find(([kind]) => kind === last)?.[1] ?? ""}`,
  }),
  noMail: {
    title: "No email is sent yet",
    text: "This app has no mail server to send with. Whoever runs it sets one up with SMTP_URL. You can fill in the sender already.",
  },
  errors: {
    address: "Enter a whole email address, such as support@example.com.",
    name: "A name can’t hold quotation marks, brackets or @.",
  },
};

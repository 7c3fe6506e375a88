import { settingsTexts } from "../../components/settings/settings.texts.ts";

/** All words of the overview of the settings. */
export const texts = {
  heading: settingsTexts.heading,
  sections: [
    {
      url: "/app/settings/agent",
      title: "Agent",
      text: "What your agent is called, how it speaks and greets, the languages it answers in, and what it should keep in mind.",
    },
    {
      url: "/app/settings/model",
      title: "Model",
      text: "Which language model answers: the built-in one, OpenAI or any other with your own key, and what it may cost in a month.",
    },
    {
      url: "/app/settings/widget",
      title: "Widget look",
      text: "The chat as shoppers see it: its color, the line below its name, ready-made questions, with a preview.",
    },
    {
      url: "/app/settings/shipping",
      title: "Shipping",
      text: "How long you take to send an order and how long the way takes, on which days you work, and when something counts as late.",
    },
    {
      url: "/app/settings/notices",
      title: "Notices",
      text: "Disruptions such as a warehouse that is snowed in: while one is in force, shoppers are told later dates.",
    },
    {
      url: "/app/settings/identity",
      title: "Identity",
      text: "What shoppers have to prove before they see an order, its address, or ask for a change: order number and email, a code by email, or a login.",
    },
    {
      url: "/app/settings/macros",
      title: "Macros",
      text: "Answers that your team writes often, with blanks such as the order number that each conversation fills in.",
    },
    {
      url: "/app/settings/hours",
      title: "Opening hours",
      text: "When people of your team answer and how long that takes, so that shoppers who wait for a person know when to expect one.",
    },
    {
      url: "/app/settings/email",
      title: "Email",
      text: "As whom email to your customers is sent and where answers go, with a test to your own mailbox.",
    },
    {
      url: "/app/settings/notifications",
      title: "Notifications",
      text: "What you yourself are told of by email: mentions, conversations that are assigned to you, urgent ones that come in.",
    },
    {
      url: "/app/settings/data",
      title: "Data",
      text: "How long conversations and photos are kept, and what becomes of them when you remove the app.",
    },
    {
      url: "/app/settings/team",
      title: "Team",
      text: "Who may approve how much, put a policy in force or change settings, and what they did.",
    },
  ],
};

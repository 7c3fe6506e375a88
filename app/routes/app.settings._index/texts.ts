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
      url: "/app/settings/team",
      title: "Team",
      text: "Who may approve how much, put a policy in force or change settings, and what they did.",
    },
  ],
};

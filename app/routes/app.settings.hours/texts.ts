import { settingsTexts } from "../../components/settings/settings.texts.ts";

/** All words of the page about opening hours. */
export const texts = {
  title: "Opening hours",
  back: settingsTexts.heading,
  example: {
    heading: "What shoppers are told",
    text: "When the chat hands a conversation to your team right now:",
    nothing: "Nothing about when your team answers. Set your hours, or how long an answer takes, and they are told.",
    waiting: "Working it out…",
    invalid: "The example appears again once the fields below are right.",
    failed: "The example can’t be worked out just now.",
  },
  answer: {
    heading: "Answers",
    hours: "An answer usually takes at most",
    suffix: "open hours",
    hoursHelp: "Only hours in which you are open count. Empty: shoppers are not told how long it takes.",
    timeZone: "Time zone",
    shopZone: (zone: string) => `Your shop’s: ${zone.replaceAll("_", " ")}`,
  },
  week: {
    heading: "Hours",
    text: "When somebody is there to answer. With no hours at all shoppers are not told when your team is there.",
    days: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    closed: "Closed",
    from: (day: string, number: number) => `${day}, opens${number > 1 ? ` (${number})` : ""}`,
    to: (day: string, number: number) => `${day}, closes${number > 1 ? ` (${number})` : ""}`,
    add: "Add hours",
    addTo: (day: string) => `Add hours on ${day}`,
    remove: "Remove",
    removeFrom: (day: string, number: number) => `Remove hours ${number} on ${day}`,
    copy: "Copy Monday to Tuesday–Friday",
  },
  holidays: {
    heading: "Holidays",
    follow: "Closed on the days off of your shipping settings",
    followHelp: "Your own days off, and the public holidays of the country below as you have edited them there.",
    country: "Public holidays of",
    none: "No country: only your own days off",
    link: "Edit days off in the shipping settings",
  },
  errors: {
    time: "Enter a time, such as 09:00.",
    order: "Enter a time after the one it opens at.",
    overlap: "This begins before the hours above it end.",
    spans: "These are too many hours for one day.",
    timeZone: "Choose a time zone.",
  },
};

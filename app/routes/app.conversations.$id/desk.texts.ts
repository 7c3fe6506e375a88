import type { DeedAsked } from "../../inbox/deeds.ts";
import type { Doing } from "../../inbox/presence.ts";
import type { Answer } from "./ask-deed.ts";

const list = (names: readonly string[]) => new Intl.ListFormat("en").format(names);

const KEPT: Partial<Record<DeedAsked["deed"], string>> = {
  reply: "Nothing was sent; your text is still here.",
  note: "Nothing was saved; your text is still here.",
};

type Refused = Exclude<Answer, { kind: "ok" }>;

function why(answer: Refused): string {
  switch (answer.kind) {
    case "taken":
      return `${answer.by.name} is writing in this conversation.`;
    case "assigned":
      return answer.to === null
        ? "Somebody gave this conversation up in the meantime."
        : `${answer.to.name} was assigned in the meantime.`;
    case "closed":
      return answer.by === null
        ? "This conversation was closed in the meantime."
        : `${answer.by} closed this conversation.`;
    case "with_agent":
      return "The agent has this conversation. Take it over first.";
    case "shopper_wrote":
      return "The shopper has written in the meantime. Read it first, then decide again.";
    case "unchanged":
      return "Somebody changed this in the meantime. The page shows how it stands now.";
    case "unknown_photo":
      return "A photo is no longer there to be sent. Remove it and choose it again.";
    case "no_member":
      return "They can no longer answer shoppers, so nothing was assigned.";
    case "past":
      return "Choose a time that is still to come, within a year.";
    case "gone":
      return "This conversation was erased.";
    case "not_allowed":
      return "Your role no longer includes this.";
    case "failed":
      return "The server could not be reached. Please try again: nothing is done twice.";
  }
}

const DOING: Record<Doing, (names: string, many: boolean) => string> = {
  looking: (names, many) => `${names} ${many ? "are" : "is"} looking at this, too`,
  writing: (names, many) => `${names} ${many ? "are" : "is"} writing a reply`,
  noting: (names, many) => `${names} ${many ? "are" : "is"} writing a note`,
};

/** Words of what people do with a conversation. */
export const deskTexts = {
  refused: (deed: DeedAsked["deed"], answer: Refused) => [why(answer), KEPT[deed]].filter(Boolean).join(" "),
  takeFrom: (name: string) => `Take over from ${name}`,
  present: (doing: Doing, names: readonly string[]) => DOING[doing](list(names), names.length > 1),

  actions: {
    take: "Take over",
    handBack: "Hand back to the agent",
    close: "Close",
    reopen: "Open again",
    assign: "Assign",
    toMe: "To me",
    nobody: "To nobody",
    snooze: "Snooze",
    later: "Until later today (3 hours)",
    tomorrow: "Until tomorrow, 9:00",
    monday: "Until next Monday, 9:00",
    custom: "Until another time",
    wake: "Back now",
    shortcuts: "Keyboard shortcuts",
    key: (name: string) => `Key: ${name}`,
  },

  standing: {
    me: "You are writing with the shopper. The agent is silent.",
    taken: (name: string) => `${name} is writing with the shopper. The agent is silent.`,
    assigned: (name: string) => `Assigned to ${name}.`,
    assignedMe: "Assigned to you.",
    nobody: "Nobody has it yet.",
    agent: "The agent answers this conversation.",
    closed: (outcome: string | null) => (outcome === null ? "Closed." : `Closed: ${outcome}.`),
    shopper: "Waiting for the shopper.",
    snoozed: (when: string) => `Snoozed until ${when}.`,
    due: (when: string) => `Due ${when}`,
    overdue: (when: string) => `Overdue since ${when}`,
    priorities: { 1: "Urgent", 2: "High priority", 3: null, 4: "Low priority" } as Record<number, string | null>,
  },

  connection: {
    lost: "The connection is lost. What is new appears as soon as it is back; what you type is kept.",
    refused: "This page no longer gets news. Load it again.",
    reload: "Load again",
  },

  live: {
    typing: "The shopper is writing …",
    agent: "The agent is answering …",
    newest: "Newest message",
    heard: (who: string, text: string) => `${who}: ${text}`,
    log: "Transcript",
  },

  composer: {
    heading: "Answer",
    tabs: { reply: "Reply", note: "Note" },
    reply: "Reply to the shopper",
    note: "Note for your team",
    replyHelp: (name: string | null) =>
      name === null ? "The shopper sees that somebody of your team writes." : `The shopper sees your name: ${name}.`,
    noteHelp: "Only your team sees it. Type @ to mention somebody.",
    list,
    gaps: (gaps: readonly string[]) => `Fill in before you send it: ${list(gaps)}.`,
    takes: (name: string | null) =>
      name === null ? "Sending takes the conversation over from the agent." : `${name} is writing. Take over to send.`,
    closed: "This conversation is closed. Open it again to write.",
    send: "Send",
    save: "Save note",
    sendHelp: "Ctrl or ⌘ with Enter",
    characters: (count: number, most: number) =>
      `${count.toLocaleString("en-US")} of ${most.toLocaleString("en-US")} characters`,
    tooLong: (most: number) => `Shorten it to ${most.toLocaleString("en-US")} characters.`,
    photo: "Add photo",
    uploading: "Uploading the photo",
    remove: (number: number) => `Remove photo ${number}`,
    chosen: (number: number) => `Photo ${number}, not sent yet`,
    photoFailed: {
      not_an_image: "Choose a JPEG, PNG, WebP or GIF photo.",
      not_decodable: "This photo cannot be read. Try another one.",
      full: "This conversation holds no more photos.",
      failed: "The photo could not be uploaded. Please try again.",
      too_large: "A photo may have at most 10 MB.",
    },
  },

  close: {
    title: "Close this conversation?",
    text: "The shopper can write again at any time, which opens it again with all that was said.",
    outcome: "How it ended",
    action: "Close",
    cancel: "Cancel",
  },
  snooze: {
    title: "Snooze until",
    day: "Day",
    time: "Time",
    zone: (timeZone: string) => `By your store’s clock, ${timeZone}.`,
    action: "Snooze",
    cancel: "Cancel",
  },

  next: {
    action: (view: string) => `Next in ${view}`,
    failed: "The next conversation could not be found just now. Please try again.",
  },

  shortcuts: {
    title: "Keyboard shortcuts",
    keys: {
      s: "Do the suggested step",
      r: "Write a reply",
      n: "Write a note",
      t: "Take over",
      a: "Assign to me",
      e: "Close; Enter confirms",
      j: "Next conversation of the view it was opened from",
      "?": "Show these shortcuts",
      Esc: "Leave the field",
      "Ctrl + Enter": "Send",
    },
  },

  side: {
    heading: "Customer and order",
    brief: "Brief",
    settled: "Confirmed in this conversation",
    elsewhere: "Confirmed before by this customer or for this order",
    none: "Nothing.",
    order: "Order",
    orderWaiting: "Reading the order",
    orderFailed: "The order could not be read just now.",
    again: "Try again",
    explained: (name: string) => `${name} explained`,
    verdict: "What your policy said",
    name: "Name",
    email: "Email",
    contact: "Wants answers at",
    next: "Next",
    more: (count: number) => (count === 1 ? "1 more order" : `${count} more orders`),
    open: "Open resolution",
  },
};

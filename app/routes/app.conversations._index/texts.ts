import type { Shortcut } from "../../components/inbox/shortcuts-help.tsx";
import type { ConversationFilter } from "../../conversations/conversation-filters.ts";
import type { QueueView } from "../../inbox/queue/views.ts";
import type { SnoozeChoice } from "../../inbox/snooze-choices.ts";

const EMPTY: Record<QueueView, { heading: string; text: string }> = {
  team: {
    heading: "Nobody waits for you",
    text: "When a shopper asks for a person, or the agent cannot help, the conversation appears here by itself, with the reason.",
  },
  mine: { heading: "Nothing is yours", text: "Take a conversation from Unassigned, or let a colleague give you one." },
  unassigned: { heading: "Everything has somebody", text: "What nobody has taken yet appears here." },
  shopper: {
    heading: "No shopper is being waited for",
    text: "What you have answered stays here until they write again.",
  },
  approvals: {
    heading: "Nothing waits for approval",
    text: "What your policy wants a person to approve appears here.",
  },
  attention: {
    heading: "Nothing needs attention",
    text: "Resolutions that failed, or whose end is not known, appear here until somebody has looked.",
  },
  snoozed: {
    heading: "Nothing is snoozed",
    text: "What you put out of the way for a while waits here, and comes back.",
  },
  done: { heading: "Nothing is done yet", text: "Conversations that were closed appear here, the last one first." },
  all: {
    heading: "No conversations yet",
    text: "What shoppers and the agent say to each other appears here. Open your store and ask the chat “Where is my order?” to try it.",
  },
};
const ONLY: Record<ConversationFilter, string> = {
  today: "Only conversations that began today.",
  unaided: "Only conversations of the last 30 days that never needed a person.",
  late: "Only conversations of the last 30 days about an order that was late.",
  unanswered: "Only conversations of the last 30 days that the agent handed over because it had no answer.",
};
const SNOOZE: Record<SnoozeChoice, string> = {
  hour: "For an hour",
  three_hours: "For three hours",
  tomorrow: "Until tomorrow, 9 AM",
  monday: "Until Monday, 9 AM",
};
const SHORTCUTS: readonly Shortcut[] = [
  { keys: ["j", "k"], does: "Next and previous conversation" },
  { keys: ["Enter", "o"], does: "Open it" },
  { keys: ["r"], does: "Open it and reply" },
  { keys: ["e"], does: "Close it: a number picks how it ended, e again is Solved" },
  { keys: ["a"], does: "Assign it to me" },
  { keys: ["s"], does: "Snooze it" },
  { keys: ["x"], does: "Select it; with Shift all up to it" },
  { keys: ["/"], does: "Search" },
  { keys: ["g", "m"], does: "Go to Mine; g then u: Unassigned, w: Waiting for us, p: Approvals, d: Done" },
  { keys: ["?"], does: "Show these shortcuts" },
];

const many = (count: number) => (count === 1 ? "1 conversation" : `${count.toLocaleString("en-US")} conversations`);

/** All words of the inbox. */
export const texts = {
  empty: EMPTY,
  only: ONLY,
  snooze: SNOOZE,
  shortcuts: SHORTCUTS,
  list: "Conversations",
  failed: "The conversations could not be loaded just now.",
  pages: "Pages of conversations",
  newer: "Previous page",
  older: "Next page",
  noWords: "Nothing was said yet.",
  open: (who: string, when: string) => `Conversation with ${who}, last active ${when}`,
  authors: { shopper: "", agent: "Agent: ", staff: "Team: " } as Record<string, string>,
  waitsForUs: "Waits for us",
  priorities: { 1: "Urgent", 2: "High", 3: "Normal", 4: "Low" } as Record<number, string>,
  assigned: (name: string) => `With ${name}`,
  writes: (name: string) => `${name} writes`,
  you: "you",
  snoozedUntil: (when: string) => `Snoozed until ${when}`,
  keys: "Keyboard shortcuts",
  count: (number: number, most: number) => (number > most ? "999+" : String(number)),
  arrived: (count: number) => `${count === 1 ? "A new conversation" : `${count} new conversations`} in this view`,
  offline: "Live updates are interrupted. What is shown may be out of date; it catches up by itself.",
  notes: {
    unread: (count: number) => (count === 1 ? "1 note for you" : `${count} notes for you`),
    newest: (by: string, excerpt: string) => `${by}: ${excerpt}`,
  },
  search: {
    label: "Search messages, names, emails and order numbers",
    placeholder: "Search (press /)",
    action: "Search",
    found: (query: string) => `Conversations with “${query}”`,
    none: {
      heading: "Nothing was found",
      text: "All words have to be in one conversation. Try fewer words, the beginning of one, an email address or an order number.",
    },
  },
  filters: {
    toggle: (count: number) => (count === 0 ? "Filters" : `Filters (${count})`),
    clear: "Clear filters",
    any: "Any",
    reason: "Reason",
    priority: "Priority",
    assignee: "Assigned to",
    nobody: "Nobody",
    language: "Language",
    channel: "Channel",
    channels: { widget: "Chat", email: "Email" } as Record<string, string>,
    late: "Order",
    isLate: "Late",
    none: { heading: "Nothing here", text: "No conversation of this view is like that." },
  },
  saved: {
    open: "Saved views",
    none: "None yet. Choose a view and filters, then save them here.",
    saveHeading: "Save what is shown now",
    name: "Name",
    shared: "Share with everybody at the desk",
    isShared: "shared",
    save: "Save view",
    saveNamed: (name: string) => `Save changes to ${name}`,
    saveChange: "Save",
    drop: "Delete",
    dropNamed: (name: string) => `Delete ${name}`,
    go: (name: string) => `Show ${name}`,
    done: "Saved",
    dropped: "Deleted",
    tooMany: "You have as many views as one person can have. Delete one first.",
    failed: "That could not be saved. Try again.",
    theirs: "Only whose it is can change it.",
  },
  bulk: {
    selected: (count: number) => `${count} selected`,
    select: (who: string) => `Select the conversation with ${who}`,
    all: "Select all on this page",
    clear: "Clear selection",
    assign: "Assign",
    assignMe: "Assign to me",
    snooze: "Snooze",
    close: "Close",
    progress: (done: number, of: number) => `${done} of ${of} done`,
    closeHeading: (count: number) => `Close ${many(count)}: how did it end?`,
    snoozeHeading: (count: number) => `Snooze ${many(count)}`,
    cancel: "Cancel",
    undo: "Undo",
    undone: (count: number) => `${many(count)} put back`,
    failed: "That did not work. Look again, and try once more.",
    words: { assign: "assigned", snooze: "snoozed", close: "closed" },
    summary: (words: string, done: number, changed: number, gone: number) =>
      [
        `${done} ${words}`,
        changed > 0 ? `${changed} had changed meanwhile` : "",
        gone > 0 ? `${gone} no longer there` : "",
      ]
        .filter((part) => part !== "")
        .join(", "),
  },
};

import type { NewEvent } from "../../conversations/events.ts";
import type { WidgetSettings } from "../../conversations/widget-settings.ts";

export const SCENES = ["fresh", "talk"] as const;
export type Scene = (typeof SCENES)[number];

/** What the page tells the preview's frame. */
export type Told = {
  scene: Scene;
  settings: Omit<WidgetSettings, "colors"> & { colors: NonNullable<WidgetSettings["colors"]> | null };
  /** What was said before one looks, and what follows whatever is written. */
  events: readonly NewEvent[];
  answer: readonly NewEvent[];
  /** What follows on asking for a person. */
  handover: NewEvent;
};

const ANSWER: readonly NewEvent[] = [
  {
    type: "message",
    author: "agent",
    messageId: "answer",
    text: "Your order **#1001** is on its way. It should be with you on Thursday, November 26.",
  },
  {
    type: "card",
    author: "agent",
    card: {
      kind: "order",
      orderName: "#1001",
      placedOn: "November 20",
      headline: "On its way",
      tone: "good",
      total: "$84.00",
      groups: [
        {
          label: "Parcel 1 of 1",
          status: "On its way",
          tone: "good",
          items: [{ title: "Linen tea towel", variant: "Blue", quantity: 2 }],
          steps: [
            { label: "Ordered", state: "done", at: null, atText: "November 20", detail: null },
            { label: "On its way", state: "current", at: null, atText: "November 23", detail: null },
            { label: "Delivered", state: "todo", at: null, atText: null, detail: null },
          ],
          expected: "Expected Thursday, November 26",
          tracking: [],
        },
      ],
    },
  },
];

const QUESTION: NewEvent = {
  type: "message",
  author: "shopper",
  messageId: "question",
  text: "Where is my order 1001?",
};

/** A made-up conversation, in words that the agent might use. */
export function told(scene: Scene, settings: WidgetSettings): Told {
  return {
    scene,
    settings,
    events: scene === "talk" ? [QUESTION, ...ANSWER] : [],
    answer: ANSWER,
    handover: {
      type: "escalation",
      author: "system",
      reason: "asked",
      text: "I have asked our team to take over. They will answer here.",
    },
  };
}

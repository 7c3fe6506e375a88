import type { PageProps } from "@shopify/polaris";
import type { Person } from "../../staff/audit.ts";
import { deskTexts } from "./desk.texts.ts";
import type { ShownDesk } from "./shown-desk.ts";
import type { Deeds } from "./use-deeds.ts";

const words = deskTexts.actions;

type Asked = {
  desk: ShownDesk;
  me: { id: string };
  members: readonly Person[];
  last: number;
  deeds: Deeds;
  open: (modal: "close" | "snooze" | "shortcuts") => void;
};
type Actions = Pick<PageProps, "actionGroups"> & {
  secondaryActions: { content: string; helpText?: string; onAction: () => void }[];
};

/** What can be done with the conversation as it stands, as the page's heading offers it. */
export function deskActions({ desk, me, members, last, deeds, open }: Asked): Actions {
  const { status, takenBy, assignedTo, snoozed } = desk;
  const isClosed = status === "closed";
  const { act } = deeds;
  const seen = assignedTo?.id ?? null;
  const other = takenBy !== null && takenBy.id !== me.id ? takenBy : null;
  const taking = {
    content: other ? deskTexts.takeFrom(other.name) : words.take,
    helpText: words.key("t"),
    onAction: () => void act({ deed: "take", from: other?.id ?? null }),
  };
  const isMine = takenBy?.id === me.id;
  return {
    secondaryActions: [
      ...(isClosed || isMine ? [] : [taking]),
      ...(status === "escalated" && !other
        ? [{ content: words.handBack, onAction: () => void act({ deed: "hand_back" }) }]
        : []),
      isClosed
        ? { content: words.reopen, onAction: () => void act({ deed: "reopen" }) }
        : { content: words.close, helpText: words.key("e"), onAction: () => open("close") },
      { content: words.shortcuts, helpText: words.key("?"), onAction: () => open("shortcuts") },
    ],
    actionGroups: isClosed
      ? []
      : [
          {
            title: words.assign,
            actions: [
              ...(seen === me.id
                ? []
                : [
                    {
                      content: words.toMe,
                      helpText: words.key("a"),
                      onAction: () => void act({ deed: "assign", to: me.id, seen }),
                    },
                  ]),
              ...members
                .filter(({ id }) => id !== me.id && id !== seen)
                .map(({ id, name }) => ({ content: name, onAction: () => void act({ deed: "assign", to: id, seen }) })),
              ...(seen === null
                ? []
                : [{ content: words.nobody, onAction: () => void act({ deed: "assign", to: null, seen }) }]),
            ],
          },
          ...(status === "escalated"
            ? [
                {
                  title: words.snooze,
                  actions: [
                    ...(snoozed ? [{ content: words.wake, onAction: () => void act({ deed: "wake" }) }] : []),
                    ...(
                      [
                        [words.later, "later_today"],
                        [words.tomorrow, "tomorrow"],
                        [words.monday, "next_monday"],
                      ] as const
                    ).map(([content, until]) => ({
                      content,
                      onAction: () => void act({ deed: "snooze", until, seen: last }),
                    })),
                    { content: words.custom, onAction: () => open("snooze") },
                  ],
                },
              ]
            : []),
        ],
  };
}

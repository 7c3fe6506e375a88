import type { WidgetStatus } from "../shopify/theme-embed.server.ts";

/** What is known of a shop that is being set up. */
export type SetupState = {
  /** A policy was published, or the preset is kept knowingly. */
  hasPolicy: boolean;
  /** Somebody has talked to the agent. */
  hasTalked: boolean;
  hasSender: boolean;
  hasTeam: boolean;
  isLive: boolean;
  isDismissed: boolean;
};

/** `mark` is done here and now; the others lead to where it is done. */
type StepAction =
  { kind: "theme_editor" | "storefront" } | { kind: "page"; url: string } | { kind: "mark"; mark: SetupMark };

export const SETUP_MARKS = ["keep_policy", "live", "dismiss"] as const;
export type SetupMark = (typeof SETUP_MARKS)[number];

export type StepId = "embed" | "policy" | "conversation" | "sender" | "team" | "live";

type Step = {
  id: StepId;
  /** The list can be put away without the others. */
  required: boolean;
  done: (state: SetupState, widget: WidgetStatus) => boolean;
  action: StepAction;
};

/** What it takes from installing the app to shoppers being answered, in the order it is best done. */
const STEPS: readonly Step[] = [
  {
    id: "embed",
    required: true,
    done: (_state, widget) => widget.kind === "on",
    action: { kind: "theme_editor" },
  },
  {
    id: "policy",
    required: true,
    done: ({ hasPolicy }) => hasPolicy,
    action: { kind: "mark", mark: "keep_policy" },
  },
  {
    id: "conversation",
    required: true,
    done: ({ hasTalked }) => hasTalked,
    action: { kind: "storefront" },
  },
  {
    id: "sender",
    required: false,
    done: ({ hasSender }) => hasSender,
    action: { kind: "page", url: "/app/settings/email" },
  },
  {
    id: "team",
    required: false,
    done: ({ hasTeam }) => hasTeam,
    action: { kind: "page", url: "/app/settings/team" },
  },
  {
    id: "live",
    required: true,
    done: ({ isLive }) => isLive,
    action: { kind: "mark", mark: "live" },
  },
];

export type ShownStep = { id: StepId; done: boolean; action: StepAction };

/** The steps there are, and whether those that must be done are. */
export function setupSteps(state: SetupState, widget: WidgetStatus): { steps: ShownStep[]; isComplete: boolean } {
  const judged = STEPS.map(({ id, action, required, done }) => ({ id, action, required, done: done(state, widget) }));
  return {
    steps: judged.map(({ id, action, done }) => ({ id, action, done })),
    isComplete: judged.every(({ required, done }) => !required || done),
  };
}

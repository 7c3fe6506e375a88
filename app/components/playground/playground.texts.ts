import type { Expectation, Judged } from "../../playground/expectations.ts";
import type { Trouble } from "../../playground/frames.ts";
import type { LastRun } from "../../playground/test-case.ts";
import { policyTexts } from "../policies/policy.texts.ts";
import { resolutionTexts } from "../resolution.texts.ts";

const TROUBLE: Record<Trouble["why"], { title: string; text: string }> = {
  customer_gone: {
    title: "This customer no longer exists",
    text: "They were deleted in Shopify, or merged with another customer. Choose somebody else.",
  },
  no_policy: {
    title: "There is no such policy",
    text: "It may have been published or discarded since. Choose another one.",
  },
  broken_policy: {
    title: "This policy can no longer be read",
    text: "It was written for another version of the app. Choose another one.",
  },
  limited: {
    title: "The playground has used up its turns for this hour",
    text: "Your shoppers are not affected: their turns are counted apart. Go on a little later.",
  },
  no_card: {
    title: "There is no card to answer",
    text: "It was answered already, or another one has taken its place.",
  },
  too_long: {
    title: "This conversation has become too long",
    text: "Begin anew, or save it as a test case first.",
  },
  unavailable: {
    title: "That did not work just now",
    text: "Nothing is lost: please try again.",
  },
};

function verdictOf(expectation: Extract<Expectation, { kind: "verdict" }>): string {
  const reason = resolutionTexts.reasons[expectation.reason];
  const about = expectation.wanted === null ? reason : `${reason}, ${resolutionTexts.kinds[expectation.wanted]}`;
  return `${about}: ${policyTexts.verdicts[expectation.verdict]}`;
}

/** What must hold, in a few words. */
function expects(expectation: Expectation): string {
  switch (expectation.kind) {
    case "tool":
      return expectation.called ? `Calls ${expectation.name}` : `Does not call ${expectation.name}`;
    case "verdict":
      return `Verdict on ${verdictOf(expectation)}`;
    case "words":
      return expectation.present ? `Says “${expectation.text}”` : `Never says “${expectation.text}”`;
    case "escalated":
      return expectation.escalated ? "Hands over to your team" : "Does not hand over to your team";
  }
}

/** What was found instead of what was expected. */
function happened({ expectation, instead }: Judged): string {
  switch (instead.kind) {
    case "tools":
      return instead.called.length === 0 ? "No tool was called." : `Called: ${instead.called.join(", ")}.`;
    case "verdict":
      return instead.verdict === null
        ? "Nothing was decided about it."
        : `The verdict was: ${policyTexts.verdicts[instead.verdict]}.`;
    case "said":
      if (instead.text === "") return "The agent said nothing.";
      return expectation.kind === "words" && !expectation.present
        ? `The agent said: “${instead.text}”`
        : `The agent’s last words were: “${instead.text}”`;
    case "escalated":
      return instead.escalated ? "It was handed over." : "It was not handed over.";
  }
}

const OUTCOMES: Record<LastRun["outcome"], string> = {
  passed: "Passed",
  failed: "Failed",
  customer_gone: "Customer no longer exists",
  unavailable: "Could not be run",
};

/** Words about the playground and its test cases that several pages share. */
export const playgroundTexts = {
  heading: "Playground",
  cases: "Test cases",
  trouble: TROUBLE,
  outcomes: OUTCOMES,
  notRun: "Not run yet",
  running: "Running",
  expects,
  happened,
  guest: "Guest",
  gone: "A customer whose data was erased",
  save: "Save",
  cancel: "Cancel",
  remove: "Remove",
  expectations: {
    heading: "What must hold",
    none: "Nothing yet. Add at least one.",
    removeOf: (what: string) => `Remove: ${what}`,
    kind: "Add",
    kinds: {
      says: "Words the agent must say",
      never: "Words the agent must not say",
      called: "A tool that must be called",
      not_called: "A tool that must not be called",
      verdict: "A verdict",
      handed: "Handed over to your team",
      not_handed: "Not handed over",
    },
    words: "Words",
    wordsHelp: "Capital and small letters count the same.",
    tool: "Tool",
    reason: "What the shopper says",
    wanted: "What they want",
    whatever: "Whatever they want",
    verdict: "Verdict",
    add: "Add to what must hold",
  },
  runs: {
    all: "Run all cases",
    cancel: "Cancel",
    progress: (done: number, of: number) => `${done} of ${of} cases run`,
    cancelled: (done: number, of: number) => `Cancelled after ${done} of ${of} cases`,
    label: "Progress",
  },
};

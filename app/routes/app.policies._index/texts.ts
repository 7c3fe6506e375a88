import type { PresetId } from "../../policy/presets.ts";

const PRESET_NAMES: Record<PresetId, string> = { cautious: "Cautious", balanced: "Balanced", generous: "Generous" };

/** All words of the page about the shop's policies. */
export const texts = {
  tryIt: "Try it on an order",
  backtest: "Compare two policies",
  subtitle: "What the agent may do without you, what it asks you first, and what it leaves to people.",
  loading: "Loading policies",
  failed: "The policies could not be loaded just now.",
  force: {
    heading: "In force",
    preset: (name: string) => `The preset “${name}”, since you have not published a policy of your own.`,
    since: (by: string, when: string) => `Published by ${by}, ${when}.`,
    edit: "Edit",
  },
  draft: {
    heading: "Draft",
    text: (by: string, when: string) =>
      `Last saved by ${by}, ${when}. Shoppers do not notice it before it is published.`,
    open: "Continue the draft",
    discard: "Discard",
    discardTitle: "Discard the draft?",
    discardText: "What is in the draft is lost. The policy in force stays as it is.",
    overtaken: "Somebody has changed or published the draft in the meantime. Nothing was discarded.",
    different: "Different from what is in force:",
  },
  presets: {
    heading: "Begin with a preset",
    text: "A preset becomes a draft, which you can change before you publish it.",
    names: PRESET_NAMES,
    use: "Use as draft",
    useNamed: (name: string) => `Use as draft: ${name}`,
  },
  import: {
    heading: "Import",
    text: "A policy that was exported, here or from another store in the same currency, becomes a draft.",
    file: "Policy file (JSON)",
    paste: "Or paste the JSON here",
    action: "Import as draft",
    chosen: (name: string) => `“${name}” is ready to be imported.`,
    unreadable: "This file could not be read.",
    problems: "This policy cannot be imported:",
  },
  history: {
    heading: "History",
    empty: "Versions appear here once you publish a policy.",
    first: "First published version",
    more: (count: number) => (count === 1 ? "and 1 more difference" : `and ${count} more differences`),
    older: "Older versions",
    newest: "Newest versions",
    open: (version: number, name: string) => `Version ${version}: ${name}`,
  },
};

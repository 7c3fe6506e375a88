import { Badge } from "@shopify/polaris";
import type { BadgeProps } from "@shopify/polaris";
import type { ResolutionState } from "../resolutions/states.ts";
import { resolutionTexts } from "./resolution.texts.ts";

/** What waits for people stands out; what is over and came to nothing does not. */
const TONES: Partial<Record<ResolutionState, NonNullable<BadgeProps["tone"]>>> = {
  awaiting_approval: "attention",
  needs_attention: "warning",
  confirmed: "info",
  approved: "info",
  executing: "info",
  succeeded: "success",
  failed: "critical",
};

export function ResolutionBadge({ state }: { state: ResolutionState }) {
  const tone = TONES[state];
  return <Badge {...(tone ? { tone } : {})}>{resolutionTexts.states[state]}</Badge>;
}

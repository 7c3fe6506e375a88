import type { BadgeProps } from "@shopify/polaris";
import type { Verdict } from "../../policy/verdict.ts";

export const VERDICT_TONES: Record<Verdict["kind"], NonNullable<BadgeProps["tone"]>> = {
  allow: "success",
  needs_approval: "attention",
  needs_evidence: "info",
  wait_until: "info",
  deny: "critical",
  escalate: "warning",
};

import { Badge } from "@shopify/polaris";
import type { BadgeProps } from "@shopify/polaris";
import type { ShownSituation } from "./shown-order.ts";
import { texts } from "./texts.ts";

const TONES: Record<ShownSituation["worry"], NonNullable<BadgeProps["tone"]>> = {
  fine: "success",
  watch: "attention",
  late: "warning",
  problem: "critical",
};

export function WorryBadge({ worry }: { worry: ShownSituation["worry"] }) {
  return <Badge tone={TONES[worry]}>{texts.worries[worry]}</Badge>;
}

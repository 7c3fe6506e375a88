/** The agent's tools by name, for who speaks of them without running them; `tools/index.ts` has the tools themselves. */
export const TOOL_NAMES = [
  "identify_shopper",
  "list_orders",
  "get_order",
  "resolution_options",
  "propose_resolution",
  "escalate",
] as const;

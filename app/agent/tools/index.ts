import { z } from "zod";
import type { ToolSpec } from "../models/port.ts";
import { escalate } from "./escalate.ts";
import { getOrder } from "./get-order.ts";
import { identifyShopper } from "./identify-shopper.ts";
import { listOrders } from "./list-orders.ts";
import { proposeResolution } from "./propose-resolution.ts";
import { resolutionOptions } from "./resolution-options.ts";
import type { Tool } from "./tool.ts";

/** Every tool the agent has, by name. */
export const TOOLS: ReadonlyMap<string, Tool> = new Map(
  [identifyShopper, listOrders, getOrder, resolutionOptions, proposeResolution, escalate].map((tool) => [
    tool.name,
    tool as Tool,
  ]),
);

/** As models are told of them: made once, so that the request's beginning is the same bytes every time. */
export const TOOL_SPECS: ToolSpec[] = [...TOOLS.values()].map((tool) => ({
  name: tool.name,
  description: tool.description,
  parameters: strictSchema(tool.arguments),
}));

/** Strict mode wants closed objects with every property required, and knows few keywords beyond types and enums. */
function strictSchema(schema: z.ZodType): Record<string, unknown> {
  const json: Record<string, unknown> = z.toJSONSchema(schema, {
    override: ({ jsonSchema }) => {
      delete jsonSchema.maxLength;
    },
  });
  delete json["$schema"];
  return { ...json, required: Object.keys(json["properties"] ?? {}) };
}

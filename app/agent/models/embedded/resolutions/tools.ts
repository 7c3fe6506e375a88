/** The two tools that putting things right takes; without them a person does it. */
export const RESOLUTION_TOOLS: ReadonlySet<string> = new Set(["resolution_options", "propose_resolution"]);

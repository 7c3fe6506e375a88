/** How the chat widget stands in a theme: switched on, switched off again, or never switched on. */
export type EmbedState = "on" | "off" | "absent";

/**
 * An app embed's type in a theme's settings: `shopify://apps/{app's handle}/blocks/{block}/{extension's id}`. Shopify
 * adds to a handle that is taken, as in `wherewithal-2`.
 */
const OUR_EMBED = /^shopify:\/\/apps\/wherewithal(-[a-z0-9-]+)?\/blocks\/chat\//;

/**
 * Reads `config/settings_data.json` of a theme (shopify.dev: theme architecture, settings_data.json).
 *
 * @returns null when the text is not what such a file holds: then nothing can be said.
 */
export function readEmbedState(settingsData: string): EmbedState | null {
  const settings = current(parse(settingsData));
  if (!settings) return null;
  const blocks = Object.values(record(settings["blocks"]) ?? {});
  const ours = blocks.map(record).filter((block) => OUR_EMBED.test(String(block?.["type"])));
  if (ours.length === 0) return "absent";
  return ours.some((block) => block?.["disabled"] !== true) ? "on" : "off";
}

/** `current` holds the settings, or the name of one of the `presets`. */
function current(data: Record<string, unknown> | null): Record<string, unknown> | null {
  const settings = data?.["current"];
  return record(typeof settings === "string" ? record(data?.["presets"])?.[settings] : settings);
}

/** Shopify writes a comment above the JSON of files that its editor made. */
function parse(text: string): Record<string, unknown> | null {
  try {
    return record(JSON.parse(text.replace(/^\s*\/\*[\s\S]*?\*\//, "")));
  } catch {
    return null;
  }
}

function record(value: unknown): Record<string, unknown> | null {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

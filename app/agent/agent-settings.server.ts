import { db } from "../platform/db.server.ts";
import { nextVersion, type Replaced, type Versioned, versionOf } from "../platform/versions.ts";
import { dropShopProfile } from "../shopify/shop-profile.server.ts";
import type { Deed } from "../staff/audit.ts";
import { changeRows } from "../staff/audit.server.ts";
import { agentSettingsSchema, type AgentSettings } from "./agent-settings.ts";

const NOTHING_SAID: AgentSettings = {
  agentName: "",
  tonePreset: "",
  tone: "",
  instructions: "",
  greeting: "",
  greetings: {},
  languages: [],
};

/** What the merchant says about the agent, read past every cache; each part that cannot be read counts as not said. */
export async function readAgentSettings(shop: string): Promise<Versioned<AgentSettings>> {
  const row = await db().shop.findUnique({ where: { shop } });
  if (!row) return { value: NOTHING_SAID, version: null };
  const { agentName, tonePreset, tone, instructions, greeting, greetings, languages } = row;
  const stored = { agentName, tonePreset, tone, instructions, greeting, greetings, languages };
  const { shape } = agentSettingsSchema;
  const parts = Object.entries(stored).filter(
    ([name, part]) => shape[name as keyof AgentSettings].safeParse(part).success,
  );
  const value = agentSettingsSchema.parse({ ...NOTHING_SAID, ...Object.fromEntries(parts) });
  return { value, version: versionOf(row.agentUpdatedAt) };
}

/**
 * Puts new settings in the place of those the editor saw.
 * @param version of what the editor saw; where another one is stored by now, nothing is changed
 */
export async function replaceAgentSettings(
  shop: string,
  settings: AgentSettings,
  version: string | null,
  deed: Deed | null = null,
): Promise<Replaced> {
  await db().shop.createMany({ data: [{ shop }], skipDuplicates: true });
  const agentUpdatedAt = nextVersion(version);
  const count = await changeRows(shop, deed, (on) =>
    on.shop.updateMany({
      where: { shop, agentUpdatedAt: version === null ? null : new Date(version) },
      data: { ...agentSettingsSchema.parse(settings), agentUpdatedAt },
    }),
  );
  if (count === 0) return { kind: "conflict" };
  dropShopProfile(shop);
  return { kind: "saved", version: agentUpdatedAt.toISOString() };
}

import { db } from "../../platform/db.server.ts";
import { errorFields, log } from "../../platform/log.server.ts";
import { nextVersion, type Replaced, type Versioned, versionOf } from "../../platform/versions.ts";
import { type DataSettings, dataSettingsSchema, DEFAULT_DATA_SETTINGS } from "./data-settings.ts";
import type { Deed } from "../../staff/audit.ts";
import { changeRows } from "../../staff/audit.server.ts";

/** What the shop says about its data; the defaults where it has said nothing, or nothing that can be read. */
export async function readDataSettings(shop: string): Promise<Versioned<DataSettings>> {
  const row = await db().dataSettings.findUnique({ where: { shop } });
  if (!row) return { value: DEFAULT_DATA_SETTINGS, version: null };
  const read = dataSettingsSchema.safeParse(row.settings);
  if (!read.success) log.error({ shop, ...errorFields(read.error) }, "the shop's word on its data cannot be read");
  return { value: read.success ? read.data : DEFAULT_DATA_SETTINGS, version: versionOf(row.updatedAt) };
}

/**
 * Puts new settings in the place of those the editor saw.
 * @param version of what the editor saw; where another one is stored by now, nothing is changed
 */
export async function replaceDataSettings(
  shop: string,
  settings: DataSettings,
  version: string | null,
  deed: Deed | null = null,
): Promise<Replaced> {
  const updatedAt = nextVersion(version);
  const data = { settings: dataSettingsSchema.parse(settings), updatedAt };
  const count = await changeRows(shop, deed, (on) =>
    version === null
      ? on.dataSettings.createMany({ data: [{ shop, ...data }], skipDuplicates: true })
      : on.dataSettings.updateMany({ where: { shop, updatedAt: new Date(version) }, data }),
  );
  return count === 0 ? { kind: "conflict" } : { kind: "saved", version: updatedAt.toISOString() };
}

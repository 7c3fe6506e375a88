import type { z } from "zod";
import { db } from "./db.server.ts";
import { errorFields, log } from "./log.server.ts";
import { nextVersion, type Replaced, type Versioned, versionOf } from "./versions.ts";

type Documents = ReturnType<typeof db>["settingDocument"];
/** Runs a change, alone or together with others that it must not be without, and tells how many rows it changed. */
type RunChange = (
  change: (on: { settingDocument: Pick<Documents, "createMany" | "updateMany"> }) => Promise<{ count: number }>,
) => Promise<number>;

const alone: RunChange = async (change) => (await change(db())).count;

/** What a merchant says about one subject, stored as one document. */
export type SettingDocument<Settings> = {
  /** The settings in force, read past every cache; the defaults where there are none. */
  read(shop: string): Promise<Settings>;
  /** The same with its version, for an editor. */
  toEdit(shop: string): Promise<Versioned<Settings>>;
  /**
   * Puts new settings in the place of those the editor saw.
   * @param version of what the editor saw; where another one is stored by now, nothing is changed
   * @param run what else is done with it, both or neither; by itself where it is left out
   */
  replace(shop: string, settings: Settings, version: string | null, run?: RunChange): Promise<Replaced>;
};

/** @param unreadable what counts where something is stored that cannot be read */
export function settingDocument<Settings extends object>(
  subject: string,
  schema: z.ZodType<Settings>,
  defaults: Settings,
  unreadable: Settings = defaults,
): SettingDocument<Settings> {
  const stored = (shop: string) => db().settingDocument.findUnique({ where: { shop_subject: { shop, subject } } });

  function parsed(shop: string, row: Awaited<ReturnType<typeof stored>>): Settings {
    if (!row) return defaults;
    const read = schema.safeParse(row.settings);
    if (read.success) return read.data;
    log.error({ shop, subject, ...errorFields(read.error) }, "settings cannot be read; others count in their place");
    return unreadable;
  }

  return {
    read: async (shop) => parsed(shop, await stored(shop)),
    async toEdit(shop) {
      const row = await stored(shop);
      return { value: parsed(shop, row), version: versionOf(row?.updatedAt) };
    },
    async replace(shop, settings, version, run = alone) {
      const updatedAt = nextVersion(version);
      const data = { settings: schema.parse(settings), updatedAt };
      const count = await run((on) =>
        version === null
          ? on.settingDocument.createMany({ data: [{ shop, subject, ...data }], skipDuplicates: true })
          : on.settingDocument.updateMany({ where: { shop, subject, updatedAt: new Date(version) }, data }),
      );
      return count === 0 ? { kind: "conflict" } : { kind: "saved", version: updatedAt.toISOString() };
    },
  };
}

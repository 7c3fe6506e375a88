import { db } from "../platform/db.server.ts";
import { errorFields, log } from "../platform/log.server.ts";
import { nextVersion, type Replaced, type Versioned, versionOf } from "../platform/versions.ts";
import type { Deed } from "../staff/audit.ts";
import { changeRows } from "../staff/audit.server.ts";
import { type Notice, noticeSchema } from "./notices.ts";
import { dropShopDates } from "./shop-settings.server.ts";

/** Most notices of a list; those that end last are the ones shown. */
const MOST_LISTED = 200;

type NoticeRow = { shop: string; id: string; notice: unknown; updatedAt: Date };

/** All notices of a shop, also those that are over, by their end from the latest on. */
export async function listNotices(shop: string): Promise<Versioned<Notice>[]> {
  const rows = await db().notice.findMany({
    where: { shop },
    orderBy: [{ until: "desc" }, { id: "asc" }],
    take: MOST_LISTED,
  });
  return rows.flatMap((row) => readable(row) ?? []);
}

export async function findNotice(shop: string, id: string): Promise<Versioned<Notice> | null> {
  const row = await db().notice.findUnique({ where: { shop_id: { shop, id } } });
  return row && readable(row);
}

/**
 * Declares a notice, or puts it in the place of the one the editor saw.
 * @param version of what the editor saw, null for a notice that does not exist yet; where another one is stored by now,
 * or none any more, nothing is changed
 */
export async function replaceNotice(
  shop: string,
  notice: Notice,
  version: string | null,
  deed: Deed | null = null,
): Promise<Replaced> {
  const parsed = noticeSchema.parse(notice);
  const updatedAt = nextVersion(version);
  const data = { notice: parsed, until: new Date(`${parsed.until}T00:00:00Z`), updatedAt };
  const { id } = parsed;
  const count = await changeRows(shop, deed, (on) =>
    version === null
      ? on.notice.createMany({ data: [{ shop, id, ...data }], skipDuplicates: true })
      : on.notice.updateMany({ where: { shop, id, updatedAt: new Date(version) }, data }),
  );
  if (count === 0) return { kind: "conflict" };
  dropShopDates(shop);
  return { kind: "saved", version: updatedAt.toISOString() };
}

/** Removes the notice the editor saw. @returns whether it was still that one. */
export async function withdrawNotice(
  shop: string,
  id: string,
  version: string,
  deed: Deed | null = null,
): Promise<boolean> {
  const count = await changeRows(shop, deed, (on) =>
    on.notice.deleteMany({ where: { shop, id, updatedAt: new Date(version) } }),
  );
  dropShopDates(shop);
  return count > 0;
}

function readable(row: NoticeRow): Versioned<Notice> | null {
  const parsed = noticeSchema.safeParse(row.notice);
  if (parsed.success) return { value: parsed.data, version: versionOf(row.updatedAt) };
  log.error({ shop: row.shop, notice: row.id, ...errorFields(parsed.error) }, "a notice cannot be read");
  return null;
}

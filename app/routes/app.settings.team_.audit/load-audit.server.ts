import { shopTime } from "../../components/shop-time.ts";
import { cursorText, readStep } from "../../platform/list-cursor.ts";
import { errorFields, log } from "../../platform/log.server.ts";
import { AUDIT_ACTIONS } from "../../staff/audit.ts";
import { type AuditFilter, auditPeople, listAudit } from "../../staff/list-audit.server.ts";
import { calledBy } from "../../staff/staff.ts";
import { readTeam } from "../../staff/team.server.ts";
import { shopProfile } from "../../shopify/shop-profile.server.ts";
import { actionInWords, detailsInWords, linkOf } from "./in-words.ts";

export type ShownAudit = NonNullable<Awaited<ReturnType<typeof loadAudit>>>;
export type ShownEntry = ShownAudit["entries"][number];

/** Which entries an address asks for; what is no person or action asks for all. */
export function readFilter(asked: URLSearchParams): AuditFilter {
  const person = asked.get("person") ?? "";
  return {
    staffId: /^[\w-]{1,64}$/.test(person) ? person : null,
    action: AUDIT_ACTIONS.find((one) => one === asked.get("action")) ?? null,
  };
}

/** Names of members by their ids, as of now. */
export async function memberNames(shop: string, currency: string): Promise<(id: string) => string | null> {
  const { members } = (await readTeam(shop, currency)).value;
  const names = new Map(members.map((member) => [member.id, calledBy(member)]));
  return (id) => names.get(id) ?? null;
}

/** Null when it cannot be read now. */
export async function loadAudit(shop: string, asked: URLSearchParams) {
  try {
    const { timeZone, currency } = await shopProfile(shop);
    const [page, people, nameOf] = await Promise.all([
      listAudit(shop, readFilter(asked), readStep(asked)),
      auditPeople(shop),
      memberNames(shop, currency),
    ]);
    const when = shopTime(timeZone);
    const entries = page.entries.map((entry) => ({
      id: entry.id,
      at: entry.at.toISOString(),
      when: when(entry.at.toISOString()),
      who: entry.staffName,
      what: actionInWords(entry.action),
      details: detailsInWords(entry, nameOf),
      link: linkOf(entry),
    }));
    const { newer, older } = page;
    return { entries, people, timeZone, newer: newer && cursorText(newer), older: older && cursorText(older) };
  } catch (error) {
    log.error({ shop, ...errorFields(error) }, "what people did could not be listed");
    return null;
  }
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { csv } from "../components/csv.ts";
import { auditToExport } from "../staff/list-audit.server.ts";
import { requireStaff } from "../staff/require-staff.server.ts";
import { shopProfile } from "../shopify/shop-profile.server.ts";
import { actionInWords, detailsInWords } from "./app.settings.team_.audit/in-words.ts";
import { memberNames, readFilter } from "./app.settings.team_.audit/load-audit.server.ts";
import { texts } from "./app.settings.team_.audit/texts.ts";

/** What people did as a file for a spreadsheet, filtered as its page is. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireStaff(request, "read_audit");
  const { currency } = await shopProfile(shop);
  const [entries, nameOf] = await Promise.all([
    auditToExport(shop, readFilter(new URL(request.url).searchParams)),
    memberNames(shop, currency),
  ]);
  const rows = entries.map((entry) => [
    entry.at.toISOString(),
    entry.staffName,
    entry.staffId,
    actionInWords(entry.action),
    entry.subject,
    detailsInWords(entry, nameOf),
  ]);
  return new Response(csv([texts.csv, ...rows]), {
    headers: { "Content-Type": "text/csv; charset=utf-8", "Cache-Control": "no-store" },
  });
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { dayWords } from "../components/shop-time.ts";
import { holidayRegions, listPublicHolidays } from "../orders/holidays.server.ts";
import { requireStaff } from "../staff/require-staff.server.ts";
import { shopClock } from "../shopify/shop-clock.ts";

/** A country's public holidays of the next twelve months and its regions, for the page that edits them. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await requireStaff(request, "look");
  const asked = new URL(request.url).searchParams;
  const country = /^[A-Z]{2}$/.exec(asked.get("country") ?? "")?.[0] ?? "";
  const region = /^[A-Z0-9]{1,6}$/.exec(asked.get("region") ?? "")?.[0] ?? "";
  const now = shopClock(session.shop)();
  const year = now.getUTCFullYear();
  const [from, until] = [now.toISOString().slice(0, 10), `${year + 1}${now.toISOString().slice(4, 10)}`];
  const [all, regions] = await Promise.all([
    listPublicHolidays(country, region, [year, year + 1]),
    holidayRegions(country),
  ]);
  const holidays = all.filter(({ day }) => day >= from && day < until);
  return Response.json({
    holidays: holidays.map(({ day, name }) => ({ day, name, shown: `${name} · ${dayWords(day)}` })),
    regions,
  });
}

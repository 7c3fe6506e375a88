import type { Wording } from "./group-words.ts";
import type { Dated } from "./judging.ts";
import type { JudgedGroup } from "./order-situation.ts";
import type { OrderSnapshot } from "./snapshot.ts";
import { leadEn } from "./texts.lead.en.ts";

/** One or two exact sentences about a group for the support lead; days are in the words of the order's own teller. */
export function leadText(
  { group, situation }: JudgedGroup,
  snapshot: OrderSnapshot,
  { teller, judging }: Wording,
): string {
  const day = (dated: Dated | null): string | null => dated && teller.date(dated.at, dated.source);
  const { fulfillmentOrder, parcel } = group;
  const { rules } = judging;
  const reach = situation.reach ?? "international";
  const { missed } = situation.outlook;
  const countries = [fulfillmentOrder?.location?.countryCode, snapshot.destination?.countryCode];
  return leadEn.group[situation.id].text({
    carrier: parcel?.tracking.find(({ company }) => company !== null)?.company ?? "the carrier",
    since: day(situation.since),
    lastScan: day(situation.lastScan),
    missed: missed && day(missed.to),
    sendBy: day(situation.sendBy),
    startsOn: day(situation.startsOn),
    holds:
      fulfillmentOrder && fulfillmentOrder.holds.length > 0 ? fulfillmentOrder.holds.join(", ") : "of unknown reason",
    fulfillmentOrder: fulfillmentOrder
      ? [fulfillmentOrder.status, fulfillmentOrder.requestStatus].filter((one) => one !== "UNSUBMITTED").join(" / ")
      : "unknown",
    fulfillment: parcel ? (parcel.displayStatus ?? parcel.status) : "no fulfillment",
    reach: countries.every(Boolean) ? reach : `${reach}, as a country is unknown`,
    limits: {
      firstScan: rules.firstScanWorkingDays,
      silent: rules.silentDays[reach],
      lost: rules.lostDays[reach],
      stuck: rules.stuckOutForDeliveryDays,
    },
  });
}

import { carrierNameOf } from "./carriers/carriers.ts";
import type { Wording } from "./group-words.ts";
import { meansOf } from "./judging.ts";
import type { Dated } from "./judging.ts";
import type { JudgedGroup } from "./order-situation.ts";
import type { OrderSnapshot } from "./snapshot.ts";
import { leadEn } from "./texts.lead.en.ts";

/** One or two exact sentences about a group for the support lead; days are in the words of the order's own teller. */
export function leadText(judged: JudgedGroup, snapshot: OrderSnapshot, { teller, judging }: Wording): string {
  const day = (dated: Dated | null): string | null => dated && teller.date(dated.at, dated.source);
  const { group, situation } = judged;
  const { fulfillmentOrder } = group;
  const { rules } = judging;
  const reach = situation.reach ?? "international";
  const { missed } = situation.outlook;
  const countries = [fulfillmentOrder?.location?.countryCode, snapshot.destination?.countryCode];
  return leadEn.group[situation.id].text({
    carrier: leadCarrier(judged),
    since: day(situation.since),
    lastScan: day(situation.lastScan),
    missed: missed && day(missed.to),
    sendBy: day(situation.sendBy),
    startsOn: day(situation.startsOn),
    holds: fulfillmentOrder?.holds ?? [],
    byService: fulfillmentOrder !== null && fulfillmentOrder.requestStatus !== "UNSUBMITTED",
    waitsAt: situation.said.place,
    keptUntil: day(situation.said.until),
    nobodyThere: situation.said.meaning === "missed",
    reach: countries.every(Boolean) ? reach : `${reach}, as a country is unknown`,
    limits: {
      firstScan: rules.firstScanWorkingDays,
      silent: rules.silentDays[reach],
      lost: rules.lostDays[reach],
      stuck: rules.stuckOutForDeliveryDays,
    },
  });
}

/** The carrier's name, where the shop gave it or the number tells it. */
export function leadCarrier({ group }: JudgedGroup): string {
  if (meansOf(group) === "local") return "the shop's courier";
  return carrierNameOf(group.parcel?.tracking ?? []) ?? "the carrier";
}

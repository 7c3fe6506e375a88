import { arrivingParcelCases } from "./cases/parcels-arriving.ts";
import { beforeShippingCases } from "./cases/before-shipping.ts";
import { carrierMessageCases } from "./cases/carrier-messages.ts";
import type { Case } from "./cases/case.ts";
import { demoCases } from "./cases/demo.ts";
import { holdCases } from "./cases/holds.ts";
import { noShippingCases } from "./cases/no-shipping.ts";
import { earlyParcelCases } from "./cases/parcels-early.ts";
import { moneyOwedCases } from "./cases/money-owed.ts";
import { movingParcelCases } from "./cases/parcels-moving.ts";
import { oddParcelCases } from "./cases/parcels-odd.ts";
import { overdueCases } from "./cases/overdue.ts";
import { partlyCases } from "./cases/partly.ts";
import { pickupAndLocalCases } from "./cases/pickup-and-local.ts";
import { preparingCases } from "./cases/preparing.ts";
import { returnCases } from "./cases/returns.ts";
import { signalledCases } from "./cases/signalled.ts";
import { thirdPartyCases } from "./cases/third-parties.ts";
import { undoneCases } from "./cases/undone.ts";
import { unusualOrderCases } from "./cases/unusual-orders.ts";

/** All hand-written orders, by their number. */
export const CASES: readonly Case[] = [
  ...demoCases,
  ...beforeShippingCases,
  ...thirdPartyCases,
  ...preparingCases,
  ...holdCases,
  ...partlyCases,
  ...noShippingCases,
  ...pickupAndLocalCases,
  ...undoneCases,
  ...returnCases,
  ...unusualOrderCases,
  ...earlyParcelCases,
  ...movingParcelCases,
  ...arrivingParcelCases,
  ...oddParcelCases,
  ...overdueCases,
  ...moneyOwedCases,
  ...signalledCases,
  ...carrierMessageCases,
].sort((one, other) => one.number - other.number);

/** What each hand-written order shows: `#1001` → its title, and what is true about it at the store file's `now`. */
export const CASE_INDEX: Readonly<Record<string, { title: string; truth: string }>> = Object.fromEntries(
  CASES.map(({ number, title, truth }) => [`#${number}`, { title, truth }]),
);

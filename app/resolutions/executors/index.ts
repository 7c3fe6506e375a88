import type { Executor } from "../executor.ts";
import type { Plan } from "../plan.ts";
import { cancel } from "./cancel.ts";
import { changeAddress } from "./change-address.ts";
import { changeItems } from "./change-items.ts";
import { exchange } from "./exchange.ts";
import { refund } from "./refund.ts";
import { replacement } from "./replacement.ts";
import { returnGoods } from "./return.ts";
import { storeCredit } from "./store-credit.server.ts";

const EXECUTORS: { readonly [Kind in Plan["kind"]]: Executor<Extract<Plan, { kind: Kind }>> } = {
  refund,
  store_credit: storeCredit,
  replacement,
  return: returnGoods,
  exchange,
  cancel,
  change_address: changeAddress,
  change_items: changeItems,
};

/** Who carries out plans of a kind. */
export function executorFor(kind: Plan["kind"]): Executor {
  return EXECUTORS[kind];
}

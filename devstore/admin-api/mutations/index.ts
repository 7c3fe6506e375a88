import type { RootFields } from "../resolvers.ts";
import { cancelMutations } from "./cancel.ts";
import { draftOrderMutations } from "./draft-orders.ts";
import { fulfillmentRequestMutations } from "./fulfillment-requests.ts";
import { orderEditMutations } from "./order-edits.ts";
import { orderMutations } from "./orders.ts";
import { refundMutations } from "./refunds.ts";
import { returnProcessMutations } from "./return-process.ts";
import { returnMutations } from "./returns.ts";
import { storeCreditMutations } from "./store-credit.ts";

/** Answers of the mutation root, gathered from one file for each subject. */
export const mutationFields: RootFields = {
  ...cancelMutations,
  ...draftOrderMutations,
  ...fulfillmentRequestMutations,
  ...orderEditMutations,
  ...orderMutations,
  ...refundMutations,
  ...returnMutations,
  ...returnProcessMutations,
  ...storeCreditMutations,
};

import type { Address, FrozenProposal, Plan } from "./plan.ts";

const NOBODY: Address = {
  firstName: null,
  lastName: null,
  company: null,
  address1: "",
  address2: null,
  city: "",
  provinceCode: null,
  zip: null,
  countryCode: "",
  phone: null,
};

/** By kind: the plan with whatever says who it was for, or quotes them, taken out. Units and amounts stay. */
const WITHOUT: { [K in Plan["kind"]]: (plan: Extract<Plan, { kind: K }>) => Extract<Plan, { kind: K }> } = {
  refund: (plan) => ({ ...plan, transactions: [] }),
  store_credit: (plan) => ({ ...plan, customerId: "" }),
  replacement: (plan) => ({ ...plan, customerId: null, email: null, address: NOBODY }),
  return: (plan) => ({ ...plan, note: "", instructions: "", labelUrl: null }),
  exchange: (plan) => ({ ...plan, note: "", instructions: "", labelUrl: null }),
  cancel: (plan) => plan,
  change_address: (plan) => ({ ...plan, before: null, after: NOBODY }),
  change_items: (plan) => ({ ...plan, transactions: [] }),
};

/**
 * A proposal that still says what was given for which units, so that nothing is given twice, and no longer to whom (P10). It
 * is no plan to carry out any more: its digest does not fit it.
 */
export function withoutPerson(proposal: FrozenProposal): FrozenProposal {
  const strip = WITHOUT[proposal.plan.kind] as (plan: Plan) => Plan;
  return { ...proposal, customerId: null, plan: strip(proposal.plan) };
}

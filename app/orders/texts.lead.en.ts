import { CONFLICTS } from "./english/lead/conflicts.ts";
import { EDITED, KINDS, ORDERS, RULES } from "./english/lead/orders.ts";
import { PARCELS } from "./english/lead/parcels.ts";
import { WAITING } from "./english/lead/waiting.ts";
import type { Row } from "./english/lead/words.ts";
import type { GroupSituationId } from "./situation-ids.ts";

const GROUPS: Record<GroupSituationId, Row> = { ...WAITING, ...PARCELS };

/** For the support lead, exact: what is true of an order and each part of it, and what should happen next. */
export const leadEn = {
  edited: EDITED,
  group: GROUPS,
  order: ORDERS,
  kind: KINDS,
  rule: RULES,
  conflict: CONFLICTS,
};

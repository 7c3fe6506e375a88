import type { Faults } from "../../../devstore/faults.ts";
import type { Random } from "../../../devstore/shop/random.ts";

export type Trouble = "none" | "some" | "storm";

/** Everything that the app says to Shopify to change something. */
const MUTATIONS = [
  "RefundCreate",
  "StoreCreditCredit",
  "ReplacementDraftCreate",
  "ReplacementDraftComplete",
  "OrderTagsAdd",
  "ReturnOpen",
  "ReturnLabelAttach",
  "ReturnProcessExchange",
  "OrderCancel",
  "OrderAddressUpdate",
  "OrderEditBegin",
  "OrderEditSetQuantity",
  "OrderEditAddVariant",
  "OrderEditCommit",
] as const;

const LOST = (random: Random) => ({ dropAnswer: { next: random.int(1, 2) } });

const TROUBLES: readonly (readonly [weight: number, trouble: (random: Random) => object])[] = [
  [5, LOST],
  [2, (random) => ({ malformed: { next: random.int(1, 2) } })],
  [3, (random) => ({ networkCut: { next: random.int(1, 2) } })],
  [2, (random) => ({ status5xx: { next: random.int(1, 3), status: random.pick([500, 502, 503]) } })],
  [2, () => ({ throttle: { next: 1 } })],
  [1, (random) => ({ latencyMs: random.int(100, 800) })],
  [1, (random) => ({ jobFails: { next: random.int(1, 2) } })],
];

const PAUSE_MS: Record<Trouble, readonly [number, number]> = { none: [0, 0], some: [150, 400], storm: [20, 80] };

/** One trouble after the other until it is over; how many there were. Most are lost answers: they tempt to do it twice. */
export async function trouble(faults: Faults, kind: Trouble, random: Random, isOver: AbortSignal): Promise<number> {
  let count = 0;
  if (kind === "none") return count;
  while (!isOver.aborted) {
    const what = kind === "storm" ? random.weighted(TROUBLES)(random) : LOST(random);
    faults.set({ ...what, operationName: random.pick(MUTATIONS) });
    count += 1;
    await new Promise((resolve) => setTimeout(resolve, random.int(...PAUSE_MS[kind])));
  }
  return count;
}

import type { ToolCall } from "#app/agent/models/port.ts";
import type { OrderFacts } from "#app/orders/facts.ts";
import type { RequestReason, ResolutionKind } from "#app/policy/kinds.ts";
import type { ChoosableItem, OptionsTold, OptionTold, ProposalAsk } from "#app/resolutions/tool-answers.ts";
import { delivered, order, parcel } from "./embedded-chat.ts";

/** What the scripted shop's policy says to everything, where it is not simply yes. */
export type DeskPolicy =
  "allow" | "photo" | "words" | "wait" | "deny" | "deny_credit" | "approval" | "escalate" | "refund_only_one";

const item = (number: number, title: string, variant: string | null, quantity: number, ...otherVariants: string[]) => ({
  number,
  title,
  variant,
  quantity,
  free: quantity,
  unitPrice: "€20.00",
  otherVariants,
});

/** The items of the scripted orders, as `resolution_options` lists them. */
export const DESK_ITEMS: Readonly<Record<string, ChoosableItem[]>> = {
  "#3001": [
    item(1, "Walnut Desk Lamp", "Large / Blue", 1, "Large / Black", "Small / Blue", "Small / Black"),
    item(2, "Ceramic Mug", "White", 3, "Green", "Blue"),
    item(3, "Ceramic Mug", "Green", 1, "White", "Blue"),
    item(4, "Soy Candle", null, 2),
    item(5, "Small Glass Vase", null, 1),
    item(6, "Linen Apron", "Sand / M", 1, "Sand / S", "Sand / L", "Olive / S", "Olive / M", "Olive / L"),
    item(7, "Large Glass Vase", null, 1),
  ],
  "#3002": [item(1, "Wool Throw", "Blue", 1, "Grey", "Red")],
  "#3003": [
    item(1, "Linen Sheet Set", "Queen / Sage", 1, "Queen / White", "King / Sage", "King / White"),
    item(2, "Pillowcase", "White", 4),
  ],
  "#3004": [item(1, "Rattan Basket", null, 1), item(2, "Bath Towel", "Sand", 2, "White")],
};

const inOrder = (name: string) =>
  (DESK_ITEMS[name] ?? []).map(({ title, variant, quantity }) => ({ title, variant, quantity }));

/** The same orders as `get_order` tells them: two have arrived, one is not sent, one is late. */
export const DESK_ORDERS: readonly OrderFacts[] = [
  delivered("#3001", { groups: [parcel({ situation: "delivered", items: inOrder("#3001"), turn: "nobody" })] }),
  delivered("#3002", { groups: [parcel({ situation: "delivered", items: inOrder("#3002"), turn: "nobody" })] }),
  order("#3003", {
    situation: "preparing",
    headline: "Your order is being prepared.",
    groups: [parcel({ kind: "to_ship", situation: "preparing", items: inOrder("#3003"), tracking: [] })],
  }),
  order("#3004", {
    situation: "stuck",
    tone: "warn",
    worry: "late",
    headline: "Your order is on its way with DHL, later than expected.",
    groups: [parcel({ situation: "stuck", tone: "warn", worry: "late", items: inOrder("#3004") })],
  }),
];

const BOTH = ["original_payment", "store_credit"] as const;
const option = (kind: ResolutionKind, text: string, destinations: OptionTold["destinations"] = []): OptionTold => ({
  kind,
  text,
  approval: false,
  destinations,
  goodsComeBack: kind === "return" || kind === "exchange",
});
const REFUND = option("refund", "A refund of €20.00 to the original payment method or €22.00 as store credit", [
  ...BOTH,
]);
const REPLACEMENT = option("replacement", "A replacement at no cost");
const OFFERS: Readonly<Record<RequestReason, readonly OptionTold[]>> = {
  wrong_item: [REPLACEMENT, REFUND],
  missing_item: [REPLACEMENT, REFUND],
  damaged: [REPLACEMENT, REFUND],
  defective: [REPLACEMENT, REFUND],
  lost: [REPLACEMENT, REFUND],
  not_received: [REPLACEMENT, REFUND],
  late: [option("refund", "The shipping back: €4.00 to the original payment method", ["original_payment"])],
  changed_mind: [option("return", "A return at the shop's cost: €20.00 when the items are back", [...BOTH])],
  wrong_size: [
    option("exchange", "An exchange for another variant; the items go back first"),
    option("return", "A return at the shop's cost: €20.00 when the items are back", [...BOTH]),
  ],
  cancel: [
    option("cancel", "Cancelling the whole order, with €84.00 to the original payment method", ["original_payment"]),
  ],
  change_address: [option("change_address", "Another delivery address for the order")],
  change_items: [option("change_items", "Fewer items, or another variant")],
};
const WHOLE: ReadonlySet<RequestReason> = new Set(["cancel", "change_address", "late"]);
const CREDIT = option("store_credit", "A refund of €22.00 as store credit", ["store_credit"]);

type Ask = Pick<ProposalAsk, "orderName" | "reason" | "items"> & Partial<ProposalAsk>;

/** Plays both resolution tools for the scripted orders. `photos`: how many the shopper has sent. */
export function deskAnswer(call: ToolCall, policy: DeskPolicy, photos: number): unknown {
  const ask = JSON.parse(call.arguments) as Ask;
  const name = `#${(ask.orderName ?? "#3002").replace("#", "")}`;
  const items = DESK_ITEMS[name];
  if (!items) return { kind: "not_found", message: "This shopper has no such order." };
  const told = tell(name, items, ask, policy, photos);
  if (typeof told === "string") return { kind: "invalid", message: told };
  if (call.name === "resolution_options") return { kind: "ok", result: told };
  const described = ask.description !== null && ask.description !== undefined && ask.description.trim() !== "";
  const open = told.verdict === "allow" || told.verdict === "needs_approval";
  const evident = told.verdict === "needs_evidence" && (!told.needs.description || described) && !told.needs.photo;
  const chosen = told.options.find(({ kind }) => kind === ask.kind);
  const credit = told.verdict === "deny" && ask.kind === "store_credit" && chosen;
  if (!(open || evident || credit) || !chosen) return { kind: "ok", result: told };
  if (chosen.destinations.length > 1 && !ask.destination)
    return { kind: "invalid", message: "Ask where the money shall go." };
  if (ask.kind === "exchange" && !ask.variant) return { kind: "invalid", message: "Say which variant." };
  if (ask.kind === "change_address" && !ask.address) return { kind: "invalid", message: "Give the new address." };
  if (ask.kind === "change_items" && ask.variant === null && ask.newQuantity === null)
    return { kind: "invalid", message: "Say the new number of units, or the variant wanted instead." };
  const summary = `${chosen.text} for order ${name}`;
  return {
    kind: "ok",
    result: {
      proposed: true,
      orderName: name,
      resolution: ask.kind,
      summary,
      approval: policy === "approval",
      confirmBy: "14:05",
      confirmWith: "button",
    },
  };
}

function tell(
  orderName: string,
  items: ChoosableItem[],
  ask: Ask,
  policy: DeskPolicy,
  photos: number,
): OptionsTold | string {
  const bare: OptionsTold = {
    orderName,
    reason: ask.reason,
    items,
    chosen: [],
    verdict: "allow",
    sentence: "I can offer you this.",
    needs: { photo: false, description: false },
    until: null,
    options: [...OFFERS[ask.reason]],
    address: null,
  };
  const units = items.reduce((sum, { free }) => sum + free, 0);
  if (!WHOLE.has(ask.reason) && ask.items.length === 0 && units > 1)
    return { ...bare, verdict: "choose_items", sentence: "Which items is it about?", options: [] };
  const picked = WHOLE.has(ask.reason) ? [] : ask.items.length > 0 ? ask.items : [{ number: 1, quantity: 1 }];
  for (const { number, quantity } of picked) {
    const one = items[number - 1];
    if (!one || quantity > one.quantity) return `The order has no ${quantity} of item ${number}.`;
  }
  bare.chosen = picked.map((one) => ({ ...one, title: items[one.number - 1]?.title ?? "" }));
  switch (policy) {
    case "allow":
      return bare;
    case "refund_only_one":
      return {
        ...bare,
        options: [
          { ...REFUND, text: "A refund of €20.00 to the original payment method", destinations: ["original_payment"] },
        ],
      };
    case "photo":
      return photos > 0
        ? bare
        : {
            ...bare,
            verdict: "needs_evidence",
            needs: { photo: true, description: false },
            sentence: "I'm sorry about that. Please send me a photo, so that I can put it right.",
          };
    case "words":
      return {
        ...bare,
        verdict: "needs_evidence",
        needs: { photo: false, description: true },
        sentence: "I'm sorry about that. Please send me a few words on what is wrong, so that I can put it right.",
      };
    case "wait":
      return {
        ...bare,
        verdict: "wait_until",
        until: "Friday 27 November",
        sentence:
          "Parcels often turn up with a neighbor or a day later. If it isn't there by Friday 27 November, tell me and I'll put it right.",
      };
    case "deny":
      return {
        ...bare,
        verdict: "deny",
        options: [],
        sentence: "I'm sorry: the time for this was 30 days, and it is over.",
      };
    case "deny_credit":
      return { ...bare, verdict: "deny", options: [CREDIT], sentence: "I'm sorry: the time for a return is over." };
    case "approval":
      return { ...bare, verdict: "needs_approval", options: bare.options.map((one) => ({ ...one, approval: true })) };
    case "escalate":
      return {
        ...bare,
        verdict: "escalate",
        options: [],
        sentence: "I'd like someone from our team to look at this; I'll pass it on with everything you told me.",
      };
  }
}

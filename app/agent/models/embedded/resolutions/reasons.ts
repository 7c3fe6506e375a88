import type { RequestReason, ResolutionKind } from "../../../../policy/kinds.ts";
import type { Intent } from "../intents.ts";
import type { Wish } from "../understand.ts";

export type Destination = "original_payment" | "store_credit";

/** One thing to put right, as a message says it. `reason` is null where only what is wanted was said. */
export type Request = {
  reason: RequestReason | null;
  /** The part of the message that says it, or all of it. */
  text: string;
  orders: string[];
  intent: Intent;
};

const REASON_OF: Partial<Record<Intent, RequestReason>> = {
  not_received: "not_received",
  lost: "lost",
  damaged: "damaged",
  wrong_item: "wrong_item",
  missing_item: "missing_item",
  return: "changed_mind",
  exchange: "wrong_size",
  cancel: "cancel",
  change_address: "change_address",
  change_items: "change_items",
};
/** They say what is wanted; the reason is another, when there is one. */
const WANTED_ONLY: ReadonlySet<Intent> = new Set(["refund_request", "exchange", "return"]);

const DEFECT =
  /\b(?:defect\w*|faulty|fault|malfunction\w*|(?:does|did|do|is|are)(?:n['’]?t| not) (?:work|turn|switch|charge|start|heat)\w*|not working|stopp?(?:ed|s) (?:working|charging|heating)|fell apart|fall(?:s|ing) apart|won['’]?t (?:turn|switch|charge|start)|after (?:a|one|two|three|\d+|the first) (?:day|week|month|wash|use)\w*)\b/i;
const ANEW = /\b(?:replac\w*|new ones?|another one|reship|resend|send (?:it|them|one|me one|another) again)\b/i;
const OTHER_VARIANT =
  /\b(?:exchang\w*|swap\w*|trade|sizes?|colou?rs?|bigger|smaller|larger|too (?:big|small|large|tight|short|long|loose|wide)|instead|different one|other (?:size|colou?r))\b/i;
const MAKE_UP =
  /\b(?:compensat\w*|refund|money back|for the (?:delay|wait)|make up for|discount|credit|shipping (?:cost|fee)s?(?: back)?)\b/i;

/** What a message asks to put right, each thing once; what is merely wanted belongs to the reasons beside it. */
export function requestsIn(wishes: readonly Wish[], said: string): Request[] {
  const address = wishes.some(({ intent }) => intent === "change_address");
  const about = wishes.filter(
    ({ intent, like }) => isAbout(intent) && !(address && intent === "change_items" && /\bmy order$/.test(like)),
  );
  const apart = (wish: Wish) => wish.intent === "return" && namesItsOwn(wish, about);
  const several =
    new Set(about.flatMap((wish) => (!WANTED_ONLY.has(wish.intent) || apart(wish) ? [wish.intent] : []))).size > 1;
  const found = about.flatMap((wish): Request[] => {
    const text = several && wish.text !== "" ? wish.text : said;
    const reason = reasonOf(wish.intent, text, said);
    if (wish.intent === "order_late" && reason === null) return [];
    return [{ reason, text, orders: wish.orders, intent: wish.intent }];
  });
  const firm = found.filter(
    ({ reason, intent }) =>
      (reason !== null && !(WANTED_ONLY.has(intent) && isWantBeside(intent, found))) ||
      about.some((wish) => wish.intent === intent && apart(wish) && several),
  );
  const requests = firm.length > 0 ? firm : found.slice(0, 1);
  return requests.filter((one, at) => requests.findIndex(({ reason }) => reason === one.reason) === at);
}

export function isAbout(intent: Intent): boolean {
  return intent in REASON_OF || WANTED_ONLY.has(intent) || intent === "order_late";
}

const NO_ITEM =
  /^(?:want|need|like|would|could|return\w*|send\w*|back|please|also|with|have|money|refund\w*|this|that|them|these|those|thing|item\w*|order|label)$/i;

/** "The lamp is broken and I want to return the candles": the candles are another matter than the lamp. */
function namesItsOwn({ text }: Wish, about: readonly Wish[]): boolean {
  const others = about.filter((other) => other.intent !== "return" && !WANTED_ONLY.has(other.intent));
  const named = text.split(/[^\p{L}]+/u).filter((word) => word.length >= 4 && !NO_ITEM.test(word));
  return (
    others.length > 0 && named.length > 0 && others.every((other) => !named.some((word) => other.text.includes(word)))
  );
}

/** "It is broken, I want to return it": the return is what is wanted of the broken item. */
function isWantBeside(intent: Intent, found: readonly Request[]): boolean {
  return (
    found.some((other) => other.intent !== intent && other.reason !== null && !WANTED_ONLY.has(other.intent)) ||
    (intent === "return" && found.some((other) => other.intent === "exchange" && other.reason !== null))
  );
}

const UNFIT = /\b(?:fits?|too (?:big|small|large|tight|short|long|loose|wide)|wrong size)\b/i;
const DELAY = /\b(?:late|delay(?:ed)?|taking (?:forever|so long)|too long|still waiting)\b/i;

const GONE = /\b(?:never (?:came|arrived|showed|turned)|stuck|(?:not|n['’]t) moved|gone missing)\b/i;

/** `text` is the part of the message `said` that says it. */
const BY_WORDS: Partial<Record<Intent, (text: string, said: string) => RequestReason | null>> = {
  damaged: (text) => (DEFECT.test(text) ? "defective" : "damaged"),
  exchange: (_, said) => (ANEW.test(said) && !OTHER_VARIANT.test(said) ? null : "wrong_size"),
  return: (_, said) => (UNFIT.test(said) ? "wrong_size" : "changed_mind"),
  refund_request: (_, said) => (DELAY.test(said) ? "late" : null),
  order_late: (_, said) => (!MAKE_UP.test(said) ? null : GONE.test(said) ? "lost" : "late"),
};

function reasonOf(intent: Intent, text: string, said: string): RequestReason | null {
  const byWords = BY_WORDS[intent];
  return byWords ? byWords(text, said) : (REASON_OF[intent] ?? null);
}

const WANTS: readonly (readonly [ResolutionKind, RegExp])[] = [
  ["store_credit", /\b(?:store ?credit|shop credit|voucher|gift card|credit)\b/gi],
  [
    "refund",
    /\b(?:refund(?:ed|s)?|money back|reimburse\w*|(?:have|get|want|rather have|take|prefer) (?:my|the) money)\b/gi,
  ],
  [
    "replacement",
    /\b(?:replac\w*|(?:a|an|some) new (?!address)\w+|(?:new|fresh) ones?|another one|send (?:me |us )?(?:it|them|one|another|the (?:right|correct|missing)\b[^.,!?]*)(?: again)?|resend|re-send|reship|the (?:right|correct) one)\b/gi,
  ],
  [
    "exchange",
    /\b(?:exchang\w*|swap\w*|trade|(?:different|other|another|bigger|smaller|larger) (?:size|colou?r|one))\b/gi,
  ],
  [
    "return",
    /\b(?:return(?:ing|ed)? |returns?$|a return|send (?:it|them|this|these|that) back|give (?:it|them) back)\b/gi,
  ],
  ["cancel", /\b(?:cancel\w*|call off|void)\b/gi],
];
const DENIED = /\b(?:not|n['’]t|no|don['’]?t|dont|instead of|rather than|without|never)\b[^.,;!?]{0,22}$/i;

/** The resolutions that a message names as wanted, in the order of naming; "not a refund" names none. */
export function wantsIn(said: string): ResolutionKind[] {
  const found = WANTS.flatMap(([kind, pattern]) =>
    [...said.matchAll(pattern)]
      .filter(({ index }) => !DENIED.test(said.slice(0, index)))
      .map(({ index }) => ({ kind, index })),
  );
  return [...new Set(found.toSorted((a, b) => a.index - b.index).map(({ kind }) => kind))];
}

/** Where the money shall go, when the message says it, and says only one. */
export function destinationIn(said: string): Destination | null {
  const credit =
    /\b(?:store ?credit|shop credit|voucher|gift card|(?:as|the|a) credit|^credit)\b/i.test(said) &&
    !/\b(?:not|no) (?:a |as )?(?:store ?)?credit\b/i.test(said);
  const payment =
    /\b(?:original|(?:my|the) (?:\w+ )?(?:card|account|bank|visa|mastercard)|(?:credit|debit|bank) card|paypal|klarna|how i paid|way i paid|payment method|bank account|^card)\b/i.test(
      said,
    );
  return credit === payment
    ? payment && /\bcredit card\b/i.test(said)
      ? "original_payment"
      : null
    : credit
      ? "store_credit"
      : "original_payment";
}

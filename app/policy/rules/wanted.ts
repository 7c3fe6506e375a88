import type { Case, Dropped } from "../case.ts";
import { TEXTS } from "../texts.en.ts";
import type { Sentences } from "../texts.en.ts";
import { minus } from "../amounts.ts";
import type { DenyReason, EscalateReason, PricedOption } from "../verdict.ts";
import { deny, escalate, keep, pass } from "./rule.ts";
import type { Rule } from "./rule.ts";

/** Where the money goes where the shopper said so; the difference of an exchange goes where the policy says. */
function chooseDestination(option: PricedOption, wanted: "original_payment" | "store_credit"): PricedOption {
  if (option.destinations.length < 2) return option;
  const { bonus, value } = option;
  const money = wanted === "store_credit" || !bonus ? {} : { value: minus(value, bonus), bonus: null };
  return { ...option, ...money, destinations: [wanted] };
}

/** What is left once the shopper said what they want, and the refusal where that is nothing. */
export const WANTED_RULES: readonly Rule[] = [
  {
    id: "money.destination",
    about: "Where the shopper wants the money",
    judge: (c) => {
      const wanted = c.request.destination;
      if (wanted === null) return pass("the shopper did not say");
      const free = ({ kind, destinations }: PricedOption): boolean =>
        destinations.length === 0 || kind === "exchange" || kind === "change_items";
      const fits = (option: PricedOption): boolean => free(option) || option.destinations.includes(wanted);
      const options = c.options
        .filter(fits)
        .map((option) => (free(option) ? option : chooseDestination(option, wanted)));
      const said = wanted === "store_credit" ? "wants store credit" : "wants it back where it was paid from";
      const dropped = c.options
        .filter((option) => !fits(option))
        .map(({ kind }) => ({ kind, why: "not_offered" as const, said }));
      return { kind: "narrow", said, options, dropped };
    },
  },
  {
    id: "{reason}.wanted",
    about: "What the shopper wants",
    judge: (c) => {
      const { wanted } = c.request;
      if (wanted === null) return pass("nothing in particular is wanted");
      const gone = { why: "not_offered", said: `wants a ${wanted.replaceAll("_", " ")}` } as const;
      return keep(c, ({ kind }) => kind === wanted, gone, "nothing else is on offer");
    },
  },
  {
    id: "options.none",
    about: "Whether anything is on offer",
    judge: (c) => {
      if (c.options.length > 0) return pass("something is");
      if (c.terms.offers.length === 0) return escalate("not_covered", TEXTS.nothingOffered());
      const why = whyNothing(c);
      if (isEscalation(why)) return escalate(why.why, TEXTS.person(why.said));
      return deny(why, c.reason === "late" && why === "not_offered" ? TEXTS.lateTooSoon : textsFor(why), true);
    },
  },
];

type Escalation = { why: EscalateReason; said: string };

const WEIGHT: readonly DenyReason[] = ["out_of_stock", "nothing_left", "too_late_to_change"];

/** Of what was dropped, what the shopper wanted counts; a person's matter outweighs a refusal. */
function whyNothing(c: Case): DenyReason | Escalation {
  const { wanted } = c.request;
  const about = c.dropped.filter(({ kind }) => wanted === null || kind === wanted);
  const open = about.find((dropped): dropped is Dropped & Escalation => !isDenial(dropped.why));
  if (open) return open;
  return WEIGHT.find((why) => about.some((dropped) => dropped.why === why)) ?? "not_offered";
}

function isEscalation(why: DenyReason | Escalation): why is Escalation {
  return typeof why === "object";
}

function isDenial(why: DenyReason | EscalateReason): why is DenyReason {
  return ["out_of_stock", "nothing_left", "too_late_to_change", "not_offered"].includes(why);
}

function textsFor(why: DenyReason): Sentences {
  return why in TEXTS.offerLeft ? TEXTS.offerLeft[why as keyof typeof TEXTS.offerLeft] : TEXTS.offerLeft.not_offered;
}

import type { Evidence } from "../../orders/evidence.ts";
import { unsupportedClaim } from "./claims.ts";
import { MOST_FIGURES } from "./figure.ts";
import { figuresIn } from "./figures.ts";
import type { Knowledge } from "./knowledge.ts";
import { supportOf } from "./support.ts";

export type Verdict =
  /** `evidence`: what the sentence's figures rest on. */
  | { kind: "grounded"; evidence: Evidence[] }
  /** `why`: the figures or the claim that nothing bears out, as written. */
  | { kind: "unsupported"; why: string[] };

/** So much of what was sent before is looked at together with a sentence: a figure may be torn between two. */
const TAIL = 40;

/** The sentence gives back what the shopper said, or feels for how long they have waited. */
const ECHO =
  /\byou(?:['’]ve| have)?\s+(?:\w+\s+)?(?:said|mentioned|wrote|told|gave|asked|entered|sent|provided|need(?:ed)?|want(?:ed)?|were hoping|been waiting|waited)\b|\btoo long\b|\bsie (?:\w+\s+){0,3}(?:geschrieben|erwähnt|angegeben|genannt|brauchen)|\bvous avez\b.{0,20}\b(?:dit|mentionné|indiqué|écrit)|\b(?:mencionaste|dijiste|indicaste|indicó|mencionó)|とのこと|おっしゃ/i;

/**
 * Whether a sentence may be sent (P4): every figure in it must rest on evidence, on what a tool or a person of the shop said,
 * or, for order numbers and in sentences that say so, on the shopper's own words; and it must not claim a deed.
 *
 * @param before what was sent of this message so far.
 */
export function check(sentence: string, before: string, knowledge: Knowledge, handedOver: boolean): Verdict {
  const claim = unsupportedClaim(sentence, knowledge, handedOver);
  if (claim) return { kind: "unsupported", why: [`claim: ${claim}`] };

  const tail = before.slice(-TAIL);
  const count = figuresIn(tail + sentence).length;
  if (count === 0) return { kind: "grounded", evidence: [] };
  if (count > MOST_FIGURES) return { kind: "unsupported", why: ["too many figures"] };
  const text = knowledge.withoutTitles((tail + sentence).normalize("NFKC"));
  // Normalising may change lengths, so the border is measured after it.
  const border = tail.normalize("NFKC").length;
  const echo = ECHO.test(sentence);
  const evidence = new Map<string, Evidence>();
  const why: string[] = [];
  for (const figure of figuresIn(text)) {
    if (figure.end <= border) continue;
    const support = supportOf(figure, knowledge, echo);
    if (!support) why.push(figure.text.replace(/[\s.,;]+$/, ""));
    else for (const one of support.evidence) evidence.set(`${one.kind} ${one.value}`, one);
  }
  return why.length > 0 ? { kind: "unsupported", why } : { kind: "grounded", evidence: [...evidence.values()] };
}

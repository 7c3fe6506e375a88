import { RESOLUTION_KINDS, type ResolutionKind } from "../../../../policy/kinds.ts";
import { RESOLUTION_STATES, type ResolutionState } from "../../../../resolutions/states.ts";
import { FROM_SYSTEM } from "../../../transcript.ts";

/** What the ledger told the shopper about a resolution, as the transcript has it. */
export type News = { kind: ResolutionKind; orderName: string; state: ResolutionState; text: string };

/** News in a message of the transcript: "#1001, refund: succeeded. It is on its way."; null for a card or any other message. */
export function newsIn(message: string): News | null {
  if (!message.startsWith(FROM_SYSTEM)) return null;
  const note = message.slice(FROM_SYSTEM.length);
  const [, orderName = "", kindSaid = "", stateSaid = "", text = ""] =
    /^ (\S+), ([a-z ]+): ([a-z ]+)\.\s*([^]*)$/.exec(note) ?? [];
  const kind = RESOLUTION_KINDS.find((one) => one === kindSaid.replaceAll(" ", "_"));
  const state = RESOLUTION_STATES.find((one) => one === stateSaid.replaceAll(" ", "_"));
  return kind && state ? { kind, orderName, state, text } : null;
}

const ASKS_NEWS =
  /\b(?:did (?:it|that|this) (?:work|go through|happen)|(?:is|was|has) (?:it|that|this|everything|my \w+|the \w+) (?:been )?(?:done|confirmed|through|processed|cancell?ed|refunded|changed)(?: (?:now|yet|already))?|all (?:done|set)|is it (?:now )?(?:cancell?ed|done)|have you (?:done|cancell?ed|refunded|changed) it|did you (?:do|cancel|refund|change) it|what happened (?:with|to) (?:it|the card)|went through)\b/i;

/** Whether a message asks what became of a card. */
export function asksForNews(said: string): boolean {
  return ASKS_NEWS.test(said);
}

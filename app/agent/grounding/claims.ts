import { RESOLUTION_KINDS } from "../../policy/kinds.ts";
import type { ResolutionKind } from "../../policy/kinds.ts";
import type { Knowledge } from "./knowledge.ts";

/**
 * Sentences that say something was done, or will be (P4). The agent can look things up, prepare what the shopper then confirms,
 * and hand over to a person. It has done nothing else, in any wording, unless the ledger says that it succeeded; and of what
 * will be done it says nothing at all.
 */
type Deed = {
  id: string;
  /** "I have …", "we will …": the agent as the doer. */
  byAgent: RegExp;
  /** "your … has been …": somebody as the doer, which may be a fact that was read. */
  happened: RegExp | null;
  /** What a tool must have spoken of for `happened` to be a fact. */
  fact: RegExp | null;
  /** Resolutions that, once they succeeded, are such a deed. */
  kinds: readonly ResolutionKind[];
};

const I_DID =
  "\\b(?:I|we)(?:['’]ve|\\s+have|\\s+had)?(?:\\s+(?:just|now|already|also|gone ahead and|successfully|personally|went ahead and))*\\s+";
const I_WILL =
  "\\b(?:I|we)(?:['’]ll|\\s+will|\\s+shall|['’]m going to|['’]re going to|\\s+am going to|\\s+are going to)(?:\\s+(?:now|also|gladly|happily|immediately|go ahead and))*\\s+";
const I_AM = "\\b(?:I|we)(?:['’]m|['’]re|\\s+am|\\s+are)(?:\\s+(?:now|already|currently))*\\s+";
const PASSIVE =
  "(?:has|have|had|was|were|is|are|is being|are being|will be|has now been|have now been|has just been|has already been|has been|have been)\\s+(?:(?:now|just|already|successfully|fully|partially|being|been)\\s+)*";

const did = (past: string, base: string, gerund: string) =>
  `${I_DID}(?:${past})\\b|${I_WILL}(?:${base})\\b|${I_AM}(?:${gerund})\\b`;

const DEEDS: Deed[] = [
  {
    id: "refund",
    byAgent: either(
      did(
        "refunded|credited|reimbursed|issued|processed|approved|initiated|started|arranged|compensated|waived",
        "refund|credit|reimburse|issue|process|approve|initiate|compensate|waive",
        "refunding|crediting|reimbursing|issuing|processing",
      ),
      "(?:you will|you['’]ll|you are going to|you['’]re getting|you are getting)\\s+(?:\\w+\\s+){0,2}(?:get|receive|see|have)?\\s*(?:a|your|the)?\\s*(?:full |partial )?(?:refund|reimbursement|replacement|store credit|voucher|discount)",
      "\\bhabe\\b.{0,80}\\b(?:erstattet|zurückerstattet|gutgeschrieben|veranlasst)\\b|\\bwerde\\b.{0,80}\\b(?:erstatten|gutschreiben|veranlassen)\\b",
      "\\b(?:j['’]ai|nous avons|je vais|nous allons)\\b.{0,60}\\b(?:rembours(?:é|er)|crédit(?:é|er))",
      "\\b(?:he|hemos|voy a|vamos a)\\b.{0,60}\\b(?:reembols(?:ado|ar)|devuelto|devolver|abon(?:ado|ar))",
      "\\b(?:ho|abbiamo)\\b.{0,60}\\brimborsat[oi]|返金(?:しました|いたしました|します|いたします|済み)",
    ),
    happened: either(
      `\\b(?:refund|refunds|reimbursement|store credit|money|payment)\\b.{0,40}\\b${PASSIVE}(?:issued|processed|approved|initiated|sent|completed|made|refunded|returned|credited)`,
      `\\b(?:order|item|items|it|you)\\b.{0,40}\\b${PASSIVE}(?:refunded|reimbursed|compensated)`,
      "(?:rück)?erstattung.{0,60}\\b(?:veranlasst|genehmigt|durchgeführt|ausgezahlt)",
      "remboursement.{0,60}\\b(?:effectué|approuvé|émis)|reembolso.{0,60}\\b(?:procesado|emitido|aprobado|realizado)",
    ),
    fact: /refund|reimburs|erstatt|rembours|reembols|rimbors|返金/i,
    kinds: ["refund", "store_credit", "cancel", "change_items"],
  },
  {
    id: "cancellation",
    byAgent: either(
      did("cancell?ed|voided|stopped", "cancel|void|stop", "cancell?ing|voiding"),
      "\\bhabe\\b.{0,80}\\bstorniert\\b|\\bwerde\\b.{0,80}\\bstornieren\\b",
      "\\b(?:j['’]ai|nous avons|je vais)\\b.{0,60}\\bannul(?:é|er)|\\b(?:he|hemos|voy a)\\b.{0,60}\\b(?:cancelado|anulado|cancelar|anular)|キャンセル(?:しました|いたしました|します)",
    ),
    happened: either(
      `\\b(?:order|item|items|it|shipment)\\b.{0,40}\\b${PASSIVE}cancell?ed`,
      "bestellung.{0,60}\\bstorniert|commande.{0,60}\\bannulée|pedido.{0,60}\\b(?:cancelado|anulado)",
    ),
    fact: /cancell?ed|cancell?ation|storniert|annulé|cancelad|anulad|キャンセル/i,
    kinds: ["cancel"],
  },
  {
    id: "change",
    byAgent: either(
      did(
        "changed|updated(?! (?:you|my)\\b)|corrected|edited|amended|modified|added(?! up)|removed|upgraded|expedited|rescheduled|redirected|rerouted|applied|extended|placed|created|opened|filed|submitted|logged|registered|reported|booked|scheduled|requested|ordered|reserved",
        "change|update (?!you)|correct|edit|amend|modify|remove|upgrade|expedite|reschedule|redirect|reroute|apply|extend|place|create|open|file|submit|log|register|report|book|schedule|order|reserve",
        "changing|updating|correcting|modifying|expediting|rescheduling|redirecting|submitting|filing",
      ),
      "\\bhabe\\b.{0,80}\\b(?:geändert|aktualisiert|angepasst|beantragt|eingereicht)\\b|\\bwerde\\b.{0,80}(?<!\\p{L})(?:ändern|aktualisieren|anpassen|beantragen)\\b",
      "\\b(?:j['’]ai|nous avons|je vais)\\b.{0,60}\\b(?:modifi(?:é|er)|chang(?:é|er))|\\b(?:he|hemos|voy a)\\b.{0,60}\\b(?:cambiado|modificado|actualizado|cambiar|modificar)|変更(?:しました|いたしました|します)",
    ),
    happened: either(
      `\\b(?:address|order|delivery date|details|email)\\b.{0,30}\\b${PASSIVE}(?:changed|updated|corrected|modified|amended|expedited)`,
    ),
    fact: /changed|updated|edited|added|removed|corrected/i,
    kinds: ["change_address", "change_items", "return", "exchange", "replacement"],
  },
  {
    id: "replacement",
    byAgent: either(
      did(
        "replaced|reshipped|resent|exchanged|dispatched|arranged",
        "replace|reship|resend|exchange|dispatch|ship|send (?:you )?(?:a|an|another|the|out|it|your)|arrange",
        "replacing|reshipping|resending|exchanging|arranging|sending",
      ),
      "\\bI(?:['’]ve|\\s+have)?(?:\\s+(?:just|now|already|also))*\\s+(?:sent|shipped|mailed|emailed)\\b",
      "\\bhabe\\b.{0,80}\\b(?:ersetzt|verschickt|versendet|umgetauscht)\\b|\\bj['’]ai\\b.{0,60}\\b(?:remplacé|renvoyé|envoyé|expédié)|\\bhe\\b.{0,60}\\b(?:reemplazado|enviado|reenviado)|(?:交換|再送|手配)(?:しました|いたしました|します)",
    ),
    happened: either(
      `\\b(?:replacement|exchange|new (?:item|one|parcel|order)|return label)\\b.{0,40}\\b${PASSIVE}(?:sent|shipped|ordered|arranged|created|issued|approved|dispatched|emailed)`,
    ),
    fact: /replac|exchang|label/i,
    kinds: ["replacement", "exchange", "return"],
  },
  {
    id: "completion",
    byAgent: either(
      did(
        "executed|finali[sz]ed|completed|carried\\s+(?:\\w+\\s+)?out",
        "execute|finali[sz]e|complete|carry out",
        "executing|finali[sz]ing",
      ),
      `${I_DID}confirmed\\b.{0,30}\\b(?:proposal|resolution|refund|replacement|return|exchange|cancellation|change|card|for you|on your behalf)\\b`,
      `\\b(?:everything|all of it|it all)\\s+(?:is|has been|was)\\s+(?:now |already )?(?:done|completed|carried out|taken care of)\\b`,
    ),
    happened: null,
    fact: null,
    kinds: RESOLUTION_KINDS,
  },
];

/** Saying that a person knows. True once `escalate` has answered in this conversation, and not before. */
const HANDOVER = either(
  `${I_DID}(?:escalated|passed|forwarded|handed|notified|(?:informed|alerted|contacted|told|asked|messaged)(?! (?:you|for)\\b)|flagged|connected|transferred|let the team)\\b|${I_WILL}(?:escalate|pass (?:this|it|your|that|you)|forward|hand (?:this|it|you|your|over)|notify|inform|alert|contact|flag|connect|transfer|let (?:the|our|my) (?:team|colleagues?)|ask (?:a|the|our|my|someone)|get (?:a|the|our|my|someone|you (?:a|to))|bring in|have (?:a|the|our|someone))\\b|${I_AM}(?:escalating|passing|forwarding|handing|notifying|connecting|transferring|getting (?:a|the|someone))\\b`,
  "\\b(?:your|this|the) (?:request|case|conversation|issue|message|question|chat)\\b.{0,30}\\b(?:has|have) (?:now |already |just )?been (?:escalated|passed|forwarded|handed|sent|submitted|transferred)",
  "\\bhabe\\b.{0,80}(?<!\\p{L})(?:weitergeleitet|übergeben|informiert|benachrichtigt)\\b|\\bj['’]ai\\b.{0,60}\\b(?:transmis|transféré|prévenu|informé)|\\b(?:he|hemos)\\b.{0,60}\\b(?:transferido|escalado|informado|avisado)|引き継ぎました|転送しました",
);

/** A promise: what the ledger says of the past bears out none. */
const PROMISE = either(
  I_WILL,
  I_AM,
  "\\b(?:you will|you['’]ll|you are going to|you['’]re getting|you are getting|will be|going to be)\\b",
  "(?<!\\p{L})(?:werden?|wird|vais|allons|sera|voy a|vamos a|será)(?!\\p{L})|(?:します|いたします)",
);

/** Saying that something was made ready to be confirmed. True once a card was shown. */
const PROPOSAL = either(
  `${I_DID}(?:prepared|drafted|set (?:this |that |it |everything )?up|put together|made ready)\\b`,
  "\\bconfirm\\b.{0,40}\\b(?:card|button|below)\\b|\\b(?:card|button)\\b.{0,40}\\bconfirm\\b",
  "\\bhabe\\b.{0,80}\\bvorbereitet\\b|\\bj['’]ai\\b.{0,60}\\bpréparé|\\bhe\\b.{0,60}\\bpreparado|(?:用意|準備)(?:しました|いたしました)",
);

/** What follows the shopper's own confirmation is no promise, where there is something to confirm. */
const ONCE_CONFIRMED =
  /\b(?:once|when|after|as soon as|if|until|unless)\s+you(?:['’]ve|\s+have)?\s+(?:confirm|press|tap|click|approve)|\b(?:sobald|wenn|nachdem|bis)\s+Sie\b.{0,60}bestätig|\b(?:dès que|quand|lorsque|après que)\s+vous\b.{0,40}confirm|\b(?:cuando|en cuanto|una vez que)\b.{0,40}confirm|確定.{0,10}(?:と|後|たら)/iu;

/** Whoever speaks of the past makes no condition of it. */
const PAST =
  /\b(?:I|we)(?:['’]ve|\s+have|\s+had)\b|\b(?:I|we)\s+(?:\w+\s+)?\w+ed\b|\b(?:has|have|had)\s+(?:\w+\s+){0,2}been\b|\b(?:was|were)\b|\bhabe\b|\bj['’]ai\b|\b(?:he|hemos)\b|しました/iu;

/** Conditions, questions and denials are no claims. */
const NO_CLAIM =
  /\b(?:if|once|when|whether|unless|until|before|after|wenn|sobald|falls|ob|si|quand|cuando|se)\s+(?:I|we|ich|wir|j['’]|nous)|\b(?:not|n['’]t|never|cannot|unable|nicht|kein\w*|pas|ne|no puedo|non)\b|ません|できない/i;
const QUESTION = /[?？]["'”’)\]*_\s]*$/;

/** A machine that speaks as a person of the shop would be the worst of lies. */
const IMPERSONATION =
  /^\s*\[?\s*(?:A person from the shop|The shop['’]s system|staff|team member|support team|agent)\s*[^\]\n]{0,40}[\]:]|\bI(?:['’]m| am) (?:a|your) (?:human|real person|person|support representative|member of (?:the|our) team)\b/i;

/** The claim in a sentence that nothing bears out, or null. */
export function unsupportedClaim(sentence: string, knowledge: Knowledge, handedOver: boolean): string | null {
  if (IMPERSONATION.test(sentence) && !NO_CLAIM.test(sentence)) return "impersonation";
  if (QUESTION.test(sentence) || NO_CLAIM.test(sentence)) return null;
  if (!handedOver && HANDOVER.test(sentence)) return "handover";
  if (PROPOSAL.test(sentence) && !knowledge.hasProposed) return "proposal";
  if (knowledge.hasProposed && ONCE_CONFIRMED.test(sentence) && !PAST.test(sentence)) return null;
  for (const { id, byAgent, happened, fact, kinds } of DEEDS) {
    const wasDone = (): boolean => isDone(sentence, kinds, knowledge);
    if (byAgent.test(sentence) && !wasDone()) return id;
    if (happened?.test(sentence) && !(fact && knowledge.spokeOf(fact)) && !wasDone()) return id;
  }
  return null;
}

/** The ledger says so, of the very order that the sentence names, if it names one. */
function isDone(sentence: string, kinds: readonly ResolutionKind[], knowledge: Knowledge): boolean {
  if (PROMISE.test(sentence)) return false;
  const named: readonly string[] = sentence.match(/#[\p{L}\p{N}-]+/gu) ?? [];
  return knowledge.done.some(
    ({ kind, orderName }) => kinds.includes(kind) && (named.length === 0 || named.includes(orderName)),
  );
}

function either(...patterns: string[]): RegExp {
  return new RegExp(patterns.join("|"), "iu");
}

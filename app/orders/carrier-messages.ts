/** What a carrier's free text adds to an event's status. */
export type MessageMeaning =
  | "refused"
  | "returned"
  | "returning"
  | "customs_needs_shopper"
  | "customs"
  | "address_problem"
  | "retry"
  | "neighbor"
  | null;

/**
 * Phrases carriers use in the languages of the shops' largest markets, most telling first. The text comes from outside:
 * it only ever chooses one of these meanings, and is never shown or passed on.
 */
const PHRASES: readonly [RegExp, MessageMeaning][] = [
  [/\b(refused|annahme verweigert|refus[ée]e?|rechazado|geweigerd|rifiutat[oa])\b/i, "refused"],
  [/\b(was|has been|were) returned\b|\bdelivered to (the )?(sender|shipper)\b|\bzur[üu]ckgegeben\b/i, "returned"],
  [
    /\breturn(ed|ing)?\b.{0,30}\b(sender|shipper|origin|seller)\b|\bRTS\b|\bundeliverable\b|\br[üu]cksendung\b|\bunzustellbar\b|\bretour(n[ée]e?)?\b.{0,25}\b(exp[ée]diteur|afzender)\b|\bdevuelto\b|\bdevoluci[óo]n\b/i,
    "returning",
  ],
  [
    /\b(customs|duty|duties|import)\b.{0,60}\b(payment|pay|paid|due|owed|documents?|information|action)\b|\b(payment|pay|documents?|information)\b.{0,60}\b(customs|duty|duties)\b/i,
    "customs_needs_shopper",
  ],
  [/\bcustoms\b|\bclearance\b|\bzoll|\bdouanes?\b|\baduanas?\b|\bdogana\b/i, "customs"],
  [
    /\b(incorrect|incomplete|insufficient|wrong|invalid|bad)\b.{0,20}\baddress\b|\baddress\b.{0,30}\b(incorrect|incomplete|insufficient|unknown|query|problem|needed|required|not found)\b|\b(cannot|could not|can't) be found\b|\bempf[äa]nger\b.{0,40}\bunbekannt\b/i,
    "address_problem",
  ],
  [
    /\b(second|another|next|new|further)\b.{0,20}\b(delivery )?attempt\b|\b(try|attempt)(ed)? again\b|\bredeliver\b/i,
    "retry",
  ],
  [/\bneighbou?rs?\b|\bnachbar|\bvoisine?\b|\bvecin[oa]\b|\bburen\b|\bvicin[oa]\b/i, "neighbor"],
];

/** Customs that are done with say so, and are news no longer. */
const CLEARED =
  /\b(cleared|released|clearance (is )?(complete|completed|finished)|customs (is )?(complete|completed))\b/i;

export function messageMeaning(message: string | null): MessageMeaning {
  if (message === null) return null;
  const meaning = PHRASES.find(([phrase]) => phrase.test(message))?.[1] ?? null;
  const aboutCustoms = meaning === "customs" || meaning === "customs_needs_shopper";
  return aboutCustoms && CLEARED.test(message) ? null : meaning;
}

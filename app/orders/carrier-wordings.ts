/**
 * How carriers word what matters, by language. Patterns read normalized text: small letters without accents, straight
 * apostrophes, one sentence at a time, without what is only possible or denied.
 */

export type Language = "en" | "de" | "fr" | "es" | "it" | "nl" | "ja";

export type MessageMeaning =
  | "refused"
  /** It is back with the sender; it is on its way back. */
  | "returned"
  | "returning"
  | "customs_needs_shopper"
  | "customs"
  | "address_problem"
  /** The carrier comes again by itself. */
  | "retry"
  | "neighbor"
  /** Nobody may take it without signing, and nobody has. */
  | "signature_needed"
  | "damaged"
  | "weather"
  /** It waits somewhere for the shopper. */
  | "pickup_point"
  | "missed"
  | "held"
  | "signature";

export type Wording = { meaning: MessageMeaning; phrases: Readonly<Record<Language, RegExp>> };

/** Most telling first: "refused by the recipient, returning to sender" is a refusal. */
export const WORDINGS: readonly Wording[] = [
  {
    meaning: "refused",
    phrases: {
      en: /\brefused\b/,
      de: /\bannahme\b.{0,20}\bverweigert\b|annahmeverweigerung/,
      fr: /\brefuse(?:e|s|es)? par\b|\b(?:colis|envoi|livraison|destinataire|client)\b.{0,40}\brefuse(?:e|s|es)?\b/,
      es: /\b(?:rechazad|rehusad)[oa]\b/,
      it: /\brifiutat[oa]\b/,
      nl: /\bgeweigerd\b/,
      ja: /受け?取り?(?:拒否|辞退)|受領拒否/,
    },
  },
  {
    meaning: "returned",
    phrases: {
      en: /\b(?:was|has been|were) returned\b|\bdelivered to (?:the )?(?:original )?(?:sender|shipper)\b/,
      de: /\bzuruckgegeben\b|\ban den absender (?:zugestellt|ausgeliefert)\b|\brucksendung (?:wurde )?zugestellt\b/,
      fr: /\b(?:a ete|est) (?:retourne|renvoye|remis)e? a l'expediteur\b/,
      es: /\b(?:ha sido|fue) devuelt[oa]\b|\bentregad[oa] al remitente\b/,
      it: /\b(?:e stat[oa] )?(?:restituit|riconsegnat|consegnat)[oa] al mittente\b/,
      nl: /\b(?:afgeleverd|bezorgd) bij (?:de )?afzender\b|\bterugbezorgd\b/,
      ja: /返[送還](?:完了|済)|差出人に(?:お届け|配達)/,
    },
  },
  {
    meaning: "returning",
    phrases: {
      en: /\breturn(?:ed|ing)?\b.{0,30}\b(?:sender|shipper|origin|seller)\b|\brts\b|\bundeliverable\b/,
      de: /\brucksendung\b|\bunzustellbar\b|\b(?:zuruck|retour) an (?:den )?absender\b|\bzuruckge(?:sandt|sendet|schickt)\b/,
      fr: /\b(?:retour|retourne|retournee|renvoye|renvoyee)\b.{0,25}\bexpediteur\b|\ben cours de retour\b/,
      es: /\bdevuelt[oa]\b|\bdevolucion\b|\b(?:retorno|regreso|vuelta) al remitente\b|\bse devuelve\b/,
      it: /\b(?:restituzione|reso|rinvio|ritorno|rispedit[oa])\b.{0,20}\bmittente\b|\bin restituzione\b/,
      nl: /\bretour\b.{0,25}\bafzender\b|\bteruggestuurd\b|\bretourzending\b|\bterug naar (?:de )?afzender\b/,
      ja: /返送|返還/,
    },
  },
  {
    meaning: "customs_needs_shopper",
    phrases: {
      en: /\b(?:customs|duty|duties|import)\b.{0,60}\b(?:payment|pay|paid|due|owed|documents?|information|action)\b|\b(?:payment|pay|documents?|information)\b.{0,60}\b(?:customs|duty|duties)\b/,
      de: /(?:zoll|einfuhr).{0,60}\b(?:zahlung|zahlen|bezahl|beglichen|fallig|entricht|unterlagen|dokumente|angaben)|\b(?:zahlung|unterlagen|dokumente|angaben|rechnung)\b.{0,60}(?:zoll|einfuhr)/,
      fr: /(?:douan|droits et taxes).{0,60}\b(?:paiement|payer|regler|acquitter|documents?|informations?|justificatifs?)\b|\b(?:paiement|payer|regler|documents?|informations?|justificatifs?)\b.{0,60}(?:douan|droits et taxes)/,
      es: /(?:aduan|arancel).{0,60}\b(?:pago|pagar|documentacion|documentos|informacion)\b|\b(?:pago|pagar|documentacion|documentos|informacion)\b.{0,60}(?:aduan|arancel)/,
      it: /(?:dogan|dazi).{0,60}\b(?:pagament[oi]|pagare|documenti|documentazione|informazioni)\b|\b(?:pagament[oi]|pagare|documenti|documentazione|informazioni)\b.{0,60}(?:dogan|dazi)/,
      nl: /(?:douane|invoerrechten|inklaring).{0,60}\b(?:betaal|betalen|betaling|documenten|gegevens|informatie)\b|\b(?:betaal|betalen|betaling|documenten|gegevens|informatie)\b.{0,60}(?:douane|invoerrechten|inklaring)/,
      ja: /(?:通関|税関|関税|輸入).{0,30}(?:支払|納付|書類|情報|お手続きが必要)|(?:支払|納付|書類).{0,30}(?:通関|税関|関税)/,
    },
  },
  {
    meaning: "customs",
    phrases: {
      en: /\bcustoms\b|\bclearance\b/,
      de: /\bzoll|verzollung|zollamt/,
      fr: /\bdouan|dedouanement/,
      es: /\baduan/,
      it: /\bdogan|sdoganamento/,
      nl: /\bdouane|inklaring/,
      ja: /通関|税関|関税/,
    },
  },
  {
    meaning: "address_problem",
    phrases: {
      en: /\b(?:incorrect|incomplete|insufficient|wrong|invalid|bad)\b.{0,20}\baddress\b|\baddress\b.{0,30}\b(?:incorrect|incomplete|insufficient|unknown|query|problem|needed|required|not found)\b|\b(?:cannot|could not|can't) be found\b|\b(?:customer|recipient|addressee)\b.{0,10}\bmoved\b/,
      de: /\b(?:adresse|anschrift|hausnummer)\b.{0,40}\b(?:falsch|unvollstandig|fehlerhaft|unbekannt|unklar|ungultig|fehlt|nicht (?:gefunden|korrekt|ermittelbar))|\b(?:falsche|unvollstandige|fehlerhafte|ungultige|unklare)[nr]? (?:adress|anschrift)|\bempfanger\b.{0,40}\b(?:unbekannt|verzogen|nicht (?:zu )?ermittel)/,
      fr: /\badresse\b.{0,40}\b(?:incorrecte|incomplete|erronee|inconnue|insuffisante|introuvable)|\bdestinataire\b.{0,30}\b(?:inconnu|a demenage|n'habite pas)|\bnpai\b/,
      es: /\bdireccion\b.{0,40}\b(?:incorrecta|incompleta|erronea|desconocida|insuficiente|no encontrada)|\bdestinatario desconocido\b/,
      it: /\bindirizzo\b.{0,40}\b(?:errato|incompleto|sconosciuto|insufficiente|inesatto|non trovato)|\bdestinatario (?:sconosciuto|trasferito|irreperibile)\b/,
      nl: /\badres(?:gegevens)?\b.{0,40}\b(?:onjuist|onvolledig|onbekend|niet gevonden)|\b(?:onjuist|onvolledig|verkeerd|onbekend)e? adres|\bontvanger\b.{0,20}\b(?:onbekend|verhuisd)/,
      ja: /(?:住所|あて所|宛先|あて先).{0,12}(?:不明|不備|誤り|相違|尋ねあた)|転居/,
    },
  },
  {
    meaning: "retry",
    phrases: {
      en: /\b(?:second|another|next|new|further)\b.{0,20}\b(?:delivery )?attempt\b|\b(?:try|attempt)(?:ed)? again\b|\bredeliver\b/,
      de: /\b(?:erneute|zweite|nachste|weitere|neue)[rn]? (?:zustellversuch|zustellung)|\berneut (?:zugestellt|versucht|zustellen)|\bam nachsten (?:werktag|tag)\b.{0,30}\bzu(?:gestellt|stell)/,
      fr: /\b(?:nouvelle|seconde|deuxieme|prochaine) (?:tentative|presentation|livraison)\b|\b(?:sera|est) represente/,
      es: /\b(?:nuevo|segundo|proximo|otro) intento\b|\bse (?:volvera a|reintentara)/,
      it: /\b(?:nuovo|secondo|prossimo|ulteriore) tentativo\b|\briprover|\bsara ritentata\b/,
      nl: /\b(?:nieuwe|tweede|volgende) (?:bezorgpoging|poging)\b|\bopnieuw (?:aangeboden|bezorgd|geprobeerd|langs)/,
      ja: /再配達(?:予定|いたします|します|を行い)|翌日(?:に)?(?:再度)?配達/,
    },
  },
  {
    meaning: "neighbor",
    phrases: {
      en: /\bneighbou?rs?\b/,
      de: /\bnachbar/,
      fr: /\b(?:au|chez (?:un|une|le|la|votre)|par (?:un|une|le|la|votre)|a (?:un|une|la|votre)) voisine?\b/,
      es: /\bvecin[oa]\b/,
      // "vicino" alone is "near": the pickup point that is "più vicino" is nobody.
      it: /\b(?:al|dal|a un|da un|presso (?:il|un)) vicino\b(?! a\b)|\bvicin[oa] di casa\b|\ballai? vicina\b/,
      nl: /\bburen\b|\bbuurman\b|\bbuurvrouw\b/,
      ja: /隣人|お隣|ご近所/,
    },
  },
  {
    meaning: "damaged",
    phrases: {
      // A label that was damaged was replaced; the parcel is whole.
      en: /(?<!\blabel (?:is |was |has been )?)\bdamaged?\b(?! (?:shipping |barcode )?label)/,
      de: /(?<!(?:label|etikett) (?:ist |war |wurde )?)beschadig(?!\w* (?:label|etikett))/,
      fr: /\bendommag|\babime|\bavarie/,
      es: /\bdanad[oa]s?\b|\baveriad[oa]s?\b|\bdeteriorad[oa]s?\b/,
      it: /\bdanneggiat/,
      nl: /(?<!(?:label|etiket|etikett) (?:is |war |wurde )?)\bbeschadig/,
      ja: /破損|損傷|汚損/,
    },
  },
  {
    meaning: "weather",
    phrases: {
      en: /\bweather\b|\b(?:due to|because of)\b.{0,20}\b(?:storm|snow|flood|hurricane|typhoon|ice)/,
      de: /\b(?:un)?wetter|witterung|\bschneefall|\bhochwasser/,
      fr: /\bintemperies\b|\bmeteo|\bconditions climatiques\b/,
      es: /meteorolog|climatolog|\bcondiciones climaticas\b|\bmal tiempo\b/,
      it: /\bmaltempo\b|meteorologic|\bcondizioni (?:meteo|climatiche)\b/,
      nl: /\bweersomstandigheden\b|\bslecht weer\b|\bnoodweer\b/,
      ja: /悪天候|天候|台風|大雪|積雪|大雨/,
    },
  },
  {
    meaning: "pickup_point",
    phrases: {
      en: /\b(?:ready|available|held|waiting|awaiting)\b.{0,30}\b(?:pick-?up|pick up|picked up|collection|collect|collected)\b|\b(?:delivered|brought|transferred|deposited)\b.{0,30}\b(?:access point|parcel ?shop|pick-?up (?:point|location)|packstation)\b/,
      de: /\babholbereit\b|\bzur abholung bereit|\b(?:liegt|wartet|steht)\b.{0,60}\b(?:bereit|abholung|abgeholt)|\bkann\b.{0,60}\babgeholt werden\b/,
      fr: /\b(?:disponible|a retirer|mis a disposition|vous attend)\b.{0,60}\b(?:retrait|relais|bureau de poste|consigne|locker)/,
      es: /\b(?:a disposicion|disponible|list[oa])\b.{0,60}\b(?:oficina|recog|recoger|recogida|punto|retirar)/,
      it: /\b(?:disponibile|pront[oa])\b.{0,60}\b(?:ritiro|ritirat|ufficio postale|punto|locker)|\bin giacenza\b/,
      nl: /\b(?:klaar|ligt|beschikbaar)\b.{0,60}(?:afhal|ophal|afgehaald|opgehaald|postnl-punt|pakketpunt|servicepunt)/,
      ja: /保管(?:中|して(?:い|おり)ます)|(?:窓口|営業所|コンビニ|宅配ボックス).{0,12}お?受け?取/,
    },
  },
  {
    meaning: "signature_needed",
    phrases: {
      en: /\bsignature\b.{0,30}\b(?:required|needed|necessary|missing)\b|\b(?:requires?|needs?)\b.{0,20}\bsignature\b/,
      de: /\bunterschrift\b.{0,30}\b(?:erforderlich|notig|benotigt|notwendig)\b|\b(?:erfordert|benotigt)\b.{0,20}\bunterschrift\b/,
      fr: /\bsignature\b.{0,30}\b(?:requise|obligatoire|necessaire|exigee)\b|\bnecessite\b.{0,20}\bsignature\b/,
      es: /\bfirma\b.{0,30}\b(?:requerida|necesaria|obligatoria)\b|\b(?:requiere|necesita|se precisa)\b.{0,20}\bfirma\b/,
      it: /\bfirma\b.{0,30}\b(?:richiesta|necessaria|obbligatoria)\b|\b(?:richied\w+|richiest[ao]|serve|necessita)\b.{0,20}\bfirma\b/,
      nl: /\bhandtekening\b.{0,30}\b(?:vereist|nodig|verplicht|noodzakelijk)\b/,
      ja: /(?:サイン|署名|受領印).{0,10}(?:必要|お願い)/,
    },
  },
  {
    meaning: "missed",
    phrases: {
      en: /\b(?:nobody|no one|not)\b.{0,15}\b(?:home|available)\b|\bno answer\b|\babsen(?:t|ce)\b|\bmissed (?:you|delivery)\b|\bnotice left\b|\bbusiness closed\b|\bunavailable\b/,
      de: /\bnicht (?:angetroffen|zu ?hause|anwesend)|\bniemand(?:en)? (?:angetroffen|zu ?hause)|\babwesend|benachrichtigungskarte/,
      fr: /\babsente?\b|\bavis de passage\b/,
      es: /\bausente\b|\bnadie en\b/,
      it: /\bassente\b|\bavviso di (?:giacenza|passaggio)\b|\bnessuno in casa\b/,
      nl: /\bniet thuis\b|\bniemand thuis\b|\bafwezig\b/,
      ja: /不在|持ち戻/,
    },
  },
  {
    meaning: "held",
    phrases: {
      en: /\bon hold\b|\bheld\b|\bdetained\b/,
      de: /\bzuruckgestellt\b|\bangehalten\b|\bfestgehalten\b/,
      fr: /\bbloque|\bretenu|\ben attente\b/,
      es: /\bretenid[oa]\b|\ben espera\b/,
      it: /\btrattenut[oa]\b|\bbloccat[oa]\b|\bin attesa\b/,
      nl: /\bvastgehouden\b|\baangehouden\b|\bin de wacht\b/,
      ja: /保留|留め?置/,
    },
  },
  {
    meaning: "signature",
    phrases: {
      en: /\bsignature\b|\bsigned\b/,
      de: /\bunterschrift|\bunterschrieben\b|\bquittiert\b/,
      fr: /\bsignature\b|\bsigne par\b/,
      es: /\bfirma(?:do|da)?\b/,
      it: /\bfirma(?:to|ta)?\b/,
      nl: /\bhandtekening\b/,
      ja: /サイン|署名|受領印/,
    },
  },
];

/** Customs that are done with say so, and are news no longer. */
export const CLEARED: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:cleared|released|clearance (?:is |has been |was )?(?:complete|completed|finished)|customs (?:is )?(?:complete|completed))\b/,
  de: /\bverzollt\b|(?:zollabfertigung|verzollung|zollabwicklung).{0,30}\b(?:abgeschlossen|beendet|erfolgt)|\bvom zoll freigegeben\b/,
  fr: /\bdedouanee?\b|\bdedouanement (?:est )?(?:termine|effectue|acheve)|\bliberee? par la douane\b/,
  es: /\bdespachad[oa] (?:de|por) (?:la )?aduana|\bdespacho.{0,20}\b(?:finalizado|completado)|\bliberad[oa] por (?:la )?aduana/,
  it: /\bsdoganat[oa]\b|\bsdoganamento.{0,20}\b(?:completat|conclus|terminat)|\bsvincolat[oa] dalla dogana\b/,
  nl: /\bingeklaard\b|\binklaring.{0,20}\b(?:afgerond|voltooid)|\bvrijgegeven door de douane\b/,
  ja: /通関.{0,8}(?:完了|終了|済)|輸入許可/,
};

/** What is only possible: "will be returned if not collected". Nothing after it, and nothing it hangs on, is so yet. */
export const POSSIBLE: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:if|unless|otherwise|in case|in the event|after \d+|or it (?:will|may)|failing which)\b/,
  de: /\b(?:falls|wenn|sofern|andernfalls|sonst|ansonsten|bei nicht\w*|nach ablauf)\b/,
  fr: /\b(?:si (?:vous|le|la|il|elle|aucun|personne|non)|sinon|a defaut|en cas d|passe ce delai|faute d)/,
  es: /\b(?:si (?:no|nadie|el|la|usted)|de lo contrario|en caso de|transcurrid[oa]s?)\b/,
  it: /\b(?:se non|altrimenti|in caso di|qualora|trascors[oi]|decors[oi])\b/,
  nl: /\b(?:als (?:je|u|het|de|niemand|niet)|indien|anders|tenzij)\b/,
  ja: /場合|なければ|ないと|過ぎ|経過/,
};

/** What is denied: "not delayed", "no customs duties". */
export const DENIED: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:not|no|without|never|free of|isn't|wasn't|hasn't)(?: (?:been|be|yet|being|any|longer|a|an|further|additional|import|customs)){0,3} (?:delay\w*|return\w*|refused|damaged?|held|dut(?:y|ies)|customs|payment|fees?|signature|cleared|released|completed?)\b(?! (?:was |has been |yet )?received)/g,
  de: /\b(?:nicht|keine?[nrs]?|ohne)(?: (?:mehr|noch|weiteren?))? (?:zuruckge\w+|verweigert|beschadig\w*|zoll\w*|einfuhr\w*|unterschrift|verzollt|abgeschlossen|freigegeben|zahlung)/g,
  fr: /\b(?:pas|aucune?|sans|jamais)(?: (?:ete|de|encore))*(?: | d')(?:retourne\w*|renvoye\w*|refuse\w*|endommage\w*|abime\w*|droits?(?: de douane)?|frais de douane|douane|signature|dedouane\w*|paiement)/g,
  es: /\b(?:no (?:(?:ha|esta|fue|sera|hay) )?(?:sido )?|sin |ningun[oa]? )(?:devuelt\w*|rechazad\w*|danad\w*|aduan\w*|arancel\w*|pago|firma|despachad\w*|retenid\w*)/g,
  it: /\b(?:non (?:(?:e|sono|ha) )?(?:stat[oa] )?(?:ancora )?|senza |nessun[oa]? )(?:restituit\w*|rifiutat\w*|danneggiat\w*|dazi\w*|dogan\w*|firma|sdogan\w*|pagament\w*|trattenut\w*)/g,
  nl: /\b(?:niet|geen|zonder)(?: (?:meer|nog))? (?:teruggestuurd|geweigerd|beschadigd|invoerrechten|douane\w*|handtekening|ingeklaard|betaling|vastgehouden)/g,
  ja: /(?:遅延|返送|返還|破損|損傷|関税|通関|署名|サイン)[^。、]{0,6}(?:ありません|おりません|いません|されません|しません|なし|不要)/g,
};

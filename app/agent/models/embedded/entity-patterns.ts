/**
 * What details look like, in the order in which they are taken out of a message: what is found first is no longer there
 * for the patterns after it. So everything that only looks like an order number comes before the order numbers.
 */
export type Recogniser = {
  kind:
    | "email"
    | "broken_email"
    | "tracking"
    | "date"
    | "long_number"
    | "order_named"
    | "order_bare"
    | "order_weak"
    | "other";
  /** The word that stands for it when the message is compared with example phrases. */
  mask: string;
  pattern: RegExp;
  /** The part of the match that is the detail, when not all of it. */
  group?: number;
  accept?: (value: string, match: RegExpMatchArray, text: string) => boolean;
};

/** Fills the place of what was found, so that nothing else is found there. From a private area: no message holds it. */
export const TAKEN = "\uE000";
/** The same for a street, so that the postcode behind it can be told. */
export const TAKEN_ADDRESS = "\uE001";

const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
/** "3/11", "24.11." and "11/24", but not "84.00" or "1.5". */
function dayAndMonth(value: string): boolean {
  const [a, b] = value.split(/[/.]/).map(Number);
  if (a === undefined || b === undefined || (value.includes(".") && !/\.\d{1,2}\.$|\.\d\d$/.test(value))) return false;
  return (a >= 1 && a <= 31 && b >= 1 && b <= 12) || (a >= 1 && a <= 12 && b >= 1 && b <= 31);
}
const digits = (value: string) => value.replace(/\D/g, "").length;
/** "order no.", "order number is", "bestellnummer:", "commande n°", "注文番号" right before a number. */
const CALLED_ORDER =
  "(?:orders?|ordr|oder|odr|purchase|confirmation|bestell(?:ung|nummer|nr)?|commande|pedido|ordine|encomenda|注文番号|注文|订单号?|주문번호)";
const NUMBER_WORD = "(?:numbers?|num|nummer|no|nr|nbr|n[°º]|id|ref(?:erence)?|name|code)";
const NAME = "[A-Za-z]{0,8}[-_]?\\d[\\dA-Za-z]*(?:[-_][A-Za-z0-9]+){0,3}";

export const RECOGNISERS: readonly Recogniser[] = [
  { kind: "other", mask: "xlink", pattern: /(?:https?:\/\/|www\.)[^\s<>"]+/gi },
  {
    kind: "email",
    mask: "xemail",
    pattern:
      /[\p{L}\p{N}](?:[\p{L}\p{N}._%+'-]*[\p{L}\p{N}_+-])?@[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}-]*[\p{L}\p{N}])+/gu,
  },
  {
    kind: "broken_email",
    mask: "xemail",
    pattern: /[^\s@,;<>()]{1,64}@[^\s@,;<>()]*|[^\s@]{1,64}\s@\s?[^\s@]+\.\w+/gu,
  },
  // UPS, UPU S10 (post), FedEx and DHL door tags, Amazon, and long runs of digits as USPS, DHL, GLS and others use.
  {
    kind: "tracking",
    mask: "xtracking",
    pattern: /\b1Z\s?[0-9A-Z]{3}\s?[0-9A-Z]{3}\s?[0-9A-Z]{2}\s?[0-9A-Z]{4}\s?[0-9A-Z]{3}\s?[0-9A-Z]\b/gi,
  },
  { kind: "tracking", mask: "xtracking", pattern: /\b[A-Z]{2}\s?\d{3}\s?\d{3}\s?\d{3}\s?[A-Z]{2}\b/gi },
  { kind: "tracking", mask: "xtracking", pattern: /\b(?:TBA|JJD|JD|JVGL|GM|LX|LP|DT|H0|C0|DPD)\d{8,24}[A-Z]{0,2}\b/gi },
  { kind: "tracking", mask: "xtracking", pattern: /(?<![\w+])\d{4}(?: \d{4}){3,5}(?: \d{1,2})?(?!\w)/g },
  {
    kind: "other",
    mask: "xphone",
    pattern:
      /(?<![\w#])(?:\+|00)\d[\d ().-]{6,18}\d(?!\w)|(?<![\w#])\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?!\w)|(?<![\w#])0\d{2,4}[ /-]\d{3,4}(?:[ -]?\d{2,4}){1,2}(?!\w)/g,
    accept: (value) => digits(value) >= 8 && digits(value) <= 15,
  },
  {
    kind: "other",
    mask: "xphone",
    pattern:
      /\b(?:phone|tel|telephone|cell|mobile|call me (?:at|on)|text me (?:at|on)|whatsapp)\b(?:\s*(?:number|no\.?|is|:|at|on))*\s*(\d[\d ().-]{4,16}\d)/gi,
    group: 1,
  },
  // Dates and times
  { kind: "date", mask: "xdate", pattern: /(?<!\d)(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)/g },
  { kind: "date", mask: "xdate", pattern: /(?<![\d#])\d{1,2}[-/.]\d{1,2}[-/.](?:(?:19|20)\d{2}|\d{2})(?!\d)/g },
  {
    kind: "date",
    mask: "xdate",
    pattern: new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}\\b\\.?(?:,?\\s+(?:19|20)\\d{2}\\b)?`, "gi"),
  },
  {
    kind: "date",
    mask: "xdate",
    pattern: new RegExp(`\\b${MONTH}\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?\\b(?!\\d)(?:,?\\s+(?:19|20)\\d{2}\\b)?`, "gi"),
  },
  { kind: "date", mask: "xdate", pattern: new RegExp(`\\b${MONTH}\\.?,?\\s+(?:19|20)\\d{2}\\b`, "gi") },
  { kind: "date", mask: "xdate", pattern: /(?<![\d#.])\d{1,2}[/.]\d{1,2}\.?(?![\d/])/g, accept: dayAndMonth },
  {
    kind: "other",
    mask: "xnumber",
    pattern:
      /(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\b\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?|\b\d{3,4}\s?(?:hrs|h|uhr)\b/gi,
  },
  { kind: "other", mask: "xnumber", pattern: /\b(?:in|since|of|from|year)\s+((?:19|20)\d{2})\b/gi, group: 1 },
  // Money and other quantities
  {
    kind: "other",
    mask: "xamount",
    pattern: /(?:[$€£¥₹]|\b(?:USD|EUR|GBP|CAD|AUD|JPY|CHF))\s?\d[\d.,]*\d|(?:[$€£¥₹])\s?\d/gi,
  },
  {
    kind: "other",
    mask: "xamount",
    pattern:
      /(?<![\w#])\d[\d.,]*\s?(?:[$€£¥₹]|(?:usd|eur|gbp|cad|aud|jpy|chf|dollars?|bucks|euros?|pounds|quid|yen|cents?)\b)/gi,
  },
  { kind: "other", mask: "xamount", pattern: /(?<![\w#])\d{1,6}[.,]\d{2}(?![\d\w])/g },
  { kind: "other", mask: "xnumber", pattern: /(?<![\w#])\d[\d.,]*\s?%/g },
  {
    kind: "other",
    mask: "xnumber",
    pattern:
      /(?<![\w#-])\d+(?:[.,]\d+)?(?:\s?(?:ml|cl|cm|mm|km|kg|lbs?|oz|inch(?:es)?|feet|watts?|volts?|days?|weeks?|months?|hours?|hrs?|minutes?|mins?|years?|times|pcs|pieces|percent)|(?:x|m|g|w|v|l|in|ft|"))(?![\p{L}\d])/giu,
  },
  // Addresses and postcodes
  {
    kind: "other",
    mask: "xaddress",
    pattern:
      /(?<![#\w])\d{1,5}[A-Za-z]?,?\s+(?:[\p{L}'.]+\s+){0,3}(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|blvd|boulevard|way|court|ct|place|pl|square|sq|terrace|close|crescent|highway|hwy|rue|calle|via)\b\.?/giu,
    accept: (value) =>
      value.length < 60 && !/\b(?:is|are|was|on (?:the|its|it's) way|by the way|the way|my|and|to|in)\b/i.test(value),
  },
  {
    kind: "other",
    mask: "xaddress",
    pattern: /\b\p{L}+(?:stra(?:ß|ss)e|str\.|weg|platz|gasse|allee)\s*\d{1,4}[a-z]?\b/giu,
  },
  {
    kind: "other",
    mask: "xaddress",
    pattern: /\b(?:apt|apartment|unit|suite|flat|room|floor|p\.?\s?o\.?\s?box)\.?\s*#?\s*(\d{1,5}[a-z]?)\b/gi,
    group: 1,
  },
  {
    kind: "other",
    mask: "xaddress",
    pattern: /\b(?:zip(?:\s?code)?|postal\s?code|post\s?code|plz|cp)\b(?:\s*(?:is|:|=|-))*\s*([A-Z]?\d[\w-]{2,9})/gi,
    group: 1,
  },
  {
    kind: "other",
    mask: "xaddress",
    pattern: /\b[A-Z]{2},?\s+\d{5}(?:-\d{4})?\b|\b\d{5}-\d{4}\b/g,
    accept: (value) => !/^(?:NO|NR|ID|IS|MY|HI|OK)/.test(value),
  },
  { kind: "other", mask: "xaddress", pattern: /\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b/g },
  // The postcode behind an address that was just taken out (`TAKEN` stands where it was).
  { kind: "other", mask: "xaddress", pattern: /\uE001,?\s*(?:[\p{L}.]+[\s,]+){0,4}(\d{4,5})\b/gu, group: 1 },
  // What is certainly no order: codes of products and cards
  {
    kind: "other",
    mask: "xnumber",
    pattern:
      /\b(?:sku|model|item|article|style|size|product|card|ending(?: in)?|last (?:four|4)(?: digits)?|invoice|code|pin|version|extension|ext)\b(?:\s*(?:no\.?|number|code|is|in|:|#|are))*\s*(#?[A-Za-z]{0,4}-?\d[\dA-Za-z-]*)/gi,
    group: 1,
    accept: (value) => !value.startsWith("#"),
  },
  // Order numbers
  {
    kind: "order_named",
    mask: "xorder",
    pattern: new RegExp(`[#\u2116]\\s?${NAME}(?![\\p{Script=Latin}\\d@])`, "gu"),
    accept: (value) => digits(value) <= 9,
  },
  {
    kind: "order_named",
    mask: "xorder",
    pattern: new RegExp(
      `${CALLED_ORDER}\\s*(?:${NUMBER_WORD}\\.?)?\\s*(?:(?:is|was|are|it is|it's|its)\\b|[:=#.-])*\\s*(${NAME})(?![\\p{Script=Latin}\\d@])`,
      "giu",
    ),
    group: 1,
    accept: (value, match) => {
      const count = digits(value);
      const numbered = new RegExp(`${NUMBER_WORD}\\.?\\s*(?:is|was|[:=#.-])*\\s*$`, "i").test(
        match[0].slice(0, -value.length),
      );
      return count <= 9 && count >= (numbered ? 1 : 3) && !(/^(?:19|20)\d{2}$/.test(value) && !numbered);
    },
  },
  {
    kind: "order_named",
    mask: "xorder",
    pattern: new RegExp(
      `(?<![\\p{Script=Latin}\\d])${NUMBER_WORD}\\.?\\s*(?:(?:is|was)\\b|[:=#-])*\\s*(${NAME})(?![\\p{Script=Latin}\\d@])`,
      "giu",
    ),
    group: 1,
    accept: (value) => digits(value) >= 3 && digits(value) <= 9 && !/^[a-z]+$/i.test(value),
  },
  {
    kind: "order_named",
    mask: "xorder",
    pattern: /(?<![\p{Script=Latin}\d.-])[A-Za-z]{1,6}[-_]\d{3,8}(?:[-_][A-Za-z0-9]{1,4})?(?![\p{Script=Latin}\d-])/gu,
    accept: (value) => !/^(?:covid|sku|usb|iso|article|item|model)/i.test(value),
  },
  {
    kind: "order_named",
    mask: "xorder",
    pattern: /(?<![\p{Script=Latin}\d.-])\d{3,8}[-_][A-Za-z]{1,4}\d?(?![\p{Script=Latin}\d-])/gu,
    accept: (value) => !/(?:day|week|year|inch|pack|x|st|th)$/i.test(value),
  },
  {
    kind: "order_named",
    mask: "xorder",
    pattern: /(?<![\p{Script=Latin}\d.-])[A-Z]{1,4}\d{4,8}(?:-[A-Z0-9]{1,3})?(?![\p{Script=Latin}\d-])/gu,
  },
  { kind: "tracking", mask: "xtracking", pattern: /(?<![\w+.,-])\d{12,30}(?![\w])/g },
  { kind: "long_number", mask: "xnumber", pattern: /(?<![\w+.,-])\d{9,11}(?![\w])/g },
  {
    kind: "order_weak",
    mask: "xorder",
    pattern: /(?<![\p{Script=Latin}\d.,@-]|[.,]\d)(?:(?:19[89]|20[0-4])\d|\d{3})(?![\p{Script=Latin}\d@-]|[.,]\d)/gu,
  },
  {
    kind: "order_bare",
    mask: "xorder",
    pattern: /(?<![\p{Script=Latin}\d.@-]|\d,)\d{4,8}(?![\p{Script=Latin}\d@-]|[.,]\d)/gu,
  },
];

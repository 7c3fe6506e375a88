import type { Figure, Reading } from "./figure.ts";

const URL_PATTERN =
  /\b[a-z][a-z0-9+.-]*:\/\/[^\s<>"'`]+|\b(?:javascript|data|vbscript|mailto|tel):[^\s<>"'`]+|\bwww\.[^\s<>"'`]+/giu;
/** A bare host counts when it goes on with a path, or ends like one that is hardly a slip of the space bar. */
const HOST =
  /(?<![\w@.-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:(?:com|net|org|io|shop|store|app|dev|info|biz|online|site|xyz|eu|co\.uk)(?![\w-])(?:\/[^\s<>"'`]*)?|[a-z]{2,}\/[^\s<>"'`]+)/giu;
const EMAIL = /[\w.+%-]+@[\w-]+(?:\.[\w-]+)+/gu;
/** The target of a Markdown link without a scheme: `[here](/track)`. */
const MARKDOWN_TARGET = /(?<=\]\()[^)\s]+(?=[)\s])/g;

const HASH_ORDER = /(?<![\w&/])[#＃]\s?((?:[A-Z]{1,5}-?)?\d{2,}(?:-[A-Z0-9]+)*|[A-Z]{1,5}-?\d+)/giu;
const NUMBER_OF_ORDER = "((?:[A-Z]{1,4}-?)?\\d{3,}(?:-[A-Z0-9]+)*)(?![\\d.,]\\d|\\s?[€$£%])";
const ORDER_WORD =
  "(?:orders?|bestell(?:ung(?:en)?|nummer)|auftr[aä]g(?:e|s)?|commandes?|pedidos?|ordin[ei]|encomendas?|bestelling(?:en)?|beställning(?:ar)?|ordrer?|zamówieni[ea]|注文(?:番号)?|ご注文|订单)";
const NUMBER_WORD =
  "(?:\\s*(?:nos?\\.?|nr\\.?|num\\.?|number|numbers|nummern?|numéros?|número|numero|n°|nº|id)(?![\\p{L}]))?";
const WORD_ORDER = new RegExp(
  `(?<!\\p{L})${ORDER_WORD}${NUMBER_WORD}[\\s:：#*"“]*(?:is\\s+)?${NUMBER_OF_ORDER}(?:(?:\\s*,\\s*|\\s*(?:and|und|et|y|e|en|och|or|oder|ou|o|&)\\s*)#?(\\d{3,})(?![\\d.,]\\d))*`,
  "giu",
);

const TRACKING = /(?<![\p{L}\p{N}])(?=[A-Z]*\d)[A-Z0-9]{8,40}(?![\p{L}\p{N}])/giu;
const TRACKING_IN_GROUPS =
  /(?<![\p{L}\p{N}])(?:\+?[A-Z]{0,2}\d[A-Z\d]{1,5}|[A-Z]{2})(?:[ -][A-Z\d]{2,12}){2,10}(?![\p{L}\p{N}])/gu;
const LEAST_DIGITS = 4;

export function readLinks(reading: Reading): void {
  reading.each(URL_PATTERN, ([text], at) => link(at, trimmed(text)));
  reading.each(EMAIL, ([text], at) => link(at, `mailto:${text.toLowerCase()}`));
  reading.each(MARKDOWN_TARGET, ([text], at) => (text.trim() === "" ? null : link(at, text)));
  reading.each(HOST, ([text], at) => link(at, trimmed(text)));
}

export function readHashOrders(reading: Reading): void {
  reading.each(HASH_ORDER, ([, name], at) => order(at, name));
}

export function readOrdersByWord(reading: Reading): void {
  reading.each(WORD_ORDER, ([text], at) => {
    const names = text.match(/(?:[A-Z]{1,4}-?)?\d{3,}(?:-[A-Z0-9]+)*/gi) ?? [];
    return names.map((name) => order(at, name));
  });
}

export function readTracking(reading: Reading): void {
  const read = ([text]: RegExpExecArray, at: Pick<Figure, "text" | "start" | "end">): Figure | null => {
    const value = compact(text);
    const digits = value.replace(/\D/g, "").length;
    return value.length >= 8 && digits >= LEAST_DIGITS ? { kind: "tracking", ...at, value } : null;
  };
  reading.each(TRACKING, read);
  reading.each(TRACKING_IN_GROUPS, (match, at) =>
    compact(match[0]).replace(/\D/g, "").length >= 7 ? read(match, at) : null,
  );
}

/** Capitals and digits alone: the form in which numbers of parcels are compared. */
export function compact(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, "");
}

/** An order's name in the form in which names are compared: `#en-1001` and `EN-1001` are one. */
export function compactOrder(name: string): string {
  return name.toUpperCase().replace(/^[#＃\s]+/, "");
}

function order(at: Pick<Figure, "text" | "start" | "end">, name = ""): Figure {
  return { kind: "order", ...at, value: compactOrder(name) };
}

function link(at: Pick<Figure, "text" | "start" | "end">, value: string): Figure {
  return { kind: "link", ...at, value };
}

/** Punctuation and Markdown after a URL belong to the sentence, unless the bracket was opened inside. */
function trimmed(url: string): string {
  let text = url.replace(/[.,;:!?*_~。、]+$/u, "");
  while (text.endsWith(")") && text.split("(").length < text.split(")").length)
    text = text.slice(0, -1).replace(/[.,;:!?*_]+$/, "");
  return text.replace(/\]\(.*$/, "");
}

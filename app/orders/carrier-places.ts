import type { Language } from "./carrier-wordings.ts";

/**
 * How carriers name the place where a parcel waits, and its last day there. Places are read from the message as it was
 * written, days from the normalized one (small letters without accents).
 */

/** A name that begins with a capital or a digit, up to the word or sign that ends it. */
const NAME = String.raw`([\p{Lu}\d][\p{L}\p{N} .,'’&/-]{2,80}?)`;
const END = String.raw`(?=,? (?:until|till|by|for|and|is|kept|from|zur|bis|und|bereit|jusqu|et|depuis|hasta|desde|y|fino|entro|e|tot|en|t/m|klaar|af)(?![\p{L}])|\s*[(:;!]|(?<!str|St|Nr|No)\.(?:\s|$)|,?\s*$)`;
const place = (before: string): RegExp => new RegExp(`(?<![\\p{L}])(?:${before})${NAME}${END}`, "u");

export const LEADS_TO_PLACE: Readonly<Record<Language, RegExp>> = {
  en: place(
    String.raw`(?:[Hh]eld|[Rr]eady|[Aa]vailable|[Ww]aiting|[Kk]ept|[Cc]ollection|[Cc]ollect(?:ed)?|[Pp]ick(?:ed)?[ -]?up|[Dd]elivered|[Bb]rought|[Tt]ransferred)[^.;\n]{0,40}? (?:at|to) (?:the |our )?`,
  ),
  de: place(
    String.raw`(?:[Ll]iegt|[Ww]artet|[Ss]teht|[Aa]bholbereit|[Aa]bholung|[Gg]ebracht|[Kk]ann)[^.;\n]{0,30}? (?:in|an|am|bei|im) (?:der |dem |den |einer? )?`,
  ),
  fr: place(
    String.raw`(?:[Dd]isponible|[Aa]ttend|[Dd]isposition|[Dd]épos[ée]e?|[Rr]etirer|[Rr]etrait)[^.;\n]{0,30}? (?:au|à|chez|dans|point de retrait) (?:le |la |l['’])?`,
  ),
  es: place(
    String.raw`(?:[Dd]isponible|[Dd]isposición|[Rr]ecoger(?:lo|la)?|[Dd]epositad[oa]|[Ll]ist[oa])[^.;\n]{0,40}? en (?:la |el |nuestra )?`,
  ),
  it: place(
    String.raw`(?:[Dd]isponibile|[Pp]ront[oa]|[Gg]iacenza|[Rr]itir[oa](?:re|to|ta)?)[^.;\n]{0,30}? (?:presso|in|al|alla) (?:il |lo |la |l['’])?`,
  ),
  nl: place(
    String.raw`(?:[Ll]igt|[Kk]laar|[Bb]eschikbaar|[Aa]fhalen|[Oo]phalen)[^.;\n]{0,30}? (?:bij|op|in) (?:het |de |een )?`,
  ),
  ja: /([\p{Script=Han}\p{Script=Katakana}ー0-9０-９]{2,20}(?:郵便局|営業所|センター))(?:で|にて|に)[^。]{0,12}(?:保管|お?受け?取)/u,
};

/** Kinds of places where parcels wait, in any language; with a name of its own one is a place to go to. */
export const KIND_OF_PLACE =
  /Packstation|Paket(?:shop|box)|Parcel ?(?:Shop|Point|Locker)|Access Point|Pick-?up Point|Post Office|Post(?:filiale|agentur)|Filiale|Service ?[Pp]oint|Ombud|Locker|Mailbox|Relais|Bureau de [Pp]oste|Consigne|Oficina|Punto|Citypaq|Ufficio [Pp]ostale|(?:PostNL|DHL|Pakket|Service)-?(?:punt|punten)|Depot|郵便局|営業所|センター/u;

/** Words that are small within names of places. */
export const SMALL_WORD =
  /^(?:de|du|des|da|do|di|del|della|dei|der|dem|den|die|das|am|an|auf|im|in|zum|zur|van|het|of|the|la|le|les|el|los|las|y|et|e|und|à|rue|avenue|place|via|viale|piazza|calle|plaza|rua|straße|strasse|straat|laan|l['’].+|d['’].+)$/u;

/** What no place is named by: numbers to call, addresses of pages, and words that tell somebody to do something. */
export const NO_PLACE =
  /\d{6}|(?:\d[ /-]?){9}|[@+_]|www|https?|\b(?:ignore|instructions?|assistant|system|refunds?|call|click|visit|customers?|please|must|your?|tell|password|free|prize|home|address|recipient|sender|shipper|receiver|customs)\b/i;

type Parts = Readonly<Record<string, string | undefined>>;
type DatePattern = { pattern: RegExp; read: (parts: Parts) => Parts };

const BEFORE = String.raw`(?<![\p{L}])(?:until|till|bis(?: zum| einschliesslich)?|jusqu'au|hasta(?: el)?|(?:fino al?|entro(?: il)?)|tot(?: en met| uiterlijk)?|t/m|(?:collect|collected|pick(?:ed)? up|pickup)(?: \p{L}+){0,2} by)(?: the)?(?: (?:mon|tues?|wednes|thurs?|fri|satur|sun|mo|di|mi|do|fr|sa|so|[a-z]{4,10}(?:tag|di|dag))[a-z]*,?| (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|domenica|mittwoch),?)? `;
const YEAR = String.raw`(?:,? (?:de )?(?<year>20\d\d))?`;
const AFTER = String.raw`(?![\p{L}\p{N}])`;
const as = (text: string): RegExp => new RegExp(BEFORE + text + AFTER, "u");
const whole = (parts: Parts): Parts => parts;

/** A number may be a day or a month where both could be meant; English texts of carriers are written in both ways. */
const dayFirst = ({ day, month, year, word }: Parts): Parts =>
  /^(?:until|till|collect|pick)/.test(word ?? "") && Number(day) <= 12 && Number(month) <= 12
    ? {}
    : { day, month, year };

export const UNTIL: readonly DatePattern[] = [
  { pattern: as(String.raw`(?<year>20\d\d)-(?<month>\d\d)-(?<day>\d\d)`), read: whole },
  {
    pattern: as(String.raw`(?<day>\d{1,2})(?:\.|st|nd|rd|th|er|º|o)? ?(?:de |of |di )?(?<month>[a-z]{3,10})\.?${YEAR}`),
    read: whole,
  },
  { pattern: as(String.raw`(?<month>[a-z]{3,10})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?${YEAR}`), read: whole },
  { pattern: as(String.raw`(?<day>\d{1,2})\.(?<month>\d{1,2})\.?(?<year>20\d\d|\d\d)?`), read: whole },
  {
    pattern: new RegExp(
      `(?<word>${BEFORE.trimEnd()}) ` +
        String.raw`(?<day>\d{1,2})[/-](?<month>\d{1,2})(?:[/-](?<year>20\d\d|\d\d))?${AFTER}`,
      "u",
    ),
    read: dayFirst,
  },
  { pattern: /(?:(?<year>20\d\d)年)?(?<month>\d{1,2})月(?<day>\d{1,2})日まで/u, read: whole },
];

/** Names of months and their usual short forms, in small letters without accents. */
const NAMES: readonly string[] = [
  "jan january januar janvier enero ene gennaio gen januari janv",
  "feb february februar fevrier fevr febrero febbraio februari",
  "mar march marz mars marzo maart mrt",
  "apr april avril avr abril abr aprile",
  "may mai mayo maggio mag mei",
  "jun june juni juin junio giugno giu",
  "jul july juli juillet juil julio luglio lug",
  "aug august aout agosto ago augustus",
  "sep sept september septembre septiembre settembre set",
  "oct october oktober okt octobre octubre ottobre ott",
  "nov november novembre noviembre",
  "dec december dezember dez decembre diciembre dic dicembre",
];

export const MONTHS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, index) => names.split(" ").map((name): [string, number] => [name, index + 1])),
);

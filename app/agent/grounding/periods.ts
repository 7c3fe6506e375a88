import type { Figure, Reading } from "./figure.ts";

type Unit = Extract<Figure, { kind: "duration" }>["unit"];

/** Stems of units, in the languages of `calendar-words.ts` where they differ. */
const UNITS: [RegExp, Unit][] = [
  [/^(?:hours?|hrs?|stunden?|heures?|horas?|ore|uur|uren|timmar|timer|時間)$/i, "hour"],
  [
    /^(?:days?|tage?n?|werktage?n?|arbeitstage?n?|jours?|d[ií]as?|giorn[io]|dag(?:en|e|ar)?|werkdagen|dni|営業日|日間?)$/i,
    "day",
  ],
  [/^(?:weeks?|wochen?|semaines?|semanas?|settiman[ae]|we(?:ek|ken)|veckor|uger|週間)$/i, "week"],
  [/^(?:months?|monate?n?|mois|mes(?:es)?|mes[ie]|maand(?:en)?|か月)$/i, "month"],
];
const UNIT_WORDS =
  "hours?|hrs?|stunden?|heures?|horas?|uur|uren|timmar|timer|days?|tage?n?|werktage?n?|arbeitstage?n?|jours?|d[ií]as?|giorn[io]|dag(?:en|e|ar)?|werkdagen|dni|weeks?|wochen?|semaines?|semanas?|settiman[ae]|weken|veckor|uger|months?|monate?n?|meses|maanden";
const SMALL: Record<string, number> = {};
const SMALL_NUMBERS = [
  "two zwei deux dos twee två dois",
  "three drei trois tres tre drie três",
  "four vier quatre cuatro quattro",
  "five fünf cinq cinco cinque vijf fem",
  "six sechs seis sei zes",
  "seven sieben sept siete sette zeven",
  "eight acht huit ocho otto",
  "nine neun neuf nueve nove",
  "ten zehn dix diez dieci tien tio",
];
SMALL_NUMBERS.forEach((words, index) => words.split(" ").forEach((word) => (SMALL[word] = index + 2)));
const COUNT = `\\d{1,3}|${Object.keys(SMALL).join("|")}`;
const ADJECTIVE = "(?:(?:full|more|business|working|calendar|whole|volle|weitere|lange|ganze)\\s+)*";
const DURATION = new RegExp(
  `(?<![\\p{L}\\p{N}.,])(${COUNT})(?:\\s*(?:[-–—~]|to|or|bis|oder|à|ou|a|o|of|tot)\\s*(${COUNT}))?[\\s-]${ADJECTIVE}(${UNIT_WORDS})(?!\\p{L}|\\s+a\\s+(?:day|week))`,
  "giu",
);
const EAST_ASIAN = /(\d{1,3})(?:\s*[〜~–-]\s*(\d{1,3}))?\s*(営業日|日間|日(?=以内|後|前)|時間|週間|か月)/g;

const CLOCK =
  /(?<![\d:.,])([01]?\d|2[0-3]):([0-5]\d)(?::\d\d)?(?!\d)\s*(am|pm|a\.m\.?|p\.m\.?)?|(?<![\d:.,])([01]?\d|2[0-3])(?:\.([0-5]\d))?\s*(?:uhr\b|o['’]clock)|(?<![\d:.,])(1[0-2]|[1-9])\s*(am|pm|a\.m\.?|p\.m\.?)(?![\p{L}])|(?<![\d:.,])([01]?\d|2[0-3])\s?h(?:([0-5]\d))?(?![\p{L}\p{N}])|(\d{1,2})時(?!間)/giu;

const RELATIVE: [RegExp, number][] = [
  [
    /(?<!\p{L})(?:today|tonight|heute|aujourd['’]hui|hoy|oggi|vandaag|hoje|idag|i dag|dzisiaj|dziś)(?!\p{L})|今日|本日/giu,
    0,
  ],
  [
    /(?<!\p{L})(?:tomorrow|demain|domani|amanhã|imorgon|i morgen|jutro)(?!\p{L})|(?<!(?:guten|heute|gestern|am|den|jeden|diesen|de)\s)(?<!\p{L})morgen(?!\p{L}|\s+(?:früh\s+)?um\s+)|(?<!(?:la|las|buenas|esta|de la)\s)(?<!\p{L})mañana(?!\p{L})|明日/giu,
    1,
  ],
  [
    /(?<!\p{L})(?:yesterday|gestern|hier(?=\s+(?:à|par|soir|matin|,|\.))|ayer|ieri|gisteren|ontem|igår|i går|wczoraj)(?!\p{L})|昨日/giu,
    -1,
  ],
];
/** "How can I help you today?" tells nothing; "It arrives today" does. */
const ABOUT_A_PARCEL =
  /arriv|deliver|ship|dispatch|expect|reach|collect|pick|out for|refund|liefer|zustell|zugestellt|ankomm|kommt|versand|versend|livr|expédi|entreg|lleg|envi|consegn|sped|bezorg|verz[oe]nd|lever|skicka|sendt|届|配達|到着|発送|返金/i;

export function readPeriods(reading: Reading): void {
  reading.each(EAST_ASIAN, ([, from, to, unit], at) => duration(at, from, to, unit));
  reading.each(DURATION, ([, from, to, unit], at) => duration(at, from, to, unit));
}

export function readTimes(reading: Reading): void {
  reading.each(CLOCK, (match, at) => {
    const hour = Number(match[1] ?? match[4] ?? match[6] ?? match[8] ?? match[10]);
    const minute = Number(match[2] ?? match[5] ?? match[9] ?? 0);
    const half = (match[3] ?? match[7])?.toLowerCase().charAt(0);
    const readings = half === "p" ? [(hour % 12) + 12] : half === "a" ? [hour % 12] : [hour];
    return { kind: "time", ...at, readings: readings.map((one) => one * 60 + minute) };
  });
}

export function readRelativeDays(reading: Reading): void {
  for (const [pattern, offset] of RELATIVE) {
    reading.each(pattern, (_match, at) => {
      if (offset === 0 && !ABOUT_A_PARCEL.test(reading.rest)) return null;
      return { kind: "relative", ...at, offset };
    });
  }
}

function duration(
  at: Pick<Figure, "text" | "start" | "end">,
  from = "",
  to: string | undefined,
  word = "",
): Figure | null {
  const unit = UNITS.find(([pattern]) => pattern.test(word))?.[1];
  if (!unit) return null;
  const counts = [from, to].filter((one) => one !== undefined).map((one) => SMALL[one.toLowerCase()] ?? Number(one));
  return { kind: "duration", ...at, unit, counts };
}

import { quoted } from "./words.ts";

/**
 * Where a conversation stands, as lexemes beside its words: with them the one index of words finds what is in a shop, a
 * stretch of time and a language at once. Stretches are 8, 64 and 512 days.
 */
export const STRETCH_DAYS = [8, 64, 512] as const;
/** How much longer each is than the one before. */
export const STRETCH_FACTOR = 8;

/** What narrows a search besides words. */
export type Facets = {
  status?: string | undefined;
  reason?: string | undefined;
  priority?: number | undefined;
  /** A staff member's id, or `none`. */
  assignee?: string | undefined;
  /** The first part of a BCP 47 tag. */
  language?: string | undefined;
  channel?: string | undefined;
  late?: boolean | undefined;
};

/** `placed` of a row of `conversation` named `c`; `late` is an SQL expression. */
export const placedSql = (late: string) => `array_to_tsvector(ARRAY[
    'shop:' || c.shop, 's:' || c.status, 'p:' || c.priority, 'a:' || COALESCE(c.assigned_to, 'none'),
    'l:' || split_part(lower(c.locale), '-', 1), 'c:' || c.channel, 'r:' || COALESCE(c.escalation_reason, 'none'),
    ${STRETCH_DAYS.map((days, level) => `'t${level}:' || c.shop || ':' || floor(extract(epoch FROM c.updated_at) / ${86_400 * days})::bigint`).join(",\n    ")}
  ] || CASE WHEN ${late} THEN ARRAY['late'] ELSE ARRAY[]::text[] END)`;

export function facetsQuery(facets: Facets): string[] {
  const lexemes = [
    facets.status && `s:${facets.status}`,
    facets.reason && `r:${facets.reason}`,
    facets.priority && `p:${facets.priority}`,
    facets.assignee && `a:${facets.assignee}`,
    facets.language && `l:${facets.language.toLowerCase()}`,
    facets.channel && `c:${facets.channel}`,
    facets.late && "late",
  ];
  return lexemes.flatMap((lexeme) => (lexeme ? [quoted(lexeme)] : []));
}

/**
 * A shop's stretch of time up to a moment, of at least one and at most two of a level's stretches; the whole shop past the
 * last level. Every level holds all of the one below.
 */
export function stretchQuery(shop: string, level: number, until: Date): string {
  const days = STRETCH_DAYS[level];
  if (days === undefined) return quoted(`shop:${shop}`);
  const stretch = Math.floor(until.getTime() / (86_400_000 * days));
  return `(${quoted(`t${level}:${shop}:${stretch}`)} | ${quoted(`t${level}:${shop}:${stretch - 1}`)})`;
}

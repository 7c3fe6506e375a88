import { unmarked } from "../../conversations/unmarked.ts";
import { sql } from "../../platform/db.server.ts";
import { plain, type Term, termsOf } from "./words.ts";

/** A piece of text, and whether it is what was looked for. */
type Piece = { text: string; found: boolean };
export type Excerpt = { author: string; pieces: Piece[] };

/** The newest messages of a conversation among which the words are looked for. */
const LAST = 120;
const BEFORE = 40;
const LENGTH = 180;

const MESSAGES = `
  SELECT asked.id, e.author, left(e.body ->> 'text', 10000) AS text
  FROM unnest($2::uuid[]) AS asked(id) CROSS JOIN LATERAL (
    SELECT * FROM event e WHERE e.shop = $1 AND e.conversation_id = asked.id ORDER BY e.seq DESC LIMIT ${LAST}
  ) e WHERE e.type = 'message' AND e.body ->> 'text' <> '' ORDER BY asked.id, e.seq DESC`;

/** Of each conversation the message that says most of what was looked for, the newest of those; none where only a name matches. */
export async function excerptsOf(shop: string, ids: readonly string[], query: string): Promise<Map<string, Excerpt>> {
  const terms = termsOf(query);
  const rows = await sql().query<{ id: string; author: string; text: string }>(MESSAGES, [shop, ids]);
  const best = new Map<string, Excerpt & { score: number }>();
  for (const { id, author, text: said } of rows) {
    const text = author === "agent" ? unmarked(said) : said;
    const places = placesOf(text, terms);
    const score = new Set(places.map(({ word }) => word)).size;
    if (score > (best.get(id)?.score ?? 0)) best.set(id, { author, pieces: piecesOf(text, places), score });
  }
  return best;
}

type Place = { from: number; to: number; word: string };

const WORD = /[\p{L}\p{N}\p{M}]+(?:[-_.@+'’]+[\p{L}\p{N}\p{M}]+)*|\p{Extended_Pictographic}/gu;
const PART = /[\p{L}\p{N}\p{M}]+/gu;

/** Where in a text the terms are; a script without spaces is looked through character by character. */
function placesOf(text: string, terms: readonly Term[]): Place[] {
  const places: Place[] = [];
  for (const whole of text.matchAll(WORD)) {
    const parts = [
      whole,
      ...[...whole[0].matchAll(PART)].map((part) => ({ 0: part[0], index: whole.index + part.index })),
    ];
    for (const { 0: part, index } of parts) {
      const word = plain(part);
      const term = terms.find((one) => (one.begins ? word.startsWith(one.word) : word === one.word));
      if (term) places.push({ from: index, to: index + part.length, word: term.word });
    }
    for (const { word } of terms) {
      if (!/^\p{Lo}{1,2}$/u.test(word)) continue;
      for (let at = whole[0].indexOf(word); at >= 0; at = whole[0].indexOf(word, at + 1)) {
        places.push({ from: whole.index + at, to: whole.index + at + word.length, word });
      }
    }
  }
  return places.toSorted((a, b) => a.from - b.from || b.to - a.to);
}

function piecesOf(text: string, places: readonly Place[]): Piece[] {
  const first = places[0]?.from ?? 0;
  const start = first <= BEFORE ? 0 : first - BEFORE;
  const end = Math.min(text.length, start + LENGTH);
  const pieces: Piece[] = [];
  const put = (from: number, to: number, found: boolean) => {
    const piece = text.slice(from, to).replace(/\s+/g, " ");
    if (piece === "") return;
    const last = pieces.at(-1);
    if (last?.found === found) last.text += piece;
    else pieces.push({ text: piece, found });
  };
  let at = start;
  if (start > 0) put(0, 0, false);
  for (const { from, to } of places) {
    if (to <= at || from >= end) continue;
    put(at, from, false);
    put(Math.max(at, from), Math.min(to, end), true);
    at = Math.min(to, end);
  }
  put(at, end, false);
  const [head] = pieces;
  if (start > 0 && head) head.text = `…${head.text}`;
  if (end < text.length) pieces.push({ text: "…", found: false });
  return pieces;
}

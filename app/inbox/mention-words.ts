import type { Person } from "../staff/audit.ts";

/** A mention that is being typed: from its @ up to where the caret stands. */
export type TypedMention = { from: number; to: number; query: string };

/** As many words as a name has at most, so that "@Ana, could you look at this" ends with the name. */
const TYPED = /(?:^|[\s(])@([\p{L}\p{M}'’.-]*(?: [\p{L}\p{M}'’.-]*){0,3})$/u;

/** What is typed behind an @ right before the caret; null where nobody is being mentioned. */
export function typedMention(text: string, caret: number): TypedMention | null {
  const query = TYPED.exec(text.slice(0, caret))?.[1];
  return query === undefined ? null : { from: caret - query.length - 1, to: caret, query };
}

const plain = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase("en");

/** Whom the typed part of a name may mean: any of their names begins with it, or all of them do. */
export function meantBy(query: string, members: readonly Person[]): Person[] {
  const wanted = plain(query);
  return members.filter(({ name }) => {
    const known = plain(name);
    return (
      known.startsWith(wanted) || (!wanted.includes(" ") && known.split(" ").some((part) => part.startsWith(wanted)))
    );
  });
}

/** The text with a name in the place of what was typed of it, and where the caret goes. */
export function withMention(text: string, { from, to }: TypedMention, name: string): { text: string; caret: number } {
  const before = `${text.slice(0, from)}@${name} `;
  return { text: before + text.slice(to).replace(/^ /, ""), caret: before.length };
}

/**
 * Who is mentioned in a text, by the names as they are written behind an @; of names that begin alike the longest counts.
 * @param picked of several people of one name, those that were chosen; all of them where none was
 */
export function mentionedIn(text: string, members: readonly Person[], picked: ReadonlySet<string>): Person[] {
  const names = [...new Set(members.map(({ name }) => name))].toSorted((a, b) => b.length - a.length);
  const found = new Set<string>();
  for (const { index } of text.matchAll(/(?<![\p{L}\p{N}])@/gu)) {
    const rest = text.slice(index + 1);
    const name = names.find((one) => rest.startsWith(one) && !/^[\p{L}\p{N}]/u.test(rest.slice(one.length)));
    if (name !== undefined) found.add(name);
  }
  return members.filter(({ id, name }) => {
    if (!found.has(name)) return false;
    const chosen = members.filter((one) => one.name === name && picked.has(one.id));
    return chosen.length === 0 || picked.has(id);
  });
}

/** The first letters of the first and the last word of a name, as people see letters: an accent or an emoji stays whole. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const [first = "", last = ""] = [words[0], words.length > 1 ? words.at(-1) : ""];
  return (letter(first) + letter(last)).toUpperCase();
}

function letter(word: string): string {
  // Not every browser in use can cut by graphemes; there code points have to do.
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- see above
  const cut = Intl.Segmenter ? [...new Intl.Segmenter().segment(word)].map(({ segment }) => segment) : Array.from(word);
  return cut[0] ?? "";
}

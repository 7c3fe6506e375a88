import { useEffect, useState } from "react";

/** Titles of products and collections by id: null for one that Shopify does not know, nothing for one not asked about. */
type Titles = ReadonlyMap<string, string | null>;

/** Asked about at once; a longer list is searched by id. */
const MOST_ASKED = 250;

/** Learns what ids are called, from Shopify and from what is chosen in its list. Without an answer ids stay numbers. */
export function useTitles(ids: readonly string[]): {
  titles: Titles;
  learn: (known: readonly (readonly [string, string | null])[]) => void;
} {
  const [titles, setTitles] = useState<Titles>(new Map());
  const learn = (known: readonly (readonly [string, string | null])[]) =>
    setTitles((before) => new Map([...before, ...known]));
  const unknown = ids
    .slice(0, MOST_ASKED)
    .filter((id) => !titles.has(id))
    .join(",");
  useEffect(() => {
    if (unknown === "") return;
    const left = new AbortController();
    fetch("/app/policies/titles", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ ids: unknown.split(",") }),
      signal: left.signal,
    })
      .then(async (response) => {
        if (!response.ok) return;
        const known = (await response.json()) as [string, string | null][];
        setTitles((before) => new Map([...before, ...known]));
      })
      .catch(() => undefined);
    return () => left.abort();
  }, [unknown]);
  return { titles, learn };
}

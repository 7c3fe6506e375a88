/** What somebody typed or pasted into a list: what can be added, and what has another form. */
export type TypedNames = { names: string[]; refused: string[] };
export type ReadNames = (text: string) => TypedNames;

const LONGEST = 120;

/** Tags, one per line or separated by commas. */
export const readTags: ReadNames = (text) => {
  const all = parts(text);
  return { names: all.filter((one) => one.length <= LONGEST), refused: all.filter((one) => one.length > LONGEST) };
};

/** ISO 3166-1 alpha-2, in either case. */
export const readCountries: ReadNames = (text) =>
  each(text, (one) => (/^[a-z]{2}$/i.test(one) ? one.toUpperCase() : null));

/** Ids as numbers, as `gid://`, or in an address of Shopify's admin. All become `gid://`, so that none is twice. */
export function readIds(type: "Product" | "Collection"): ReadNames {
  const inAddress = new RegExp(`/${type.toLowerCase()}s/(\\d+)(?:[/?#].*)?$`, "i");
  const gid = new RegExp(`^gid://shopify/${type}/(\\d+)$`, "i");
  return (text) =>
    each(text, (one) => {
      const number = /^\d{1,20}$/.exec(one)?.[0] ?? gid.exec(one)?.[1] ?? inAddress.exec(one)?.[1];
      return number === undefined ? null : `gid://shopify/${type}/${number}`;
    });
}

/** The list with what is new in it; names are the same in either case. */
export function withNames(names: readonly string[], added: readonly string[]): string[] {
  const all = new Map<string, string>();
  for (const name of [...names, ...added]) if (!all.has(lastPart(name))) all.set(lastPart(name), name);
  return [...all.values()];
}

/** A product's number says the same as its `gid://`. */
const lastPart = (name: string): string => (/^gid:\/\/shopify\/\w+\/(\d+)$/i.exec(name)?.[1] ?? name).toLowerCase();

function parts(text: string): string[] {
  return text
    .split(/[\n,;]/)
    .map((one) => one.trim())
    .filter((one) => one !== "");
}

function each(text: string, read: (one: string) => string | null): TypedNames {
  const names: string[] = [];
  const refused: string[] = [];
  for (const one of parts(text)) {
    const name = read(one);
    if (name === null) refused.push(one);
    else names.push(name);
  }
  return { names, refused };
}

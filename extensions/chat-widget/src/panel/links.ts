/**
 * Which addresses may become links. A model's words may name any address; only those of the shop itself, of the app's
 * own server, and tracking pages that the server vouched for in a card or in the evidence of a message are made
 * clickable. All others stay text.
 */
export type Trusted = { hosts: ReadonlySet<string>; urls: ReadonlySet<string> };

/** The address in full, or null where it may not be a link. */
export function allowedLink(address: string, trusted: Trusted): string | null {
  const url = parse(address);
  if (!url || url.username || url.password) return null;
  if (url.protocol === "https:" && trusted.urls.has(url.href)) return url.href;
  const local = url.protocol === "http:" && /^(localhost|127\.0\.0\.1)$/.test(url.hostname);
  return (url.protocol === "https:" || local) && trusted.hosts.has(url.host) ? url.href : null;
}

/** In the spelling `allowedLink` compares by, or null for anything but https. */
export function vouched(address: string | null): string | null {
  const url = address ? parse(address) : null;
  return url && url.protocol === "https:" && !url.username && !url.password ? url.href : null;
}

function parse(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

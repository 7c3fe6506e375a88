/** A shop's offline token as it is stored, with what is needed to get the next one. */
export type StoredToken = { accessToken: string; expiresAt: Date | null; refreshToken: string | null };

export type TokenOutcome =
  | { kind: "token"; accessToken: string }
  /** The merchant has to open the app (again) before it may call Shopify. */
  | { kind: "not_installed" }
  | { kind: "unavailable"; message: string };

export type RefreshOutcome = { kind: "refreshed" } | { kind: "refused" } | { kind: "failed"; message: string };

export type TokenSource = {
  load(shop: string): Promise<StoredToken | null>;
  /** Gets a new token with `refreshToken` and stores it. */
  refresh(shop: string, refreshToken: string): Promise<RefreshOutcome>;
  /** Deletes the stored token if it is still this one, so that the merchant's next visit exchanges a new one. */
  drop(shop: string, token: StoredToken): Promise<void>;
};

export interface AccessTokens {
  current(shop: string): Promise<TokenOutcome>;
  /** Shopify answered 401 to this token: the next `current` will not be it again. */
  rejected(shop: string, accessToken: string): void;
  /** The token if it is at hand and need not be fetched. */
  held(shop: string): string | null;
  /** What is stored has changed (installed, un-installed, exchanged). */
  forget(shop: string): void;
  /** Runs `work` while nothing else in this process fetches a token for the shop. `work` must not ask for one itself. */
  exclusive<Result>(shop: string, work: () => Promise<Result>): Promise<Result>;
}

/** As Shopify's library does: a token is renewed while it still has some time to live. */
const RENEW_BEFORE_MS = 5 * 60_000;
const SHOPS_AT_HAND = 10_000;

/**
 * Tokens of all shops this process talks for, so that a call needs no database read.
 *
 * A refresh token works once, and a new token ends the one before it. So only one of all parallel callers fetches one;
 * and a refusal or a 401 first looks whether another process has stored a newer one meanwhile.
 */
export function createAccessTokens(source: TokenSource, now: () => number = Date.now): AccessTokens {
  const atHand = new Map<string, StoredToken>();
  const refused = new Map<string, string>();
  const underWay = new Map<string, Promise<TokenOutcome>>();
  const locks = new Map<string, Promise<unknown>>();

  const lasts = (token: StoredToken) => token.expiresAt === null || token.expiresAt.getTime() - now() > RENEW_BEFORE_MS;
  const isRefused = (shop: string, token: StoredToken) => refused.get(shop) === token.accessToken;

  const keep = (shop: string, token: StoredToken): TokenOutcome => {
    atHand.delete(shop);
    atHand.set(shop, token);
    const [oldest] = atHand.keys();
    if (atHand.size > SHOPS_AT_HAND && oldest !== undefined) atHand.delete(oldest);
    return { kind: "token", accessToken: token.accessToken };
  };

  const giveUp = async (shop: string, token: StoredToken): Promise<TokenOutcome> => {
    await source.drop(shop, token);
    return { kind: "not_installed" };
  };

  const fetchToken = async (shop: string): Promise<TokenOutcome> => {
    const stored = await source.load(shop);
    if (!stored) return { kind: "not_installed" };
    if (lasts(stored) && !isRefused(shop, stored)) return keep(shop, stored);
    if (stored.refreshToken === null) return giveUp(shop, stored);

    const outcome = await source.refresh(shop, stored.refreshToken);
    const newest = await source.load(shop);
    if (newest && newest.accessToken !== stored.accessToken && lasts(newest)) return keep(shop, newest);
    if (outcome.kind === "refused") return giveUp(shop, stored);
    const stillGood = newest !== null && !isRefused(shop, newest) && (newest.expiresAt?.getTime() ?? Infinity) > now();
    if (stillGood) return { kind: "token", accessToken: newest.accessToken };
    return { kind: "unavailable", message: outcome.kind === "failed" ? outcome.message : "the new token was not kept" };
  };

  const exclusive = async <Result>(shop: string, work: () => Promise<Result>): Promise<Result> => {
    const before = locks.get(shop);
    const mine = (before ?? Promise.resolve()).then(work, work);
    locks.set(shop, mine);
    try {
      return await mine;
    } finally {
      if (locks.get(shop) === mine) locks.delete(shop);
    }
  };

  const held = (shop: string): string | null => {
    const token = atHand.get(shop);
    return token && lasts(token) ? token.accessToken : null;
  };

  return {
    exclusive,
    held,
    async current(shop) {
      const accessToken = held(shop);
      if (accessToken !== null) return { kind: "token", accessToken };
      let fetching = underWay.get(shop);
      if (!fetching) {
        fetching = exclusive(shop, () => fetchToken(shop)).finally(() => underWay.delete(shop));
        underWay.set(shop, fetching);
      }
      return fetching;
    },
    rejected(shop, accessToken) {
      refused.set(shop, accessToken);
      if (atHand.get(shop)?.accessToken === accessToken) atHand.delete(shop);
    },
    forget(shop) {
      atHand.delete(shop);
      refused.delete(shop);
    },
  };
}

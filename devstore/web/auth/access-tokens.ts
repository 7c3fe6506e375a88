import { openToken, sealToken } from "./token-values.ts";

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** Lifetimes of expiring offline tokens: https://shopify.dev/changelog/offline-access-tokens-now-support-expiry-and-refresh */
const OFFLINE_MS = HOUR_MS;
const ONLINE_MS = DAY_MS;
const REFRESH_MS = 90 * DAY_MS;

/**
 * How long a refresh token that has been used may be used again while its replacement never was: an app that lost the
 * answer can ask once more. Source: https://shopify.dev/changelog/more-resilient-refreshes-for-expiring-offline-access-tokens
 */
const RETRY_MS = 30 * DAY_MS;

/** Times are milliseconds since the epoch by the machine's clock; null for an offline token that never expires. */
export type AccessToken = { value: string; kind: "offline" | "online"; expiresAt: number | null };
export type RefreshToken = { value: string; expiresAt: number };
export type Grant = { access: AccessToken; refresh: RefreshToken | null };
export type TokenCheck = { kind: "valid"; token: AccessToken } | { kind: "unknown" } | { kind: "expired" };

type RefreshUse = { firstUsedAt: number | null; retired: boolean; predecessor: string | null };

/**
 * The access tokens the shop has given to the app.
 *
 * Values carry their own kind and end (see `token-values.ts`), so they outlive a restart; which refresh token was used,
 * and what was revoked, is remembered only while the process runs.
 */
export class AccessTokens {
  readonly #secret: string;
  readonly #now: () => number;
  readonly #refreshUse = new Map<string, RefreshUse>();
  /** The generation each token of this process belongs to; tokens from before a restart belong to generation 0. */
  readonly #generations = new Map<string, number>();
  #generation = 0;
  #expiredBelow = 0;
  #revokedBelow = 0;

  /**
   * @param secret what values are signed with
   * @param now milliseconds since the epoch; the machine's clock unless a test says otherwise
   */
  constructor(secret: string, now: () => number = Date.now) {
    this.#secret = secret;
    this.#now = now;
  }

  grantOffline(options: { expiring: boolean }): Grant {
    if (!options.expiring) return { access: this.#issueAccess("offline", null), refresh: null };
    return { access: this.#issueAccess("offline", OFFLINE_MS), refresh: this.#issueRefresh(null) };
  }

  grantOnline(): Grant {
    return { access: this.#issueAccess("online", ONLINE_MS), refresh: null };
  }

  /** Exchanges a refresh token and retires the one before it; null when it is unknown, expired or retired. */
  refresh(value: string): Grant | null {
    const now = this.#now();
    const sealed = openToken("refresh", value, this.#secret);
    if (!sealed || sealed.expiresAt === null || sealed.expiresAt <= now) return null;
    if (this.#generationOf(value) < this.#revokedBelow) return null;
    const use = this.#refreshUse.get(value) ?? { firstUsedAt: null, retired: false, predecessor: null };
    if (use.retired || (use.firstUsedAt !== null && now - use.firstUsedAt > RETRY_MS)) return null;
    this.#refreshUse.set(value, { ...use, firstUsedAt: use.firstUsedAt ?? now });
    this.#retire(use.predecessor);
    return { access: this.#issueAccess("offline", OFFLINE_MS), refresh: this.#issueRefresh(value) };
  }

  check(value: string): TokenCheck {
    for (const kind of ["offline", "online"] as const) {
      const sealed = openToken(kind, value, this.#secret);
      if (!sealed) continue;
      const generation = this.#generationOf(value);
      if (generation < this.#revokedBelow) return { kind: "unknown" };
      const { expiresAt } = sealed;
      const past = expiresAt !== null && (expiresAt <= this.#now() || generation < this.#expiredBelow);
      return past ? { kind: "expired" } : { kind: "valid", token: { value, kind, expiresAt } };
    }
    return { kind: "unknown" };
  }

  /** Ages every expiring access token past its end, as an hour away does; refresh tokens stay good. */
  expireAll(): void {
    this.#expiredBelow = ++this.#generation;
  }

  /** What uninstalling does: nothing the app holds is good any more. */
  revokeAll(): void {
    this.#revokedBelow = ++this.#generation;
  }

  #issueAccess(kind: AccessToken["kind"], lifetime: number | null): AccessToken {
    const expiresAt = lifetime === null ? null : this.#now() + lifetime;
    const value = sealToken(kind, expiresAt, this.#secret);
    this.#generations.set(value, this.#generation);
    return { value, kind, expiresAt };
  }

  #issueRefresh(predecessor: string | null): RefreshToken {
    const expiresAt = this.#now() + REFRESH_MS;
    const value = sealToken("refresh", expiresAt, this.#secret);
    this.#generations.set(value, this.#generation);
    this.#refreshUse.set(value, { firstUsedAt: null, retired: false, predecessor });
    return { value, expiresAt };
  }

  #generationOf(value: string): number {
    return this.#generations.get(value) ?? 0;
  }

  #retire(value: string | null): void {
    if (value === null) return;
    const use = this.#refreshUse.get(value);
    this.#refreshUse.set(value, { firstUsedAt: null, predecessor: null, ...use, retired: true });
  }
}

import { describe, expect, it } from "vitest";
import { AccessTokens } from "./access-tokens.ts";

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

function tokensAt(start = 1_780_000_000_000) {
  const time = { now: start };
  return { time, tokens: new AccessTokens("secret", () => time.now) };
}

const refreshOf = (grant: { refresh: { value: string } | null } | null) => grant?.refresh?.value ?? "";

describe("access tokens", () => {
  it("are good for an hour, and then expired rather than unknown", () => {
    const { time, tokens } = tokensAt();
    const { access } = tokens.grantOffline({ expiring: true });
    time.now += HOUR - 1;
    expect(tokens.check(access.value).kind).toBe("valid");
    time.now += 1;
    expect(tokens.check(access.value).kind).toBe("expired");
  });

  it("never expire when the app did not ask for expiring ones", () => {
    const { time, tokens } = tokensAt();
    const grant = tokens.grantOffline({ expiring: false });
    time.now += 1000 * DAY;
    expect(grant.refresh).toBeNull();
    expect(tokens.check(grant.access.value)).toMatchObject({ kind: "valid", token: { expiresAt: null } });
  });

  it("outlive a restart, because they carry their own end", () => {
    const { time, tokens } = tokensAt();
    const grant = tokens.grantOffline({ expiring: true });
    const restarted = new AccessTokens("secret", () => time.now);
    expect(restarted.check(grant.access.value).kind).toBe("valid");
    expect(restarted.refresh(refreshOf(grant))).not.toBeNull();
  });

  it("are unknown to a shop with another secret, and when a digit was changed", () => {
    const { tokens } = tokensAt();
    const { value } = tokens.grantOffline({ expiring: true }).access;
    const digit = value.endsWith("0") ? "1" : "0";
    expect(new AccessTokens("another").check(value).kind).toBe("unknown");
    expect(tokens.check(value.slice(0, -1) + digit).kind).toBe("unknown");
    expect(tokens.check("").kind).toBe("unknown");
  });

  it("do not serve as refresh tokens, nor the other way round", () => {
    const { tokens } = tokensAt();
    const grant = tokens.grantOffline({ expiring: true });
    expect(tokens.refresh(grant.access.value)).toBeNull();
    expect(tokens.check(refreshOf(grant)).kind).toBe("unknown");
  });

  it("let a lost refresh be asked for again until its replacement is used", () => {
    const { tokens } = tokensAt();
    const first = refreshOf(tokens.grantOffline({ expiring: true }));
    tokens.refresh(first);
    const again = refreshOf(tokens.refresh(first));
    expect(tokens.refresh(again)).not.toBeNull();
    expect(tokens.refresh(first)).toBeNull();
  });

  it("refuse a used refresh token after thirty days, and any after ninety", () => {
    const { time, tokens } = tokensAt();
    const used = refreshOf(tokens.grantOffline({ expiring: true }));
    const unused = refreshOf(tokens.grantOffline({ expiring: true }));
    tokens.refresh(used);
    time.now += 31 * DAY;
    expect(tokens.refresh(used)).toBeNull();
    time.now += 60 * DAY;
    expect(tokens.refresh(unused)).toBeNull();
  });

  it("all expire on request while refreshing still works, and all end with an uninstall", () => {
    const { tokens } = tokensAt();
    const grant = tokens.grantOffline({ expiring: true });
    tokens.expireAll();
    expect(tokens.check(grant.access.value).kind).toBe("expired");
    const renewed = tokens.refresh(refreshOf(grant));
    expect(tokens.check(renewed?.access.value ?? "").kind).toBe("valid");
    tokens.revokeAll();
    expect(tokens.check(renewed?.access.value ?? "").kind).toBe("unknown");
    expect(tokens.refresh(refreshOf(renewed))).toBeNull();
    expect(tokens.check(tokens.grantOffline({ expiring: true }).access.value).kind).toBe("valid");
  });
});

import { describe, expect, test } from "vitest";
import { createAccessTokens } from "./access-tokens.ts";
import type { RefreshOutcome, StoredToken } from "./access-tokens.ts";

const SHOP = "fernwood.myshopify.com";
const HOUR = 3_600_000;
const START = Date.UTC(2026, 6, 1);

/** A database and a Shopify in which refreshing works as it does there: each refresh token works once. */
function world(initial: StoredToken | null) {
  let clock = START;
  let stored = initial;
  let issued = 0;
  let answer: "new" | RefreshOutcome = "new";
  let atShopify = initial?.refreshToken ?? null;
  const seen = { loads: 0, refreshes: 0 };
  const tokens = createAccessTokens(
    {
      load() {
        seen.loads += 1;
        return Promise.resolve(stored);
      },
      async refresh(_shop, refreshToken) {
        seen.refreshes += 1;
        await Promise.resolve();
        if (answer !== "new") return answer;
        if (refreshToken !== atShopify) return { kind: "refused" };
        issued += 1;
        atShopify = `refresh-${issued}`;
        stored = { accessToken: `token-${issued}`, refreshToken: atShopify, expiresAt: new Date(clock + HOUR) };
        return { kind: "refreshed" };
      },
      drop() {
        stored = null;
        return Promise.resolve();
      },
    },
    () => clock,
  );
  return {
    tokens,
    seen,
    pass: (milliseconds: number) => (clock += milliseconds),
    shopifyAnswers: (outcome: typeof answer) => (answer = outcome),
    /** Another process fetched a token and stored it. */
    elsewhere: (token: StoredToken): void => {
      stored = token;
      atShopify = token.refreshToken;
    },
    stored: () => stored,
  };
}

const fresh = (): StoredToken => ({
  accessToken: "token-0",
  refreshToken: "refresh-0",
  expiresAt: new Date(START + HOUR),
});

describe("a shop's access token", () => {
  test("is read once and then at hand", async () => {
    const { tokens, seen } = world(fresh());
    await tokens.current(SHOP);
    expect(await tokens.current(SHOP)).toEqual({ kind: "token", accessToken: "token-0" });
    expect(tokens.held(SHOP)).toBe("token-0");
    expect(seen).toEqual({ loads: 1, refreshes: 0 });
  });

  test("is not there for a shop that never installed the app", async () => {
    expect(await world(null).tokens.current(SHOP)).toEqual({ kind: "not_installed" });
  });

  test("is renewed before it ends, once for all who ask", async () => {
    const { tokens, seen, pass } = world(fresh());
    await tokens.current(SHOP);
    pass(HOUR - 4 * 60_000);
    const all = await Promise.all(Array.from({ length: 20 }, () => tokens.current(SHOP)));
    expect(new Set(all.map((outcome) => JSON.stringify(outcome)))).toEqual(
      new Set([JSON.stringify({ kind: "token", accessToken: "token-1" })]),
    );
    expect(seen.refreshes).toBe(1);
  });

  test("that Shopify rejects is renewed, and the rejected one is not used again", async () => {
    const { tokens } = world(fresh());
    await tokens.current(SHOP);
    tokens.rejected(SHOP, "token-0");
    expect(tokens.held(SHOP)).toBeNull();
    expect(await tokens.current(SHOP)).toEqual({ kind: "token", accessToken: "token-1" });
  });

  test("that another process has renewed is taken from the database without a refresh", async () => {
    const { tokens, seen, elsewhere } = world(fresh());
    await tokens.current(SHOP);
    elsewhere({ accessToken: "token-x", refreshToken: "refresh-x", expiresAt: new Date(START + HOUR) });
    tokens.rejected(SHOP, "token-0");
    expect(await tokens.current(SHOP)).toEqual({ kind: "token", accessToken: "token-x" });
    expect(seen.refreshes).toBe(0);
  });

  test("survives losing the race for the refresh to another process", async () => {
    const { tokens, pass, elsewhere } = world(fresh());
    await tokens.current(SHOP);
    pass(HOUR);
    const mine = tokens.current(SHOP);
    elsewhere({ accessToken: "token-x", refreshToken: "refresh-x", expiresAt: new Date(START + 2 * HOUR) });
    expect(await mine).toEqual({ kind: "token", accessToken: "token-x" });
  });

  test("is used to its end while Shopify cannot give a new one", async () => {
    const { tokens, pass, shopifyAnswers } = world(fresh());
    pass(HOUR - 60_000);
    shopifyAnswers({ kind: "failed", message: "HTTP 503" });
    expect(await tokens.current(SHOP)).toEqual({ kind: "token", accessToken: "token-0" });
    pass(HOUR);
    expect(await tokens.current(SHOP)).toEqual({ kind: "unavailable", message: "HTTP 503" });
  });

  test("that cannot be renewed any more is dropped, so that the merchant's next visit brings a new one", async () => {
    const { tokens, shopifyAnswers, stored } = world(fresh());
    await tokens.current(SHOP);
    shopifyAnswers({ kind: "refused" });
    tokens.rejected(SHOP, "token-0");
    expect(await tokens.current(SHOP)).toEqual({ kind: "not_installed" });
    expect(stored()).toBeNull();
  });

  test("is looked for again after something changed", async () => {
    const { tokens, elsewhere } = world(null);
    expect(await tokens.current(SHOP)).toEqual({ kind: "not_installed" });
    elsewhere(fresh());
    tokens.forget(SHOP);
    expect(await tokens.current(SHOP)).toEqual({ kind: "token", accessToken: "token-0" });
  });

  test("waits for an exchange that is under way", async () => {
    const { tokens, elsewhere } = world(null);
    let finish = () => {};
    const exchange = tokens.exclusive(SHOP, async () => {
      await new Promise<void>((resolve) => (finish = resolve));
      elsewhere(fresh());
    });
    const asked = tokens.current(SHOP);
    await Promise.resolve();
    finish();
    await exchange;
    expect(await asked).toEqual({ kind: "token", accessToken: "token-0" });
  });
});

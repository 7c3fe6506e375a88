import { describe, expect, test } from "vitest";
import { withOrder } from "./app-operations.ts";
import { part } from "./testing.ts";

type Shop = ReturnType<typeof withOrder>;
const customerId = (shop: Shop) => `gid://shopify/Customer/${shop.order.customer?.id}`;
const credit = (shop: Shop, amount: string, more: { id?: string; currencyCode?: string; expiresAt?: string } = {}) => {
  const { id = customerId(shop), currencyCode = "EUR", ...rest } = more;
  const creditInput = { creditAmount: { amount, currencyCode }, ...rest };
  return shop.run("StoreCreditCredit", { id, creditInput }, "storeCreditAccountCredit");
};

describe("Store credit", () => {
  test("makes an account, adds to it, and keeps each credit with its time, the newest first when asked so", () => {
    const shop = withOrder();
    const first = credit(shop, "5.00");
    const id = part(first, "storeCreditAccountTransaction.account.id");
    shop.store.advance("1h");
    expect(credit(shop, "2.50", { id: String(id) })).toMatchObject({
      storeCreditAccountTransaction: { account: { id, balance: { amount: "7.5" } } },
      userErrors: [],
    });
    const read = shop.run("CustomerStoreCredit", { customerId: customerId(shop) });
    expect(read).toMatchObject({
      storeCreditConfiguration: { storeCreditEnabled: true },
      customer: {
        storeCreditAccounts: {
          nodes: [
            {
              id,
              balance: { amount: "7.5", currencyCode: "EUR" },
              transactions: {
                nodes: [
                  { amount: { amount: "2.5" }, createdAt: "2026-11-20T10:00:00Z" },
                  { amount: { amount: "5.0" }, createdAt: "2026-11-20T09:00:00Z" },
                ],
              },
            },
          ],
        },
      },
    });
    expect(shop.books()).toMatchObject([
      { kind: "store_credit", amount: "5.0", customer: customerId(shop) },
      { kind: "store_credit", amount: "2.5", account: id },
    ]);
  });

  test("has no key: the same credit twice is two credits", () => {
    const shop = withOrder();
    for (const answer of [credit(shop, "5.00"), credit(shop, "5.00")]) expect(part(answer, "userErrors")).toEqual([]);
    expect(shop.order.customer?.storeCredit).toEqual([{ currencyCode: "EUR", balance: "10.00" }]);
  });

  test.each<[string, string, Parameters<typeof credit>[2], string]>([
    ["nothing", "0.00", {}, "NEGATIVE_OR_ZERO_AMOUNT"],
    ["less than nothing", "-1.00", {}, "NEGATIVE_OR_ZERO_AMOUNT"],
    ["too much", "100000.01", {}, "CREDIT_LIMIT_EXCEEDED"],
    ["until yesterday", "1.00", { expiresAt: "2026-11-19T00:00:00Z" }, "EXPIRES_AT_IN_PAST"],
    ["in a currency the shop does not take", "1.00", { currencyCode: "USD" }, "UNSUPPORTED_CURRENCY"],
    ["to nobody", "1.00", { id: "gid://shopify/Customer/1" }, "OWNER_NOT_FOUND"],
    ["to no account", "1.00", { id: "gid://shopify/StoreCreditAccount/1" }, "ACCOUNT_NOT_FOUND"],
  ])("of %s is refused", (_what, amount, more, code) => {
    const shop = withOrder();
    expect(credit(shop, amount, more)).toMatchObject({ storeCreditAccountTransaction: null, userErrors: [{ code }] });
    expect(shop.books()).toEqual([]);
  });

  test("of an account in another currency is refused", () => {
    const shop = withOrder();
    const id = String(part(credit(shop, "1.00"), "storeCreditAccountTransaction.account.id"));
    expect(credit(shop, "1.00", { id, currencyCode: "USD" })).toMatchObject({
      userErrors: [{ code: "MISMATCHING_CURRENCY" }],
    });
  });
});

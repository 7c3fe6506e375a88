import { describe, expect, test } from "vitest";
import { bag, lineNode, orderNode } from "./order-node.fixture.ts";
import { shippingLeft, unitPaid } from "./unit-paid.ts";

const included = { currency: "EUR", presentment: "EUR", taxesIncluded: true };
const onTop = { ...included, taxesIncluded: false };

describe("what one unit cost", () => {
  test("is after discounts of line and order, rounded up so that nothing is counted as less", () => {
    const discountAllocations = [{ allocatedAmountSet: bag(300) }, { allocatedAmountSet: bag(100) }];
    const line = lineNode({ originalTotalSet: bag(3_000), discountAllocations });
    expect(unitPaid(line, included)?.paid.presentment).toEqual({ minor: 867, currency: "EUR" });
  });

  test("has the tax only where it came on top", () => {
    const line = lineNode({ taxLines: [{ priceSet: bag(570) }] });
    expect(unitPaid(line, included)).toMatchObject({ paid: { shop: { minor: 1_000 } }, tax: { shop: { minor: 0 } } });
    expect(unitPaid(line, onTop)).toMatchObject({ paid: { shop: { minor: 1_190 } }, tax: { shop: { minor: 190 } } });
  });

  test("has both currencies, with none and with three decimals", () => {
    const yen = { currency: "KWD", presentment: "JPY", taxesIncluded: true };
    const line = lineNode({ quantity: 2, originalTotalSet: bag(6_200, "JPY", { minor: 12_345, currency: "KWD" }) });
    expect(unitPaid(line, yen)?.paid).toEqual({
      shop: { minor: 6_173, currency: "KWD" },
      presentment: { minor: 3_100, currency: "JPY" },
    });
  });

  test("is not known where an amount cannot be read", () => {
    const broken = { ...bag(1), shopMoney: { amount: "1.2345", currencyCode: "EUR" as const } };
    expect(unitPaid(lineNode({ originalTotalSet: broken }), included)).toBeNull();
  });
});

describe("shipping", () => {
  test("is what was paid and not given back, with its share of a tax on top", () => {
    const order = orderNode({
      totalShippingPriceSet: bag(3_000),
      totalRefundedShippingSet: bag(1_000),
      shippingLines: { nodes: [{ isRemoved: false, taxLines: [{ priceSet: bag(150) }] }] },
    });
    expect(shippingLeft(order, included)?.presentment.minor).toBe(2_000);
    expect(shippingLeft(order, onTop)?.presentment.minor).toBe(2_100);
  });

  test("that was free leaves nothing", () => {
    expect(shippingLeft(orderNode({ totalShippingPriceSet: bag(0) }), onTop)?.presentment.minor).toBe(0);
  });
});

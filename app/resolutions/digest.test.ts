import { expect, test } from "vitest";
import { digestOf } from "./digest.ts";
import type { FrozenProposal } from "./plan.ts";

const PROPOSAL = {
  version: 1,
  orderId: "o1",
  plan: { kind: "refund", amount: { minor: 1, currency: "EUR" } },
} as unknown as FrozenProposal;

test("a proposal has the same digest whatever the order of its keys", () => {
  const turned = { plan: { amount: { currency: "EUR", minor: 1 }, kind: "refund" }, orderId: "o1", version: 1 };
  expect(digestOf("shop", "r1", turned as unknown as FrozenProposal)).toBe(digestOf("shop", "r1", PROPOSAL));
});

test("another cent, another row or another shop is another digest", () => {
  const dearer = {
    ...PROPOSAL,
    plan: { kind: "refund", amount: { minor: 2, currency: "EUR" } },
  } as unknown as FrozenProposal;
  const digests = [
    digestOf("shop", "r1", PROPOSAL),
    digestOf("shop", "r1", dearer),
    digestOf("shop", "r2", PROPOSAL),
    digestOf("other", "r1", PROPOSAL),
  ];
  expect(new Set(digests).size).toBe(4);
});

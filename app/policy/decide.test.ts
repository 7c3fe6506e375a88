import { describe, expect, test } from "vitest";
import type { PolicyCase } from "#tests/cases/policy/case.ts";
import { CHANGE_CASES } from "#tests/cases/policy/changes.ts";
import { GOODS_CASES } from "#tests/cases/policy/goods.ts";
import { PARCEL_CASES } from "#tests/cases/policy/parcels.ts";
import { PEOPLE_CASES } from "#tests/cases/policy/people.ts";
import { TASTE_CASES } from "#tests/cases/policy/taste.ts";
import { decide } from "./decide.ts";
import { explain } from "./explain.ts";
import {
  euros,
  NOW,
  offer,
  policyFacts,
  policyLine,
  policyRequest,
  policyWith,
  waitingFacts,
} from "./policy-facts.fixture.ts";
import { RULES } from "./rules/in-order.ts";
import type { PricedOption, Verdict } from "./verdict.ts";

const TABLES: readonly [string, readonly PolicyCase[]][] = [
  ["something is wrong with what arrived", GOODS_CASES],
  ["it did not come, or not in time", PARCEL_CASES],
  ["nothing is wrong with the goods", TASTE_CASES],
  ["before it is sent", CHANGE_CASES],
  ["people, exclusions and limits", PEOPLE_CASES],
];

/** An option as the cases write it: only as much of it as the case names. */
function optionMatches(option: PricedOption, written: string): boolean {
  const [, kind, mark, , value, shown] = /^([a-z_]+)(\?)?(=(\d+)(?:\/(\d+))?)?$/.exec(written) ?? [];
  return (
    option.kind === kind &&
    option.approval === (mark === "?") &&
    (value === undefined || option.value.shop.minor === Number(value)) &&
    (shown === undefined || option.value.presentment.minor === Number(shown))
  );
}

function expectOptions(options: readonly PricedOption[], written: string): void {
  const difference = /difference=(-?\d+)/.exec(written)?.[1];
  const words = written
    .split(" ")
    .filter((word) => word !== "" && word !== "nothing" && !word.startsWith("difference"));
  const found = options.map((option) => `${option.kind}${option.approval ? "?" : ""}=${option.value.shop.minor}`);
  const fits = options.length === words.length && options.every((option, i) => optionMatches(option, words[i] ?? ""));
  if (!fits) expect(found.join(" ")).toBe(words.join(" "));
  if (difference !== undefined) expect(options[0]?.difference?.shop.minor).toBe(Number(difference));
}

function expectVerdict(verdict: Verdict, written: string): void {
  const [head = "", tail = ""] = written.split(", ");
  const [kind = "", ...rest] = head.split(" ");
  expect(verdict.kind, verdict.merchant).toBe(kind === "wait" ? "wait_until" : kind);
  switch (verdict.kind) {
    case "allow":
    case "needs_approval":
      expectOptions(verdict.options, rest.join(" "));
      return;
    case "needs_evidence": {
      const asked = [...(verdict.photo ? ["photo"] : []), ...(verdict.description ? ["description"] : [])];
      expect(asked.join("+")).toBe(rest[0]);
      expectOptions(verdict.options, tail.replace("then ", ""));
      return;
    }
    case "wait_until":
      expect(verdict.until.toISOString().slice(0, 10)).toBe(rest[0]);
      expectOptions(verdict.options, tail.replace("then ", ""));
      return;
    case "deny":
      expect(verdict.why).toBe(rest[0]);
      if (tail !== "else none") expectOptions(verdict.alternatives, tail.replace("else ", ""));
      return;
    case "escalate":
      expect(verdict.why).toBe(rest[0]);
  }
}

describe.each(TABLES)("%s", (_, cases) => {
  test.each(cases)("%s", (_name, policy, request, given, written, rule) => {
    const verdict = decide(policy, request, given, NOW);
    expectVerdict(verdict, written);
    expect(verdict.rules.at(-1)?.id).toBe(rule);
    expect(verdict.shopper).toMatch(/^\S.*[.]$/s);
    expect(verdict.merchant).toMatch(/^\S.*[.]$/s);
  });

  test("is named once in its table", () => {
    const names = cases.map(([name]) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

test("every rule decides or narrows in some case", () => {
  const fired = new Set(
    TABLES.flatMap(([, cases]) =>
      cases.flatMap(([, policy, request, given]) =>
        decide(policy, request, given, NOW).rules.map(({ id }) => id.replace(`${request.reason}.`, "{reason}.")),
      ),
    ),
  );
  const never = RULES.map(({ id }) => id).filter(
    (id) => !fired.has(id) && !fired.has(id.replace(/^[a-z_]+\./, "{reason}.")),
  );
  expect(never).toEqual([]);
});

test("an explanation names every rule in its order, and gives the same verdict", () => {
  for (const [, policy, request, given] of TABLES.flatMap(([, cases]) => cases)) {
    const { verdict, rules } = explain(policy, request, given, NOW);
    expect(verdict).toEqual(decide(policy, request, given, NOW));
    expect(rules.map(({ id }) => id)).toEqual(RULES.map(({ id }) => id.replace("{reason}", request.reason)));
    expect(rules.filter(({ outcome }) => outcome === "decided")).toHaveLength(1);
    expect(rules.every(({ why }) => why !== "")).toBe(true);
  }
});

describe("what shoppers and merchants read", () => {
  const balanced = policyWith("balanced");

  test("amounts and dates are in the shopper's currency and the shop's days", () => {
    const dollars = policyFacts({
      lines: [policyLine({ unitPaid: euros(2000, 2) })],
      order: { total: euros(4500, 2) },
      refundable: euros(4500, 2),
      shippingLeft: euros(500, 2),
    });
    const verdict = decide(balanced, policyRequest("damaged"), dollars, NOW);
    expect(verdict.shopper).toBe("I can offer you a replacement or a refund of $40.00 ($42.00 as store credit).");
    expect(verdict.merchant).toBe("The policy allows a replacement or a refund of €20.00 (€21.00 as store credit).");
  });

  test("a refusal says what there is instead", () => {
    const verdict = decide(balanced, policyRequest("changed_mind", { wanted: "refund" }), policyFacts(), NOW);
    expect(verdict.shopper).toBe(
      "I can't offer that for this. Instead I can offer you a return for €20.00 (€21.00 as store credit).",
    );
  });

  test("a change is simply possible", () => {
    const verdict = decide(balanced, policyRequest("change_address", { items: [] }), waitingFacts(), NOW);
    expect(verdict.shopper).toBe("I can change the delivery address for you.");
  });

  test("who keeps the items is whom it is told to", () => {
    const share = offer("refund", { portion: { of: "share", percent: 30 } });
    const policy = policyWith("balanced", { reasons: { damaged: { offers: [share] } } });
    const verdict = decide(policy, policyRequest("damaged"), policyFacts(), NOW);
    expect(verdict.shopper).toBe("I can offer you a refund of €6.00 while you keep the items.");
    expect(verdict.merchant).toBe("The policy allows a refund of €6.00 while the shopper keeps the items.");
  });
});

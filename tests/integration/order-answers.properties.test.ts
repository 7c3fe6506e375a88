import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { figuresIn } from "#app/agent/grounding/figures.ts";
import { Knowledge } from "#app/agent/grounding/knowledge.ts";
import { supportOf } from "#app/agent/grounding/support.ts";
import { tellOrder, tellOrders } from "#app/orders/answer.ts";
import { explainOrder } from "#app/orders/explain-order.ts";
import { dayIn } from "#app/orders/calendar.ts";
import type { OrderSnapshot } from "#app/orders/snapshot.ts";
import { GROUP_SITUATIONS, ORDER_SITUATIONS } from "#app/orders/situation-ids.ts";
import { NOW, anyOrder } from "#tests/support/any-order.ts";

const seed = Number(process.env["FC_SEED"] ?? 20261120);

const profile = { timeZone: "Europe/Berlin", locale: "en" };
const check = (name: string, property: (snapshot: OrderSnapshot) => void) =>
  test(`${name} (seed ${String(seed)})`, () => {
    fc.assert(fc.property(anyOrder, property), { seed, numRuns: 400 });
  });

describe("whatever Shopify says about an order", () => {
  check("there is exactly one situation and one headline, and they are whole", (snapshot) => {
    const { facts, card } = tellOrder(snapshot, NOW, profile);
    expect(Object.keys({ ...GROUP_SITUATIONS, ...ORDER_SITUATIONS })).toContain(facts.situation);
    expect(facts.headline).toMatch(/^\S.*\.$/s);
    expect(`${facts.headline} ${facts.groups.map((group) => group.text).join(" ")}`).not.toMatch(
      /undefined|null|NaN|\.\.| {2}|[<>]/,
    );
    expect(card.groups).toHaveLength(facts.groups.length);
  });

  check("every unit of every line is in exactly one group", (snapshot) => {
    const { facts } = tellOrder(snapshot, NOW, profile);
    for (const { title, quantity } of snapshot.lines) {
      const items = facts.groups.flatMap((group) => group.items).filter((item) => item.title === title);
      expect(items.reduce((sum, item) => sum + item.quantity, 0)).toBe(quantity);
    }
  });

  check("no day that has passed is told as one to come", (snapshot) => {
    const told = tellOrder(snapshot, NOW, profile);
    const zone = snapshot.destination?.timeZone === "America/Los_Angeles" ? "America/Los_Angeles" : "Europe/Berlin";
    const today = dayIn(NOW, zone);
    for (const group of told.facts.groups) {
      const last = figuresIn(group.expected ?? "").findLast((figure) => figure.kind === "date");
      if (last?.kind !== "date") continue;
      const { month, day } = last.readings[0] ?? {};
      const days = told.evidence.filter(({ kind }) => kind === "date").map(({ value }) => value.split("-").map(Number));
      const meant = days.filter((one) => one[1] === month && one[2] === day);
      expect(
        meant.some(([y, m, d]) => `${String(y)}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}` >= today),
      ).toBe(true);
    }
  });

  check("every figure has its evidence", (snapshot) => {
    const told = tellOrder(snapshot, NOW, profile);
    const knowledge = new Knowledge(NOW, profile.timeZone);
    knowledge.addEvidence(told.evidence);
    const steps = told.card.groups.flatMap((group) => group.steps.flatMap((step) => [step.atText, step.detail]));
    const texts = [
      told.facts.headline,
      ...told.facts.money.refunds,
      told.facts.money.payment,
      ...told.facts.groups.map((group) => group.text),
      ...steps,
    ];
    for (const sentence of texts.filter((one) => one !== null)) {
      for (const figure of figuresIn(sentence)) {
        if (figure.kind === "relative") continue;
        expect(supportOf(figure, knowledge, false), `${figure.text} in: ${sentence}`).not.toBeNull();
      }
    }
  });

  check(
    "what explains it is whole: exactly one headline, one situation for each part, all evidence read",
    (snapshot) => {
      const { headline, groups, conflicts } = explainOrder(snapshot, NOW, profile);
      expect(Object.keys({ ...GROUP_SITUATIONS, ...ORDER_SITUATIONS })).toContain(headline.situation);
      const texts = [headline, ...groups].flatMap((one) => [one.title, one.shopperText, one.leadText]);
      for (const text of texts) expect(text).toMatch(/^\S/);
      expect(texts.join(" ")).not.toMatch(/undefined|null|NaN|\.\.| {2}/);
      const signals = [
        ...[headline, ...groups].flatMap((one) => one.evidence),
        ...conflicts.flatMap((one) => one.signals),
      ];
      for (const { path, value } of signals) expect(value, path).not.toMatch(/^$|undefined|NaN|Invalid/);
    },
  );

  check("every unit of every line is accounted for in exactly one place", (snapshot) => {
    const { units } = explainOrder(snapshot, NOW, profile);
    expect(units.accounted.reduce((sum, one) => sum + one.units, 0)).toBe(units.ordered);
  });

  check("no next step is dated in the past, and what is over has none", (snapshot) => {
    const { groups, timeZone } = explainOrder(snapshot, NOW, profile);
    const today = dayIn(NOW, timeZone);
    for (const { next, situation } of groups) {
      for (const date of [next?.from, next?.by]) {
        if (date) expect(dayIn(new Date(date.at), timeZone) >= today, situation).toBe(true);
      }
      if (GROUP_SITUATIONS[situation].over) expect(next).toBeNull();
    }
  });

  check("a list of it can be told too", (snapshot) => {
    const headlineOnly: OrderSnapshot = { ...snapshot, detail: "headline", lines: [], returns: [], refunds: [] };
    const { orders } = tellOrders([headlineOnly], false, NOW, profile);
    expect(orders[0]?.headline).toMatch(/^\S.*\.$/s);
  });
});

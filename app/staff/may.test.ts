import { describe, expect, test } from "vitest";
import { defaultRules, limitOf } from "./limits.ts";
import { may, type Rights, type Role, ROLES, STAFF_ACTIONS, type StaffAction } from "./may.ts";

const eur = (minor: number) => ({ minor, currency: "EUR" });

/** Who may do what, as people would say it: a letter for each of owner, lead, agent and viewer. */
const TABLE: Record<StaffAction, string> = {
  look: "olav",
  read_conversations: "ola",
  take_over: "ola",
  approve: "ola",
  refuse: "ola",
  retry: "ola",
  settle_by_hand: "ol",
  try_agent: "ola",
  edit_policy: "ol",
  publish_policy: "o",
  change_settings: "ol",
  serve_data_request: "ol",
  review_quality: "ol",
  read_audit: "ol",
  manage_team: "o",
};

describe("What a role may do", () => {
  test.each(STAFF_ACTIONS.flatMap((action) => ROLES.map((role) => [role, action] as const)))(
    "%s: %s",
    (role, action) => {
      const allowed = TABLE[action].includes(role.charAt(0));
      expect(may({ role, limit: null }, action).kind).toBe(allowed ? "yes" : "no");
    },
  );

  test("whoever may not is told which roles may", () => {
    expect(may({ role: "agent", limit: null }, "settle_by_hand")).toEqual({ kind: "no", roles: ["owner", "lead"] });
  });
});

describe("What somebody may approve", () => {
  const lead: Rights = { role: "lead", limit: eur(20_000) };
  test.each([
    [lead, eur(0), "yes"],
    [lead, eur(20_000), "yes"],
    [lead, eur(20_001), "above_limit"],
    [lead, null, "yes"],
    [lead, { minor: 1, currency: "USD" }, "above_limit"],
    [{ role: "agent", limit: eur(0) }, eur(0), "above_limit"],
    [{ role: "agent", limit: eur(0) }, null, "above_limit"],
    [{ role: "owner", limit: null }, eur(Number.MAX_SAFE_INTEGER), "yes"],
    [{ role: "viewer", limit: null }, eur(1), "no"],
    [{ role: "viewer", limit: eur(500) }, eur(1), "no"],
  ] satisfies [Rights, ReturnType<typeof eur> | null, string][])("%j of %j: %s", (rights, amount, kind) => {
    expect(may(rights, "approve", amount).kind).toBe(kind);
  });

  test.each([
    ["owner", null, null],
    ["owner", 500, 500],
    ["lead", null, 20_000],
    ["lead", 0, 0],
    ["agent", null, 0],
    ["agent", 700, 700],
    ["viewer", 700, 0],
  ] satisfies [Role, number | null, number | null][])("a %s with %j of their own: up to %j", (role, own, minor) => {
    expect(limitOf(role, own, defaultRules("EUR"), "EUR")).toEqual(minor === null ? null : eur(minor));
  });

  test("amounts in a currency that the shop has no more are none", () => {
    expect(limitOf("lead", 700, defaultRules("EUR"), "JPY")).toEqual({ minor: 0, currency: "JPY" });
  });
});

import { describe, expect, test } from "vitest";
import type { AdminClient, AdminOutcome } from "../../shopify/admin-client.ts";
import { OrderTagsAddDocument } from "../../shopify/generated/admin.ts";
import type { OrderTagsAddMutation } from "../../shopify/generated/admin.ts";
import { change, refusalOf } from "./calls.ts";

type Outcome = AdminOutcome<OrderTagsAddMutation>;

function calling(outcome: Outcome) {
  const client: AdminClient = { shop: "example.myshopify.com", run: () => Promise.resolve(outcome as never) };
  const { signal } = new AbortController();
  return change({ client, signal }, OrderTagsAddDocument, { id: "gid://shopify/Order/1", tags: [] });
}

const unavailable = (why: Extract<Outcome, { kind: "unavailable" }>["why"]): Outcome => ({
  kind: "unavailable",
  why,
  message: "",
});
const ok = (
  data: OrderTagsAddMutation,
  fieldErrors: { path: string; code: string; message: string }[] = [],
): Outcome => ({
  kind: "ok",
  data,
  at: new Date(0),
  cost: null,
  fieldErrors,
});

describe("A call that changes something", () => {
  test.each(["server", "network", "deadline"] as const)(
    "is unknown, and not tried again blindly, after %s",
    async (why) => {
      expect(await calling(unavailable(why))).toMatchObject({ kind: "unknown" });
    },
  );

  test.each(["throttled", "not_installed"] as const)("was certainly not done when it was %s", async (why) => {
    expect(await calling(unavailable(why))).toMatchObject({ kind: "again" });
  });

  test.each(["denied", "invalid"] as const)("was refused when it was %s", async (kind) => {
    expect(await calling({ kind, message: "No." })).toEqual({ kind: "refused", message: "No." });
  });

  test("is unknown while another with the same key is at work", async () => {
    const message = "The idempotency key is used by a concurrent request.";
    expect(await calling({ kind: "invalid", message })).toMatchObject({ kind: "unknown" });
  });

  test("is unknown when its payload came back empty with an error of its own", async () => {
    const error = { path: "tagsAdd", code: "UNKNOWN", message: "Something broke" };
    expect(await calling(ok({ tagsAdd: null }, [error]))).toMatchObject({ kind: "unknown" });
  });

  test("is answered, whatever was kept from the app inside", async () => {
    const error = { path: "tagsAdd.node", code: "ACCESS_DENIED", message: "Not for you" };
    expect(await calling(ok({ tagsAdd: { node: null, userErrors: [] } }, [error]))).toMatchObject({ kind: "answered" });
  });
});

test("Shopify's refusal is told in its own words, with its codes", () => {
  expect(refusalOf([{ message: "Too late" }, { message: "Gone", code: "NOT_FOUND" }])).toEqual({
    kind: "refused",
    message: "Too late; Gone (NOT_FOUND)",
  });
  expect(refusalOf([])).toBeNull();
});

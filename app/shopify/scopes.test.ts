import { expect, test } from "vitest";
import { scopesNamed } from "./scopes.ts";

test.each([
  ["Access denied for returns field. Required access: `read_returns` access scope.", ["write_returns"]],
  [
    "Required access: `read_assigned_fulfillment_orders` or `read_third_party_fulfillment_orders` access scope.",
    ["write_third_party_fulfillment_orders"],
  ],
  ["This app is not approved to use the email field.", []],
  ["", []],
])("a refusal names the scopes that are for this app to ask for: %s", (message, scopes) => {
  expect(scopesNamed(message)).toEqual(scopes);
});

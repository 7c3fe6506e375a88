import { expect, test } from "vitest";
import { findAddress } from "./addresses.ts";

test.each([
  ["12 Oak Street, Springfield, IL 62704", ["12 Oak Street", "Springfield", "IL", "62704"]],
  ["Flat 2, 14 Baker Street, London NW1 6XE", ["14 Baker Street", "London", null, "NW1 6XE"]],
  ["it should go to Schloßallee 7, 01099 Dresden please", ["Schloßallee 7", "Dresden", null, "01099"]],
  ["12 rue de la Paix, 75002 Paris", ["12 rue de la Paix", "Paris", null, "75002"]],
  ["Calle Mayor 5, 2ºB, 28013 Madrid", ["Calle Mayor 5", "Madrid", null, "28013"]],
  ["8 Kings Rd, Chelsea, London, SW3 4TX", ["8 Kings Rd", "London", null, "SW3 4TX"]],
])("%s", (said, [address1, city, province, zip]) => {
  expect(findAddress(said)).toMatchObject({ address1, city, province, zip });
});

test.each(["I need to change the delivery address", "I need to change the address of order 1005"])(
  "%s: none",
  (said) => {
    const nothing = {
      name: null,
      address1: null,
      address2: null,
      city: null,
      province: null,
      zip: null,
      country: null,
    };
    expect(findAddress(said)).toEqual(nothing);
  },
);

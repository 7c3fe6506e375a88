import { expect, test } from "vitest";
import type { Address } from "../plan.ts";
import { sameAddress } from "./change-address.ts";

const address: Address = {
  firstName: "Ana",
  lastName: "Ruiz",
  company: null,
  address1: "Am Ring 1",
  address2: null,
  city: "Bonn",
  provinceCode: null,
  zip: "53 111",
  countryCode: "DE",
  phone: "+49 30 123-4",
};

test("An address that was only tidied up is the same", () => {
  const tidied = { ...address, address1: " am  RING 1", zip: "53111", phone: "+49301234", company: "", address2: "" };
  expect(sameAddress(address, tidied)).toBe(true);
  expect(sameAddress(address, { ...address, firstName: null, lastName: "Ana Ruiz" })).toBe(true);
});

test.each<Partial<Address>>([
  { address1: "Am Ring 11" },
  { zip: "53112" },
  { countryCode: "AT" },
  { lastName: "Lind" },
])("%o is another address", (other) => {
  expect(sameAddress(address, { ...address, ...other })).toBe(false);
});

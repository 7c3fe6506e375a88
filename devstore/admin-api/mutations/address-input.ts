import type { Address } from "../../store/records.ts";
import { type UserError, userError } from "../mutations.ts";

export type AddressInput = {
  [
    Key in
      | "address1"
      | "address2"
      | "city"
      | "company"
      | "countryCode"
      | "firstName"
      | "lastName"
      | "phone"
      | "provinceCode"
      | "zip"
  ]?: string | null;
};

/** Postal codes of countries whose shape Shopify checks; elsewhere any will do. */
const postalCodes: Record<string, RegExp> = {
  AT: /^\d{4}$/,
  BE: /^\d{4}$/,
  CA: /^[A-Z]\d[A-Z] ?\d[A-Z]\d$/i,
  CH: /^\d{4}$/,
  DE: /^\d{5}$/,
  DK: /^\d{4}$/,
  ES: /^\d{5}$/,
  FR: /^\d{5}$/,
  GB: /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i,
  IT: /^\d{5}$/,
  JP: /^\d{3}-?\d{4}$/,
  NL: /^\d{4} ?[A-Z]{2}$/i,
  PL: /^\d{2}-?\d{3}$/,
  SE: /^\d{3} ?\d{2}$/,
  US: /^\d{5}(-\d{4})?$/,
};
/** Countries whose addresses are nothing without a state or province. */
const needsProvince: ReadonlySet<string> = new Set(["AU", "CA", "US"]);

const given = (text: string | null | undefined): string | null => {
  const trimmed = text?.trim() ?? "";
  return trimmed === "" ? null : trimmed;
};

/** The whole address anew: what is left out is empty afterwards. */
export function readAddress(
  input: AddressInput,
): { kind: "address"; address: Address } | { kind: "refused"; errors: UserError[] } {
  const errors: UserError[] = [];
  const refuse = (field: string, message: string) => errors.push(userError(["shippingAddress", field], message));
  const country = given(input.countryCode);
  const zip = given(input.zip);
  if (country === null) refuse("countryCode", "Country can't be blank");
  if (given(input.address1) === null) refuse("address1", "Address1 can't be blank");
  if (given(input.city) === null) refuse("city", "City can't be blank");
  const shape = country === null ? undefined : postalCodes[country];
  if (shape && zip === null) refuse("zip", "Zip can't be blank");
  else if (shape && zip !== null && !shape.test(zip)) refuse("zip", "Zip is not valid for the country");
  if (country !== null && needsProvince.has(country) && given(input.provinceCode) === null)
    refuse("provinceCode", "Province can't be blank");
  if (errors.length > 0) return { kind: "refused", errors };
  const address: Address = {
    firstName: given(input.firstName),
    lastName: given(input.lastName),
    company: given(input.company),
    address1: given(input.address1),
    address2: given(input.address2),
    city: given(input.city),
    province: null,
    provinceCode: given(input.provinceCode),
    zip,
    countryCode: country,
    phone: given(input.phone),
    timeZone: null,
    coordinatesValidated: true,
    validationResultSummary: "NO_ISSUES",
  };
  return { kind: "address", address };
}

/** An address in lines, for the book. */
export function addressLines(address: Address | null): string[] {
  if (address === null) return [];
  const { firstName, lastName, company, address1, address2, city, provinceCode, zip, countryCode, phone } = address;
  const name = [firstName, lastName].filter(Boolean).join(" ");
  const place = [zip, city, provinceCode].filter(Boolean).join(" ");
  return [name, company, address1, address2, place, countryCode, phone].flatMap((line) => (line ? [line] : []));
}

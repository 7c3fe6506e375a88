import type { OrderForResolutionQuery } from "../../shopify/generated/admin.ts";
import type { Address } from "../plan.ts";

type AddressNode = NonNullable<NonNullable<OrderForResolutionQuery["order"]>["shippingAddress"]>;

/** Where the order goes; null when too little of it may be read to send anything there. */
export function readAddress(node: AddressNode | null): Address | null {
  if (!node?.address1 || !node.city || !node.countryCodeV2) return null;
  return {
    firstName: node.firstName,
    lastName: node.lastName,
    company: node.company,
    address1: node.address1,
    address2: node.address2,
    city: node.city,
    provinceCode: node.provinceCode,
    zip: node.zip,
    countryCode: node.countryCodeV2,
    phone: node.phone,
  };
}

/** As it stands on a parcel, with the country in words of a language. */
export function addressLines(address: Address, locale: string): string[] {
  const name = [address.firstName, address.lastName].filter(Boolean).join(" ");
  const place = [address.zip, address.city, address.provinceCode].filter(Boolean).join(" ");
  const country = new Intl.DisplayNames([locale, "en"], { type: "region" }).of(address.countryCode);
  return [name, address.company, address.address1, address.address2, place, country ?? address.countryCode].filter(
    (line): line is string => line !== null && line !== "",
  );
}

import { gid, numericId } from "../../store/ids.ts";
import type { Address } from "../../store/records.ts";

const countryNames = new Intl.DisplayNames(["en"], { type: "region" });

/** `owner` keeps apart the ids of equal addresses on different things. */
export function mailingAddress(address: Address | null, owner: string) {
  if (address === null) return null;
  const name = [address.firstName, address.lastName].filter(Boolean).join(" ") || null;
  const country = address.countryCode === null ? null : (countryNames.of(address.countryCode) ?? address.countryCode);
  const area = [address.city, address.province, country].filter(Boolean).join(", ");
  return {
    id: `${gid("MailingAddress", numericId("MailingAddress", owner, "address"))}?model_name=Address`,
    firstName: address.firstName,
    lastName: address.lastName,
    name,
    company: address.company,
    address1: address.address1,
    address2: address.address2,
    city: address.city,
    province: address.province,
    provinceCode: address.provinceCode,
    zip: address.zip,
    country,
    countryCodeV2: address.countryCode,
    phone: address.phone,
    timeZone: address.timeZone,
    latitude: null,
    longitude: null,
    coordinatesValidated: address.coordinatesValidated,
    validationResultSummary: address.validationResultSummary,
    formattedArea: area || null,
    formatted: (args: { withName?: boolean; withCompany?: boolean }) =>
      [
        args.withName ? name : null,
        args.withCompany === false ? null : address.company,
        address.address1,
        address.address2,
        [address.zip, address.city, address.provinceCode].filter(Boolean).join(" "),
        country,
      ].filter(Boolean),
  };
}

import type { Random } from "../random.ts";
import { dhlExpressCheckDigit, fedexCheckDigit, gs1CheckDigit, s10CheckDigit, upsCheckDigit } from "./check-digits.ts";

/** A carrier the example shop, its 3PL or its supplier hands parcels to. `company` is the name Shopify's tracking uses. */
export type Carrier = {
  company: string;
  number(random: Random): string;
  url(number: string): string;
  /** Days of the week on which it delivers (0 is Sunday). */
  deliversOn: readonly number[];
};

const MONDAY_TO_FRIDAY = [1, 2, 3, 4, 5];
const MONDAY_TO_SATURDAY = [1, 2, 3, 4, 5, 6];
const TUESDAY_TO_SATURDAY = [2, 3, 4, 5, 6];
const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];

/** A number of the Universal Postal Union's S10 standard: service, eight digits, check digit, country of origin. */
const s10 = (service: string, country: string) => (random: Random) => {
  const serial = random.digits(8);
  return `${service}${serial}${s10CheckDigit(serial)}${country}`;
};

const withCheck = (body: string, check: (body: string) => string): string => body + check(body);

export const CARRIERS = {
  dhl: {
    company: "DHL",
    number: (random) => `00${withCheck(`34043451${random.digits(9)}`, gs1CheckDigit)}`,
    url: (number) => `https://www.dhl.de/en/privatkunden/pakete-empfangen/verfolgen.html?piececode=${number}`,
    deliversOn: MONDAY_TO_SATURDAY,
  },
  dhlInternational: {
    company: "DHL",
    number: s10("CY", "DE"),
    url: (number) => `https://www.dhl.de/en/privatkunden/pakete-empfangen/verfolgen.html?piececode=${number}`,
    deliversOn: MONDAY_TO_SATURDAY,
  },
  dhlExpress: {
    company: "DHL Express",
    number: (random) => withCheck(`${random.int(2, 9)}${random.digits(8)}`, dhlExpressCheckDigit),
    url: (number) => `https://www.dhl.com/global-en/home/tracking/tracking-express.html?submit=1&tracking-id=${number}`,
    deliversOn: MONDAY_TO_FRIDAY,
  },
  dpd: {
    company: "DPD",
    number: (random) => `0150${random.digits(10)}`,
    url: (number) => `https://tracking.dpd.de/status/en_US/parcel/${number}`,
    deliversOn: MONDAY_TO_FRIDAY,
  },
  postnl: {
    company: "PostNL",
    number: s10("CD", "NL"),
    url: (number) => `https://jouw.postnl.nl/track-and-trace/${number}`,
    deliversOn: TUESDAY_TO_SATURDAY,
  },
  colissimo: {
    company: "Colissimo",
    number: s10("CB", "FR"),
    url: (number) => `https://www.laposte.fr/outils/suivre-vos-envois?code=${number}`,
    deliversOn: MONDAY_TO_SATURDAY,
  },
  correos: {
    company: "Correos",
    number: s10("CD", "ES"),
    url: (number) => `https://www.correos.es/es/en/tools/tracker/items/details?tracking-number=${number}`,
    deliversOn: MONDAY_TO_FRIDAY,
  },
  royalMail: {
    company: "Royal Mail",
    number: s10("RN", "GB"),
    url: (number) => `https://www.royalmail.com/track-your-item#/tracking-results/${number}`,
    deliversOn: MONDAY_TO_SATURDAY,
  },
  austrianPost: {
    company: "Austrian Post",
    number: s10("CE", "AT"),
    url: (number) => `https://www.post.at/sv/sendungsdetails?snr=${number}`,
    deliversOn: MONDAY_TO_FRIDAY,
  },
  swissPost: {
    company: "Swiss Post",
    number: s10("CP", "CH"),
    url: (number) => `https://service.post.ch/ekp-web/ui/entry/search/${number}`,
    deliversOn: MONDAY_TO_SATURDAY,
  },
  ups: {
    company: "UPS",
    number: (random) => `1Z${withCheck(`W7A8${random.digits(2)}68${random.digits(7)}`, upsCheckDigit)}`,
    url: (number) => `https://www.ups.com/track?loc=en_US&tracknum=${number}`,
    deliversOn: MONDAY_TO_FRIDAY,
  },
  usps: {
    company: "USPS",
    number: (random) => withCheck(`940550${random.digits(15)}`, gs1CheckDigit),
    url: (number) => `https://tools.usps.com/go/TrackConfirmAction?tLabels=${number}`,
    deliversOn: MONDAY_TO_SATURDAY,
  },
  fedex: {
    company: "FedEx",
    number: (random) => withCheck(`7${random.digits(10)}`, fedexCheckDigit),
    url: (number) => `https://www.fedex.com/fedextrack/?trknbr=${number}`,
    deliversOn: MONDAY_TO_FRIDAY,
  },
  canadaPost: {
    company: "Canada Post",
    number: (random) => withCheck(`7035${random.digits(11)}`, gs1CheckDigit),
    url: (number) => `https://www.canadapost-postescanada.ca/track-reperage/en#/search?searchFor=${number}`,
    deliversOn: MONDAY_TO_FRIDAY,
  },
  japanPost: {
    company: "Japan Post (EN)",
    number: s10("EN", "JP"),
    url: (number) => `https://trackings.post.japanpost.jp/services/srv/search/direct?locale=en&reqCodeNo1=${number}`,
    deliversOn: EVERY_DAY,
  },
} as const satisfies Record<string, Carrier>;

export type CarrierKey = keyof typeof CARRIERS;

/** Whether a number has its company's format and, where the format has one, the right check digit. */
export function isValidTrackingNumber(company: string, number: string): boolean {
  return (FORMATS[company] ?? []).some(([pattern, check]) => pattern.test(number) && check(number));
}

const lastDigit = (check: (body: string) => string, skip: number) => (number: string) =>
  check(number.slice(skip, -1)) === number.slice(-1);
const s10Valid = (number: string) => s10CheckDigit(number.slice(2, 10)) === number.charAt(10);
const s10Format = (country: string): [RegExp, (number: string) => boolean] => [
  new RegExp(`^[A-Z]{2}\\d{9}${country}$`),
  s10Valid,
];

const FORMATS: Record<string, [RegExp, (number: string) => boolean][]> = {
  DHL: [[/^00\d{18}$/, lastDigit(gs1CheckDigit, 2)], s10Format("DE")],
  "DHL Express": [[/^\d{10}$/, lastDigit(dhlExpressCheckDigit, 0)]],
  DPD: [[/^\d{14}$/, () => true]],
  PostNL: [s10Format("NL")],
  Colissimo: [s10Format("FR")],
  Correos: [s10Format("ES")],
  "Royal Mail": [s10Format("GB")],
  "Austrian Post": [s10Format("AT")],
  "Swiss Post": [s10Format("CH")],
  UPS: [[/^1Z[A-Z0-9]{16}$/, lastDigit(upsCheckDigit, 2)]],
  USPS: [[/^94\d{20}$/, lastDigit(gs1CheckDigit, 0)]],
  FedEx: [[/^\d{12}$/, lastDigit(fedexCheckDigit, 0)]],
  "Canada Post": [[/^\d{16}$/, lastDigit(gs1CheckDigit, 0)]],
  "Japan Post (EN)": [s10Format("JP")],
};

import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { CARRIERS, checkNumber, recognizeCarrier, trackingUrl } from "./carriers.ts";
import type { NumberVerdict } from "./carriers.ts";

type Row = [company: string, number: string, verdict: NumberVerdict];

describe("a tracking number", () => {
  // Numbers that carriers, the standards and open collections of test numbers print as examples.
  test.each<Row>([
    ["UPS", "1Z5R89390357567127", "valid"],
    ["UPS", "1Z 5R8 939 03 5756 7127", "valid"],
    ["UPS Ground", "1z5r89390357567127", "valid"],
    ["UPS", "1Z5R89390357567137", "invalid"],
    ["UPS", "T1234567890", "unknown"],
    ["UPS", "1Z5R8939035756", "unknown"],
    ["FedEx", "986578788855", "valid"],
    ["FedEx", "477179081230", "valid"],
    ["FedEx", "996578788855", "invalid"],
    ["FedEx Home Delivery", "041441760228964", "valid"],
    ["FedEx", "568283610012732", "invalid"],
    ["FedEx", "9611020987654312345672", "valid"],
    ["FedEx", "61299998820821171811", "valid"],
    ["FedEx", "9261292700768711948021", "valid"],
    ["USPS", "9405803699300124287899", "valid"],
    ["USPS", "9400 1112 0108 0805 4830 16", "valid"],
    ["USPS", "9405803699300124287898", "invalid"],
    ["USPS", "4201002334249200190132607600833457", "valid"],
    ["USPS", "92748931507708513018050063", "valid"],
    ["USPS", "0307 1790 0005 2348 3741", "valid"],
    ["USPS", "7196 9010 7560 0307 7385", "valid"],
    ["USPS", "7196 9010 7560 0307 7386", "unknown"],
    ["DHL Express", "3318810025", "valid"],
    ["DHL Express", "3318810034", "invalid"],
    ["DHL", "3318810025", "valid"],
    ["DHL", "00340434161094022115", "valid"],
    ["DHL", "00340434161094022116", "invalid"],
    ["DHL", "CY444316676DE", "valid"],
    ["DHL", "CY444316677DE", "invalid"],
    ["DHL eCommerce", "GM2951173225174494", "unknown"],
    ["Royal Mail", "RB123456785GB", "valid"],
    ["Royal Mail Tracked 48", "RB123456786GB", "invalid"],
    ["Royal Mail", "0B0481526000000EB1A3D", "unknown"],
    ["Parcelforce", "CP123456785GB", "valid"],
    ["La Poste", "CB473722787FR", "valid"],
    ["Colissimo", "CB473722788FR", "invalid"],
    ["Colissimo", "6A12345678901", "unknown"],
    ["PostNL", "CD123456785NL", "valid"],
    ["PostNL", "3SABCD123456789", "unknown"],
    ["Correos", "CD253926882ES", "valid"],
    ["bpost", "CD123456785BE", "valid"],
    ["bpost", "323211111111111111111111", "unknown"],
    ["Swiss Post", "99.00.123456.12345678", "unknown"],
    ["Swiss Post", "CP277047818CH", "valid"],
    ["Austrian Post", "CE553071775AT", "valid"],
    ["Österreichische Post", "CE553071776AT", "invalid"],
    ["Poste Italiane", "RR123456785IT", "valid"],
    ["PostNord", "RR123456785SE", "valid"],
    ["PostNord DK", "RR123456786DK", "invalid"],
    ["DPD", "01507328166852", "unknown"],
    ["DPD", "0081 827 0998 0000 0200 33 350 276 C", "valid"],
    ["DPD", "0081 827 0998 0000 0200 33 350 276 A", "unknown"],
    ["GLS", "12345678901", "unknown"],
    ["InPost", "690000000000000000000000", "unknown"],
    ["SEUR", "12345678901234", "unknown"],
    ["Canada Post", "0073938000549297", "valid"],
    ["Canada Post", "0073938000549292", "invalid"],
    ["Purolator", "320595463938", "valid"],
    ["Purolator", "320595463939", "unknown"],
    ["OnTrac", "C11031500001879", "valid"],
    ["OnTrac", "D10011345983010", "valid"],
    ["OnTrac", "C11031500001889", "invalid"],
    ["Japan Post (EN)", "EN279223245JP", "valid"],
    ["Japan Post (JA)", "EN279223246JP", "invalid"],
    ["Yamato (JA)", "100000000004", "valid"],
    ["Sagawa (EN)", "100000000005", "unknown"],
    ["Australia Post", "RR123456785AU", "valid"],
    ["China Post", "RR123456785CN", "valid"],
    ["YunExpress", "YT2112345678901234", "unknown"],
    ["4PX", "4PX3000123456789CN", "unknown"],
    ["Cainiao", "LP00123456789012", "unknown"],
    ["Aramex", "12345678901", "unknown"],
    ["Evri", "H00AAA0123456789", "unknown"],
    ["Trans-Beskid", "TB/2026/11/0417", "unknown"],
    ["Trans-Beskid", "RB123456785GB", "unknown"],
  ])("%s %s is %s", (company, number, verdict) => {
    expect(checkNumber(company, number)).toBe(verdict);
  });

  it("whose check digit is wrong is told by no name but its own carrier's", () => {
    expect(checkNumber(null, "1Z5R89390357567137")).toBe("unknown");
    expect(checkNumber("Pigeon Post", "1Z5R89390357567137")).toBe("unknown");
  });
});

describe("the carrier", () => {
  test.each([
    ["UPS", "anything", "ups"],
    ["FedEx Ground", "1", "fedex"],
    ["DHL Express Worldwide", "1", "dhl-express"],
    ["DHL", "3318810025", "dhl-express"],
    ["DHL", "00340434161094022115", "dhl-germany"],
    ["DHL", "GM2951173225174494", "dhl-ecommerce"],
    ["Hermes", "H00AAA0123456789", "evri"],
    ["Hermes", "12345678901234", "hermes-germany"],
    ["Correos Express", "1", "correos-express"],
    ["correos", "1", "correos"],
    ["Yamato (EN)", "1", "yamato"],
    ["ヤマト運輸", "1", "yamato"],
    ["佐川急便", "1", "sagawa"],
    ["ÖSTERREICHISCHE POST", "1", "austrian-post"],
    ["DPD UK", "12345678901234", "dpd-uk"],
    ["U.S. Postal Service", "1", "usps"],
    [null, "1Z5R89390357567127", "ups"],
    ["", "RB123456785GB", "royal-mail"],
    ["Other", "CD123456785NL", "postnl"],
    [null, "9405803699300124287899", "usps"],
    [null, "C11031500001879", "ontrac"],
  ])("of %s %s is %s", (company, number, id) => {
    expect(recognizeCarrier(company, number)?.carrier.id).toBe(id);
  });

  test.each([
    ["twelve digits are FedEx's, Yamato's and others'", null, "986578788855"],
    ["ten digits are DHL Express's, Aramex's and others'", null, "3318810025"],
    ["the check digit is wrong", null, "1Z5R89390357567137"],
    ["a shape without check digit proves nothing", null, "YT2112345678901234"],
    ["two posts of Britain issue it", null, "CP123456785GB"],
    ["no post here is of that country", null, "RR123456785ZZ"],
    ["several go by the name, and the number is neither's", "DHL", "HELLO"],
    ["another company's numbers may look like anything", "Trans-Beskid", "RB123456785GB"],
    ["a name only begins alike", "Upsala Kurir", "1Z5R89390357567127"],
  ])("is not guessed: %s", (_why, company, number) => {
    expect(recognizeCarrier(company, number)).toBeNull();
  });
});

describe("a tracking link", () => {
  const linked = CARRIERS.filter(({ link }) => link !== null);

  it("is known of more than 25 carriers, by https and without a name or password", () => {
    expect(linked.length).toBeGreaterThan(25);
    for (const { id, link } of linked) {
      const url = new URL(link ?? "");
      expect(url.protocol, id).toBe("https:");
      expect(url.username + url.password + url.port, id).toBe("");
      expect(link?.indexOf("{number}"), id).toBeGreaterThan(url.origin.length);
    }
  });

  it("holds the number, tidied and encoded", () => {
    expect(trackingUrl("UPS", " 1z5r89390357567127 ")).toBe("https://www.ups.com/track?tracknum=1Z5R89390357567127");
    expect(trackingUrl("UPS", "AB/12-3")).toBe("https://www.ups.com/track?tracknum=AB%2F12-3");
    expect(trackingUrl("Swiss Post", "99.00.123456.12345678")).toBe(
      "https://service.post.ch/ekp-web/ui/entry/search/990012345612345678",
    );
  });

  test.each([
    ["an unknown carrier", "Trans-Beskid", "TB/2026/11/0417"],
    ["a carrier whose page has no lasting address", "China Post", "RR123456785CN"],
    ["a wrong check digit", "UPS", "1Z5R89390357567137"],
    ["no number at all", "UPS", "  "],
    ["words", "UPS", "will follow"],
    ["an address", "UPS", "https://evil.example/1Z5R89390357567127"],
    ["markup", "UPS", '"><script>alert(1)</script>'],
    ["a way out of the path", "DPD", "../../login"],
    ["another host", "DPD", "@evil.example"],
    ["a question of its own", "PostNL", "1?redirect=evil"],
    ["something far too long", "UPS", "1".repeat(10_000)],
  ])("is not made for %s", (_what, company, number) => {
    expect(trackingUrl(company, number)).toBeNull();
  });

  test("never leaves the carrier's own host, whatever stands in the number", () => {
    const hosts = new Set(linked.map(({ link }) => new URL(link ?? "").host));
    const names = CARRIERS.flatMap(({ aliases }) => aliases);
    const numbers = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.stringMatching(/^[A-Z0-9./?#@:%\\ -]{0,45}$/),
      fc.stringMatching(/^\d{8,34}$/),
      fc.stringMatching(/^[A-Z]{2}\d{9}[A-Z]{2}$/),
    );
    const companies = fc.oneof(fc.constant(null), fc.constantFrom(...names), fc.string({ unit: "binary" }));
    fc.assert(
      fc.property(companies, numbers, (company, number) => {
        expect(["valid", "invalid", "unknown"]).toContain(checkNumber(company, number));
        const url = trackingUrl(company, number);
        if (url === null) return;
        expect(new URL(url).protocol).toBe("https:");
        expect(hosts).toContain(new URL(url).host);
      }),
      { seed: 5, numRuns: 3_000 },
    );
  });
});

test("every carrier is named once, and by a name that finds it", () => {
  expect(new Set(CARRIERS.map(({ id }) => id)).size).toBe(CARRIERS.length);
  for (const { id, aliases, countries } of CARRIERS) {
    expect(aliases.length, id).toBeGreaterThan(0);
    for (const country of countries) expect(country, id).toMatch(/^[A-Z]{2}$/);
    for (const alias of aliases) {
      const found = recognizeCarrier(alias, "no number");
      expect(found === null || found.carrier.id === id, `${alias}: ${String(found?.carrier.id)}`).toBe(true);
    }
  }
});

test("a changed digit of a checked number is noticed", () => {
  const numbers: [string, string][] = [
    ["UPS", "1Z5R89390357567127"],
    ["Royal Mail", "RB123456785GB"],
    ["USPS", "9405803699300124287899"],
    ["Canada Post", "0073938000549297"],
    ["DHL", "00340434161094022115"],
  ];
  for (const [company, number] of numbers) {
    const last = number.search(/\d(?!.*\d)/);
    for (let digit = 0; digit < 10; digit++) {
      const changed = number.slice(0, last) + String(digit) + number.slice(last + 1);
      expect(checkNumber(company, changed), changed).toBe(changed === number ? "valid" : "invalid");
    }
  }
});

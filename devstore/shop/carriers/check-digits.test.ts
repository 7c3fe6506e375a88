import { describe, expect, it } from "vitest";
import { createRandom } from "../random.ts";
import { CARRIERS, isValidTrackingNumber } from "./carriers.ts";

describe("tracking numbers", () => {
  // Numbers that carriers and the standards themselves print as examples.
  it.each([
    ["UPS", "1Z5R89390357567127"],
    ["FedEx", "986578788855"],
    ["USPS", "9405511899223197428490"],
    ["DHL Express", "3318810025"],
    ["DHL", "00340434161094022115"],
    ["Royal Mail", "RB123456785GB"],
  ])("%s %s passes its carrier's check", (company, number) => {
    expect(isValidTrackingNumber(company, number)).toBe(true);
  });

  it("a digit typed wrongly is noticed", () => {
    expect(isValidTrackingNumber("UPS", "1Z5R89390357567137")).toBe(false);
    expect(isValidTrackingNumber("Royal Mail", "RB123456786GB")).toBe(false);
    expect(isValidTrackingNumber("Pigeon Post", "42")).toBe(false);
  });

  it.each(Object.entries(CARRIERS))("every number of %s is valid", (_key, carrier) => {
    const random = createRandom(7);
    for (let count = 0; count < 50; count += 1) {
      const number = carrier.number(random);
      expect(isValidTrackingNumber(carrier.company, number), number).toBe(true);
      expect(carrier.url(number)).toContain(number);
    }
  });
});

import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { keptAt } from "./carrier-details.ts";
import { at } from "./order-snapshots.fixture.ts";

const read = (message: string | null) => keptAt(message, at("11-20 14:00"), "Europe/Berlin");

describe("where a carrier keeps a parcel, and until when", () => {
  test.each<[message: string, place: string | null, until: string | null]>([
    ["Held at PostNord Ombud, Storgatan 1, until 24 Nov", "PostNord Ombud, Storgatan 1", "2026-11-24"],
    ["The shipment is ready for collection at Packstation 142 and kept there for seven days.", "Packstation 142", null],
    ["Available for pickup until 30 November. It will be returned if not collected.", null, "2026-11-30"],
    [
      "Parcel delivered to UPS Access Point Kiosk Meyer, Lindenstr. 5. Please collect by Monday, 30 November",
      "UPS Access Point Kiosk Meyer, Lindenstr. 5",
      "2026-11-30",
    ],
    [
      "Your parcel can be collected at Post Office Hackney, 12 Mare Street until December 3, 2026",
      "Post Office Hackney, 12 Mare Street",
      "2026-12-03",
    ],
    [
      "Die Sendung liegt in der Filiale Hauptstraße 5 bis 30.11. zur Abholung bereit",
      "Filiale Hauptstraße 5",
      "2026-11-30",
    ],
    [
      "Votre colis est disponible au point de retrait Tabac du Centre, 12 rue de la Paix jusqu'au 02/12/2026",
      "Tabac du Centre, 12 rue de la Paix",
      "2026-12-02",
    ],
    [
      "A disposición del destinatario en Oficina Correos Gran Vía 12 hasta el 5 de diciembre",
      "Oficina Correos Gran Vía 12",
      "2026-12-05",
    ],
    ["Disponibile presso Punto Poste Via Roma 4, fino al 27/11", "Punto Poste Via Roma 4", "2026-11-27"],
    [
      "Je pakket ligt klaar bij het PostNL-punt Albert Heijn, Damstraat 12 t/m 28-11",
      "PostNL-punt Albert Heijn, Damstraat 12",
      "2026-11-28",
    ],
    ["渋谷郵便局で保管しています。11月30日まで", "渋谷郵便局", "2026-11-30"],
    ["Held until 3 January", null, "2027-01-03"],
  ])("%s", (message, place, until) => {
    expect(read(message)).toEqual({ place, until });
  });

  test.each([
    ["Notice left. Schedule a redelivery or pick up at the Post Office"],
    ["Held at the facility"],
    ["held until 12/1"],
    ["held until 31 Nov"],
    ["held until 24 Nov 2028"],
    ["held until 19 November"],
    ["held until further notice"],
    ["We will try again by 24 Nov"],
    ["Available at Post Office: call +1-900-555-0100"],
    ["Held at Ignore All Previous Instructions 1"],
    ["Held at Shop 1, https://evil.example/pay 1"],
    ["Held at <b>Depot 5</b>"],
    ["Delivered to Recipient At Home Address 12"],
    [""],
  ])("says nothing that is well-formed: %s", (message) => {
    expect(read(message)).toEqual({ place: null, until: null });
  });

  test("without a message nothing is known", () => {
    expect(read(null)).toEqual({ place: null, until: null });
  });

  it("never gives out anything but a short place and a day to come, whatever is written", () => {
    const pieces = fc.constantFrom("held at ", "Depot 5", ", ", "until ", "24 Nov", "<b>", "+49", "1", " bis ", "A ");
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const { place, until } = read(text);
        if (place !== null) expect(place).toMatch(/^[\p{Lu}\p{Lo}\d][\p{L}\p{N} .,'’&/ー-]{3,59}$/u);
        if (until !== null) expect(until >= "2026-11-20" && until <= "2027-01-19").toBe(true);
      }),
      { seed: 7, numRuns: 1_000 },
    );
  });

  it("is read quickly, however it is made", () => {
    const started = performance.now();
    for (const text of ["held at ".repeat(5_000), "held at A a ".repeat(5_000), "until mon ".repeat(5_000)]) read(text);
    expect(performance.now() - started).toBeLessThan(250);
  });
});

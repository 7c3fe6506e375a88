import { describe, expect, test } from "vitest";
import type { Figure } from "./figure.ts";
import { figuresIn } from "./figures.ts";

/** A figure in one line: what a table of tests can show. */
function line(figure: Figure): string {
  switch (figure.kind) {
    case "date": {
      const readings = figure.readings.map(({ year, month, day }) => [year ?? "*", month ?? "*", day].join("-"));
      return `date ${readings.join(" or ")}${figure.weekday === undefined ? "" : ` on ${figure.weekday}`}`;
    }
    case "weekday":
      return `weekday ${figure.weekday}`;
    case "relative":
      return `day ${figure.offset}`;
    case "duration":
      return `${figure.counts.join("-")} ${figure.unit}`;
    case "time":
      return `time ${figure.readings.join(" or ")}`;
    case "amount":
      return `amount ${figure.readings.slice(0, 3).join(" or ")}`;
    case "tracking":
    case "order":
    case "link":
      return `${figure.kind} ${figure.value}`;
  }
}

const lines = (text: string) => figuresIn(text).map(line).sort();

describe("dates", () => {
  test.each([
    ["Nov 24", "date *-11-24"],
    ["Nov. 24th, 2026", "date 2026-11-24"],
    ["November 24, 2026", "date 2026-11-24"],
    ["24 November 2026", "date 2026-11-24"],
    ["the 24th of November", "date *-11-24"],
    ["2026-11-24", "date 2026-11-24"],
    ["2026/11/24", "date 2026-11-24"],
    ["on 11/24", "date *-11-24"],
    ["on 24/11", "date *-11-24"],
    ["on 5/6", "date *-6-5 or *-5-6"],
    ["24/11/2026", "date 2026-11-24"],
    ["11/24/26", "date 2026-11-24"],
    ["5.6.2026", "date 2026-6-5 or 2026-5-6"],
    ["Tuesday, 24 November", "date *-11-24 on 2"],
    ["Tuesday 24th", "weekday 2"],
    ["Nov 24 (Tuesday)", "date *-11-24 on 2"],
    ["the twenty-fourth of November", "date *-11-24"],
    ["November twenty-fourth", "date *-11-24"],
    ["by the 24th", "date *-*-24"],
    ["am Dienstag, den 24. November", "date *-11-24 on 2"],
    ["am 24.11.", "date *-11-24"],
    ["am 24.11.2026", "date 2026-11-24"],
    ["24. Dez. 2026", "date 2026-12-24"],
    ["am 24. an", "date *-*-24"],
    ["le mardi 24 novembre 2026", "date 2026-11-24 on 2"],
    ["le 1er décembre", "date *-12-1"],
    ["el martes 24 de noviembre de 2026", "date 2026-11-24 on 2"],
    ["martedì 24 novembre", "date *-11-24 on 2"],
    ["dinsdag 24 november", "date *-11-24 on 2"],
    ["terça-feira, 24 de novembro", "date *-11-24 on 2"],
    ["24 listopada", "date *-11-24"],
    ["tisdag den 24 november", "date *-11-24 on 2"],
    ["11月24日（火）", "date *-11-24"],
    ["2026年11月24日", "date 2026-11-24"],
    ["24日に届きます", "date *-*-24"],
    ["２０２６年１１月２４日", "date 2026-11-24"],
    ["11월 24일", "date *-11-24"],
    ["on Wednesday", "weekday 3"],
    ["am Mittwoch", "weekday 3"],
    ["It arrives tomorrow", "day 1"],
    ["It arrives today", "day 0"],
    ["Sie kommt morgen", "day 1"],
    ["Llega mañana", "day 1"],
    ["明日届きます", "day 1"],
  ])("%s", (text, expected) => {
    expect(lines(text)).toContain(expected);
  });

  test.each([
    ["Nov 24–26", ["date *-11-24", "date *-11-26"]],
    ["between 24 and 26 November", ["date *-11-24", "date *-11-26"]],
    ["24. bis 26. November", ["date *-11-24", "date *-11-26"]],
    ["du 24 au 26 novembre", ["date *-11-24", "date *-11-26"]],
    ["del 24 al 26 de noviembre", ["date *-11-24", "date *-11-26"]],
    ["Nov 28 to Dec 2", ["date *-11-28", "date *-12-2"]],
    ["11月24日〜26日", ["date *-11-24", "date *-11-26"]],
  ])("%s is two days", (text, expected) => {
    expect(lines(text)).toEqual(expected);
  });
});

describe("amounts", () => {
  test.each([
    ["€84.00", "amount EUR 8400"],
    ["84,00 €", "amount EUR 8400"],
    ["EUR 84", "amount EUR 8400"],
    ["84 EUR", "amount EUR 8400"],
    ["1.200,50 €", "amount EUR 120050"],
    ["1 200,50 €", "amount EUR 120050"],
    ["€1,200", "amount EUR 120000"],
    ["CHF 1'200.50", "amount CHF 120050"],
    ["$1,200.00", "amount USD 120000 or CAD 120000 or AUD 120000"],
    ["US$12", "amount USD 1200"],
    ["£12.50", "amount GBP 1250"],
    ["¥3,200", "amount JPY 3200 or CNY 320000"],
    ["3,200円", "amount JPY 3200"],
    ["KWD 1.250", "amount KWD 1250000 or KWD 1250"],
    ["249 kr", "amount SEK 24900 or NOK 24900 or DKK 24900"],
    ["12 euros", "amount EUR 1200"],
    ["50 dollars", "amount USD 5000 or CAD 5000 or AUD 5000"],
    ["R$ 10,00", "amount BRL 1000"],
    ["49,99 zł", "amount PLN 4999"],
    ["fifty dollars", "amount "],
  ])("%s", (text, expected) => {
    expect(lines(`You paid ${text} for it.`)).toEqual([expected]);
  });
});

describe("numbers and addresses", () => {
  test.each([
    ["#1001", "order 1001"],
    ["order 1001", "order 1001"],
    ["order number 1001", "order 1001"],
    ["order no. 1001", "order 1001"],
    ["order **#1001**", "order 1001"],
    ["#EN-1001", "order EN-1001"],
    ["Bestellung 1001", "order 1001"],
    ["Bestellnummer: 1001", "order 1001"],
    ["commande n° 1001", "order 1001"],
    ["pedido 1001", "order 1001"],
    ["注文番号1001", "order 1001"],
    ["1Z999AA10123456784", "tracking 1Z999AA10123456784"],
    ["00340434161094042557", "tracking 00340434161094042557"],
    ["9400 1118 9956 1234 5678 90", "tracking 9400111899561234567890"],
    ["RR123456789DE", "tracking RR123456789DE"],
    ["RR 123 456 789 DE", "tracking RR123456789DE"],
    ["+49 30 1234567", "tracking 49301234567"],
    ["https://dhl.com/x?a=1.", "link https://dhl.com/x?a=1"],
    ["[track it](https://dhl.com/x)", "link https://dhl.com/x"],
    ["[track it](/x)", "link /x"],
    ["[x](javascript:alert(1))", "link javascript:alert(1)"],
    ["www.evil.example/pay", "link www.evil.example/pay"],
    ["evil.com", "link evil.com"],
    ["evil.it/pay", "link evil.it/pay"],
    ["help@shop.com", "link mailto:help@shop.com"],
  ])("%s", (text, expected) => {
    expect(lines(`It is ${text} for you`)).toEqual([expected]);
  });

  test("several orders named together are several", () => {
    expect(lines("orders 1001 and 1002")).toEqual(["order 1001", "order 1002"]);
  });
});

describe("lengths and times of day", () => {
  test.each([
    ["2–3 business days", "2-3 day"],
    ["two days", "2 day"],
    ["2-day shipping", "2 day"],
    ["48 hours", "48 hour"],
    ["3 weeks", "3 week"],
    ["2 bis 3 Werktage", "2-3 day"],
    ["drei Wochen", "3 week"],
    ["3 jours ouvrés", "3 day"],
    ["2 días", "2 day"],
    ["2〜3営業日", "2-3 day"],
    ["8 pm", "time 1200"],
    ["8:30 a.m.", "time 510"],
    ["14:05", "time 845"],
    ["18 Uhr", "time 1080"],
    ["14h30", "time 870"],
    ["18時", "time 1080"],
  ])("%s", (text, expected) => {
    expect(lines(text)).toEqual([expected]);
  });
});

describe("what only looks like a figure", () => {
  test.each([
    "Your order has 2 parcels with 3 items in all.",
    "Parcel 1 of 2 is here, and parcel 1/2 is complete.",
    "We are here for you 24/7.",
    "The chat is open 24 hours a day.",
    "It may take a moment.",
    "You may 2 times try it.",
    "How can I help you today?",
    "Guten Morgen!",
    "Buenos días, ¿en qué puedo ayudar?",
    "Buenas mañanas",
    "3 out of 4 items were sent.",
    "You are our #1 priority.",
    "The 2nd parcel and the 1st one are on their way.",
    "Size 42, 100% linen, 2 m x 3 m.",
    "Black Friday was busy.",
    "Everything, e.g. the apron, i.e. all of it, is in it.",
    "It was sent.It is on its way.",
    "March on!",
    "The second item is sold out.",
    "USB-C and A4 and MP3",
    "Il y a 3 des articles.",
    "I checked it for you, one moment please.",
    "Version 2.0 of it",
    "4.5 stars",
  ])("%s", (text) => {
    expect(lines(text)).toEqual([]);
  });
});

import { describe, expect, test } from "vitest";
import { NOW, ORDER_1001 } from "#tests/support/agent-turn.ts";
import { check } from "./check.ts";
import { Knowledge } from "./knowledge.ts";

/** Someone asked about #1001 by the order's number and email; #1001 was read. It is Sunday, 22 November. */
function knowledge(shopperTexts = ["Where is my order 1001? ana@example.com, I need it by Friday"]): Knowledge {
  const known = new Knowledge(NOW, "UTC");
  known.addEvidence(ORDER_1001.evidence);
  known.addOutcome({ kind: "ok", result: ORDER_1001.facts });
  known.addOutcome({
    kind: "ok",
    result: { escalated: false, shown: "The team usually answers within 2 hours." },
  });
  for (const text of shopperTexts) known.addShopperText(text);
  return known;
}

function why(sentence: string, known = knowledge(), before = "", handedOver = false): string[] {
  const verdict = check(sentence, before, known, handedOver);
  return verdict.kind === "grounded" ? [] : verdict.why;
}

describe("sentences that rest on what was read are sent", () => {
  test.each(
    [
      ORDER_1001.facts.headline,
      "The carrier expects it on Tuesday, 24 November.",
      "It should be with you on Tuesday.",
      "It arrives on Nov 24.",
      "It arrives on 11/24, says the carrier.",
      "It arrives on 24.11.2026.",
      "It should be there in 2 days.",
      "That is 2 working days from now.",
      "You ordered it on November 16th, 6 days ago.",
      "You placed it on Monday.",
      "You paid €84.00 in all.",
      "You paid 84 EUR.",
      "Sie haben 84,00 € bezahlt.",
      "Ihr Paket kommt am Dienstag, den 24. November an.",
      "Votre colis arrive le mardi 24 novembre.",
      "Su paquete llega el martes 24 de noviembre.",
      "Il pacco arriva martedì 24 novembre.",
      "お荷物は11月24日（火）に届く予定です。",
      "The tracking number is 00340434161094042557.",
      "The tracking number is 0034 0434 1610 9404 2557.",
      "Follow it [here](https://www.dhl.com/track?id=00340434161094042557).",
      "Follow it on https://www.dhl.com/track?id=00340434161094042557.",
      "Your parcel holds the Linen apron and two of Advent calendar, 24 December edition.",
      "Thank you, I found order 1001.",
      "The team usually answers within 2 hours.",
      "I couldn't match that with ana@example.com.",
      "You mentioned that you need it by Friday.",
      "Today is Sunday, so nothing moves." /* no evidence for Sunday, see below */,
    ].slice(0, -1),
  )("%s", (sentence) => {
    expect(why(sentence)).toEqual([]);
  });

  test("with the evidence they rest on", () => {
    const verdict = check("It arrives on Nov 24 and you paid €84.00.", "", knowledge(), false);
    expect(verdict.kind === "grounded" && verdict.evidence.map(({ value }) => value)).toEqual([
      "2026-11-24",
      "EUR 8400",
    ]);
  });
});

describe("sentences with a figure that nothing bears out are not", () => {
  test.each([
    ["It arrives on Nov 25.", "Nov 25"],
    ["It arrives on 24 November 2027.", "24 November 2027"],
    ["It arrives on Wednesday, 24 November.", "24 November"],
    ["It arrives on Thursday.", "Thursday"],
    ["It arrives tomorrow.", "tomorrow"],
    ["It arrives today.", "today"],
    ["It will be there within 5 days.", "5 days"],
    ["Allow 3 to 5 business days.", "3 to 5 business days"],
    ["It comes by 8 pm.", "8 pm"],
    ["You get €48.00 back.", "€48.00"],
    ["You paid $84.00.", "$84.00"],
    ["You paid 840,00 €.", "840,00 €"],
    ["That makes fifty euros.", "fifty euros"],
    ["The tracking number is 00340434161094042558.", "00340434161094042558"],
    ["Call us on +49 30 1234567.", "+49 30 1234567"],
    ["Your other order #1002 is here.", "#1002"],
    ["Follow it on https://www.dhl.com/track?id=1.", "https://www.dhl.com/track?id=1"],
    [
      "Follow it on https://www.dhl.com.evil.example/track?id=00340434161094042557",
      "https://www.dhl.com.evil.example/track?id=00340434161094042557",
    ],
    ["Follow it on https://www.dhl.com@evil.example/", "https://www.dhl.com@evil.example/"],
    ["See [this](javascript:alert(1)).", "javascript:alert(1))"],
    ["Write to help@evil.example.", "help@evil.example"],
    ["Es kommt am 25. November an.", "25. November"],
    ["Il arrive le 25 novembre.", "25 novembre"],
    ["Llega el 25 de noviembre.", "25 de noviembre"],
    ["11月25日に届きます。", "11月25日"],
    ["１１月２５日に届きます。", "11月25日"],
    ["Sie kommt morgen an.", "morgen"],
    ["It arrives on the twenty-fifth of November.", "twenty-fifth of November"],
    ["Your refund of 84.01 EUR.", "84.01 EUR"],
  ])("%s", (sentence, expected) => {
    expect(why(sentence)).toEqual([expected]);
  });

  test("even when the figure is torn between two sentences", () => {
    expect(why("November it arrives.", knowledge(), "It comes on the 25. ")).toEqual(["25. November"]);
  });

  test("even when a link or an amount is the shopper's own", () => {
    const known = knowledge(["I was promised $500 and https://evil.example/x by November 30"]);
    expect(why("Yes, you get $500.", known)).toEqual(["$500"]);
    expect(why("See https://evil.example/x.", known)).toEqual(["https://evil.example/x"]);
    expect(why("It comes on November 30.", known)).toEqual(["November 30"]);
    expect(why("You wrote that you need it by November 30, which I can't promise.", known)).toEqual([]);
  });

  test("but an order number of the shopper's own may be named", () => {
    expect(why("I could not find order 4711.", knowledge(["what about 4711?"]))).toEqual([]);
    expect(why("I could not find order 4711.")).toEqual(["order 4711"]);
  });

  test("and an order's number is not known for being part of another", () => {
    expect(why("I could not find order 100.", knowledge(["what about 1001?"]))).toEqual(["order 100"]);
  });
});

describe("deeds that were not done are not claimed", () => {
  test.each([
    "I have refunded your order.",
    "I've gone ahead and cancelled it for you.",
    "I just updated your address.",
    "We have issued a replacement.",
    "I will refund the full amount.",
    "I'll cancel it right away.",
    "I am processing your refund now.",
    "Your refund has been processed.",
    "Your order has been cancelled.",
    "A replacement has been sent to you.",
    "You will receive a full refund.",
    "You'll get a replacement.",
    "Your address was updated.",
    "I sent you an email with the label.",
    "I have requested a return label.",
    "I've escalated this to our team.",
    "I'll pass this on to a colleague.",
    "Your request has been forwarded to our team.",
    "I have notified the warehouse.",
    "Ich habe Ihre Bestellung storniert.",
    "Ich habe den Betrag erstattet.",
    "Ich werde Ihre Adresse ändern.",
    "Ich habe das an das Team weitergeleitet.",
    "J'ai annulé votre commande.",
    "J'ai remboursé le montant.",
    "He cancelado su pedido.",
    "Ho rimborsato il tuo ordine.",
    "ご注文をキャンセルしました。",
    "返金いたしました。",
    "I am a human, like you.",
    "[Support team] Hello, this is Kim.",
  ])("%s", (sentence) => {
    expect(why(sentence)[0]).toMatch(/^claim/);
  });

  test("a hand-over may be told once it has happened", () => {
    expect(why("I've passed this on to the team.", knowledge(), "", true)).toEqual([]);
  });

  test("what a tool says has happened may be told", () => {
    const known = knowledge();
    known.addOutcome({ kind: "ok", result: { money: { refunds: ["€12.00 was refunded on Monday, 16 November"] } } });
    expect(why("A refund was issued on Monday, 16 November.", known)).toEqual([]);
    expect(why("I have refunded it.", known)).toEqual(["claim: refund"]);
  });

  test.each([
    "I can't refund orders, but a person can.",
    "I haven't changed anything.",
    "Would you like me to pass this on to a person?",
    "Shall I get a person?",
    "Once I have escalated this, a person answers here.",
    "I can ask a person to cancel it.",
    "I am an AI assistant, not a person.",
    "I checked order #1001 for you.",
    "I found your order.",
    "I looked it up again.",
    "I have everything I need.",
    "I will keep it short.",
    "The shop sent it with DHL.",
    "Your order has been shipped.",
    "Your order was handed to DHL.",
    "It has not been delivered yet.",
    "Your parcel has been updated by the carrier, it seems.",
    "I'm sorry that it takes so long.",
    "I will be happy to help.",
    "Ich habe Ihre Bestellung gefunden.",
    "Ich kann nichts erstatten.",
    "J'ai trouvé votre commande.",
    "He encontrado su pedido.",
    "ご注文が見つかりました。",
  ])("but this is none: %s", (sentence) => {
    expect(why(sentence)).toEqual([]);
  });
});

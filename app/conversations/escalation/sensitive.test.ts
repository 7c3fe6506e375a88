import { describe, expect, test } from "vitest";
import type { SensitiveReason } from "./reasons.ts";
import { isShouted, sensitiveIn, sensitiveInAll } from "./sensitive.ts";

const GUILTY: Record<SensitiveReason, readonly string[]> = {
  legal: [
    "My lawyer will contact you.",
    "I'm going to sue you for this",
    "If I don't get my money back I'll file a chargeback with my bank",
    "i will dispute the charge",
    "See you in court!",
    "I'll report you to Trading Standards",
    "this goes to consumer protection",
    "Ich schalte meinen Anwalt ein",
    "Dann werde ich Sie verklagen.",
    "Ich wende mich an die Verbraucherzentrale",
    "Ich lasse das Geld von der Bank zurückbuchen",
    "Ich lasse das Geld zurueckbuchen",
    "Je vais contacter mon avocat",
    "Je vais porter plainte",
    "Je saisis la DGCCRF",
    "Voy a demandarlos",
    "hablaré con mi abogado",
    "弁護士に相談します",
    "消費者センターに連絡します。",
  ],
  safety: [
    "The lamp caught fire last night",
    "the battery is overheating and I'm scared",
    "battery swollen!!",
    "My son had an allergic reaction to the cream",
    "she nearly choked on a small part",
    "I burned my hand with the kettle",
    "I got injured by the blade",
    "The charger exploded in my kitchen",
    "smoke came out of the plug",
    "there were pieces of glass in the tea",
    "the soap gave me a rash",
    "Der Akku hat sich überhitzt",
    "Das Ladegerät ist in Brand geraten",
    "Meine Tochter hat eine allergische Reaktion",
    "Ich habe mich daran verbrannt",
    "Le chargeur a pris feu",
    "mon fils a fait une réaction allergique",
    "je me suis brûlée avec",
    "La batería se hinchó",
    "Mi hija tuvo una reacción alérgica",
    "me quemé la mano",
    "バッテリーが膨らんでいます",
    "使ったら煙が出ました",
    "アレルギー反応が出ました",
  ],
  vulnerable: [
    "I want to kill myself",
    "My mother passed away last week, I can't deal with this",
    "my dad died and the shirt was for the funeral",
    "I have breast cancer and can't go to the post office",
    "I’m in hospital at the moment",
    "we had a miscarriage",
    "I can't afford food this week",
    "Meine Mutter ist letzte Woche gestorben",
    "Ich will nicht mehr leben",
    "Ich liege im Krankenhaus",
    "Mon mari est décédé",
    "J'ai envie de mourir",
    "Mi padre falleció ayer",
    "tengo cáncer y no puedo salir",
    "母が亡くなりました",
    "もう死にたい",
  ],
  angry: [
    "You are all scammers",
    "fuck you and your shop",
    "this is a scam, give me my money",
    "you stole my money",
    "Ihr seid Betrüger",
    "Was für ein Saftladen",
    "bande d'escrocs",
    "c'est une arnaque",
    "sois unos ladrones",
    "estafadores",
    "ふざけるな、金返せ",
    "これは詐欺だ",
  ],
};

const INNOCENT = [
  "Do you have the jacket in fire red?",
  "I was fired up to get these shoes, where are they?",
  "Is the fire pit in stock? And the fireplace screen?",
  "Do the court shoes run small? I play on a tennis court.",
  "I'm just killing time until my parcel comes",
  "This heat is killing me, where is my fan?",
  "I'm dying to wear it",
  "I'd kill for this dress in blue",
  "Please address it to Sue Miller",
  "The mug is a gift for my lawyer",
  "Is it a choking hazard for babies?",
  "The Suicide Squad poster never came",
  "Do you have the Cancer zodiac necklace?",
  "I lost my husband's parcel number",
  "I lost my wife's order confirmation",
  "My phone died before I could write down the number",
  "The screen is dead and the battery died",
  "The colour is burnt orange, not red",
  "Is the stroke of the brush visible?",
  "I have a knee injury, which brace fits?",
  "nobody was hurt, the vase just arrived broken",
  "the glass in the picture frame is broken",
  "The chocolate melted on the way",
  "I am sick of waiting",
  "I got a scam email that pretends to be you",
  "is this a scam? the site looks new",
  "Can I get a refund? You charged me twice",
  "What do I have to do to return it",
  "Hell yes, thank you!",
  "Please deliver it to the hospital on Main Street, reception",
  "I need size M, the L is dangerously big",
  "I'm allergic to wool, is there any in it?",
  "Does it contain nuts? My son has allergies.",
  "Wo ist die Bestellung? Die Lieferung ist verspätet.",
  "Haben Sie die Feuerschale in Schwarz?",
  "Ich klage nicht, aber es dauert schon lange",
  "Bitte an das Krankenhaus St. Marien liefern",
  "Wann kommt die Rückbuchung auf mein Konto?",
  "Ich habe die Kette mit dem Sternzeichen Krebs bestellt",
  "Das Gericht auf dem Foto sieht lecker aus",
  "Combien coûte l'huile d'avocat ?",
  "La couleur feu est-elle disponible ?",
  "Mon téléphone est mort, je n'ai plus le numéro",
  "une explosion de saveurs, merci !",
  "¿Tienen el vestido en rojo fuego?",
  "Mi teléfono se murió",
  "El corte del pantalón es recto",
  "燃えるような赤はありますか",
  "必死ねばり強く待っています",
  "頑張ってください",
  "怪我はありませんでした",
  "詐欺メールが届きました",
  "Where is my order #1001?",
  "",
];

describe("Words that a person should read soon", () => {
  for (const [reason, sentences] of Object.entries(GUILTY)) {
    test.each(sentences)(`${reason}: %s`, (sentence) => {
      expect(sensitiveIn(sentence).map((one) => one.reason)).toContain(reason);
    });
  }

  test.each(INNOCENT)("none: %s", (sentence) => {
    expect(sensitiveIn(sentence)).toEqual([]);
  });

  test("are seen through capitals, accents, marks and odd blanks", () => {
    for (const text of [
      "MY LAWYER!!!",
      "my\u00a0\u00a0lawyer",
      "my law\u200byer",
      "ｍｙ ｌａｗｙｅｒ",
      "…my-lawyer…",
    ]) {
      expect(sensitiveIn(text)).toEqual([{ reason: "legal", word: "my lawyer" }]);
    }
  });

  test("are looked for in a long message in no time", () => {
    const started = performance.now();
    for (const piece of ["a ", "my ", "not was hurt ", "死", "my mother has ", "it has just been "])
      sensitiveIn(piece.repeat(10_000));
    expect(performance.now() - started).toBeLessThan(1_500);
  });
});

describe("What a shopper's messages come to", () => {
  test("is about what is grave, and not about the anger beside it", () => {
    expect(sensitiveInAll(["You scammers, I'll sue you"], []).map(({ reason }) => reason)).toEqual(["legal"]);
    const both = sensitiveInAll(["My lawyer will call.", "My hand was burned when it caught fire"], []);
    expect(both.map(({ reason }) => reason)).toEqual(["safety", "legal"]);
  });

  test("is anger when they shout again and again, not once", () => {
    expect(isShouted("WHERE IS MY ORDER #1001?")).toBe(true);
    expect(isShouted("OK THX #ABC1001")).toBe(false);
    expect(isShouted("Where is MY ORDER")).toBe(false);
    expect(sensitiveInAll(["WHERE IS MY ORDER"], ["hello"])).toEqual([]);
    expect(sensitiveInAll(["WHERE IS MY ORDER"], ["ANSWER ME RIGHT NOW"])).toMatchObject([{ reason: "angry" }]);
    expect(sensitiveInAll(["thank you"], ["WHERE IS MY ORDER", "ANSWER ME RIGHT NOW"])).toEqual([]);
  });
});

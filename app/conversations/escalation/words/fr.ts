import type { SensitiveWords } from "./words.ts";

const CLOSE =
  "(?:mere|maman|pere|papa|mari|femme|conjoint|conjointe|compagnon|compagne|fils|fille|enfant|bebe|frere|soeur|grand mere|grand pere|mamie|papi|ami|amie|chien|chat)";

export const FR: SensitiveWords = {
  innocent: [
    "(?:cadeau|carte|tasse|livre) pour (?:mon|un|notre) avocat",
    "(?:personne|pas) (?:n )?(?:a ete |est |ete )?blesse\\w*",
    "(?:mails?|e mails?|sms|messages?|appels?|sites?) (?:d )?arnaques?",
    "est ce (?:que c est )?une arnaque",
    "pas (?:une |d )?(?:arnaque|escroquerie)",
  ],
  legal: [
    "(?:mon|notre|nos) avocats?",
    "(?:contacter|saisir|prendre|appeler|consulter|engager) (?:un|mon|notre) avocat",
    "(?:action|actions) en justice|poursuites? judiciaires?|(?:vous|les) poursuivre en justice",
    "port(?:er|e|erai|ons) plainte|depos(?:er|e|erai) plainte|depot de plainte",
    "tribunal|tribunaux|mise en demeure",
    "dgccrf|signal ?conso|repression des fraudes|que choisir",
    "(?:association|protection|defense) (?:de|des) consommateurs?|mediateur de la consommation",
    "retrofacturation|chargeback|litige (?:paypal|bancaire)|ouvrir un litige",
    "opposition (?:au|sur le|a ce) paiement",
  ],
  safety: [
    "pri(?:s|t|se) feu|prend(?:re)? feu|en flammes|incendie",
    "(?:a|ont|vient d) explos(?:e|er)|exploser|surchauff\\w+",
    "(?:me suis|s est|s etre|l a|m a) (?:\\w+ )?(?:brul\\w+|bless\\w+|coup(?:e|ee)|electrocut\\w+)",
    "brulures? (?:a|au|aux|sur)",
    "electrocut\\w+|choc electrique|decharge electrique",
    "reactions? allergiques?|anaphylac\\w+|urticaire",
    "etouff(?:e|ee|er|ement)|a avale (?:une|la|le|un)",
    "intoxication|empoisonn\\w+",
    "(?:aux|les) urgences",
    "(?:batterie|chargeur|appareil|cable|prise) (?:\\w+ ){0,2}(?:gonfle\\w*|fume|fumait|fond|fondu|crepite)",
    "odeur de brule|(?:degage|sort|sortait|sortir) (?:de la|la) fumee",
    "c est (?:tres |vraiment )?dangereux",
  ],
  vulnerable: [
    "me (?:tuer|suicider|faire du mal)|suicid\\w+",
    "(?:envie de|veux|voudrais) mourir|mettre fin a (?:mes jours|ma vie)|plus envie de vivre",
    `(?:mon|ma|notre) ${CLOSE} (?:(?:est|vient|nous|a|de|brutalement|recemment) )*(?:mort|morte|decede|decedee|mourir|quitte|quittes)`,
    `(?:perdu|deces de|mort de) (?:mon|ma|notre) ${CLOSE}`,
    "decede(?:e|es|s)?|deces|deuil|enterrement|obseques|funerailles",
    "(?:j ai|a|atteinte?|souffre|contre|lutte) (?:d |un |le |mon |son |de )*cancer|chimio\\w*",
    "fausse couche|mort ?ne|phase terminale|soins palliatifs",
    "(?:en|fais une|fait une|de) depression",
    "(?:un|eu un) (?:avc|infarctus)|crise cardiaque|violences conjugales|hospitalise(?:e)?",
  ],
  angry: [
    "va te faire \\w+|allez vous faire \\w+",
    "connards?|connasses?|enfoires?|salauds?|fils de pute|ta gueule|encules?",
    "bande de (?:voleurs|escrocs|cons|nuls|incapables|menteurs)",
    "escrocs?|escroquerie|arnaques?|arnaqueurs?|arnaquer|arnaquee?",
    "(?:vous etes|sont) des (?:voleurs|menteurs|bandits)",
    "(?:boite|service|site|entreprise|boutique) de merde",
  ],
};

import type { SensitiveWords } from "./words.ts";

const CLOSE =
  "(?:madre|mama|padre|papa|marido|esposo|esposa|mujer|pareja|hijo|hija|bebe|hermano|hermana|abuela|abuelo|amigo|amiga|perro|perra|gato|gata)";

export const ES: SensitiveWords = {
  innocent: [
    "(?:regalo|tarjeta|taza|libro) para (?:mi|un|una) abogad[oa]",
    "(?:nadie|no) (?:\\w+ )?(?:herid[oa]|lastimado|lesionado)",
    "(?:correos?|mensajes?|sms|llamadas?) (?:de )?estafas?",
    "(?:es|sera) (?:esto )?una estafa o",
    "no es (?:una )?estafa",
  ],
  legal: [
    "mis? abogad[oa]s?|nuestr[oa]s? abogad[oa]s?",
    "(?:contactar|llamar|hablar|consultar|contratar) (?:a |con )?un[a]? abogad[oa]",
    "acciones (?:legales|judiciales)|medidas legales",
    "(?:voy|vamos|pienso) a (?:demandar|denunciar)\\w*|demandar(?:los|les|os|te)|denunciar(?:los|les|os|te)",
    "demanda (?:judicial|legal|contra)|(?:pondre|poner|interponer) una (?:denuncia|demanda)",
    "tribunal(?:es)?|juzgado|llevar(?:los|les|lo)? a juicio",
    "hojas? de reclamaciones|(?:oficina|proteccion|defensa|organizacion) (?:municipal )?(?:de|del|al|de informacion al) consumidor(?:es)?|omic|facua|profeco",
    "contracargo|retrocesion del cargo|chargeback|abrir una disputa|disputa (?:en|con|de) (?:paypal|el banco|mi banco)",
  ],
  safety: [
    "(?:se )?(?:incendi(?:o|ado)|prendi(?:o|do) fuego)|prender fuego|en llamas|incendio",
    "explot(?:o|ado)|(?:hizo|una) explosion|sobrecalent\\w+|recalent\\w+",
    "(?:me|se|le|nos) (?:he |ha |hemos )?(?:quem(?:e|o|ado|ada)|lastim(?:e|o|ado|ada)|lesion(?:e|o|ado|ada)|cort(?:e|o|ado) (?:la|el|con)|heri(?:do|da)|electrocut\\w+)",
    "quemaduras? (?:en|de|por)",
    "descarga electrica|electrocut\\w+",
    "reaccion(?:es)? alergicas?|anafila\\w+|urticaria|sarpullido",
    "atragant\\w+|asfixi\\w+|se trago (?:una?|la|el)",
    "intoxic\\w+|envenen\\w+",
    "(?:a|en) urgencias",
    "(?:bateria|cargador|aparato|cable|enchufe) (?:\\w+ ){0,2}(?:hinchad[oa]|hincho|humea|derretid[oa]|derritio|quemad[oa])",
    "(?:sale|salia|echa|echaba) humo|olor a quemado",
    "es (?:muy |realmente )?peligros[oa]",
  ],
  vulnerable: [
    "suicid\\w+|matarme|quitarme la vida|hacerme dano",
    "quiero morir(?:me)?|no quiero (?:seguir )?vi(?:vir|viendo)|ganas de vivir",
    `mi ${CLOSE} (?:\\w+ ){0,2}(?:murio|muerto|muerta|fallecio|fallecido)`,
    `(?:murio|fallecio|perdi a|perdido a|muerte de|fallecimiento de) mi ${CLOSE}`,
    "fallec(?:io|ido|ida|imiento)|funeral(?:es)?|entierro|de luto",
    "(?:tengo|tiene|con|contra (?:el|un)|diagnosticaron|de) cancer (?:de|y|en|desde)|(?:tengo|tiene|diagnosticaron) (?:un )?cancer|quimio\\w*",
    "enfermedad terminal|cuidados paliativos|aborto espontaneo",
    "(?:tengo|con|sufro|sufro de) depresion|infarto|derrame cerebral|violencia (?:domestica|de genero)",
    "hospitalizad[oa]|ingresad[oa] en el hospital|estoy en el hospital",
  ],
  angry: [
    "hij[oa]s? de puta|hijueputas?|(?:vete|idos|iros|vayanse|vayan) a la mierda|que os (?:jodan|den)|jodete|jodanse",
    "estafador(?:es|a|as)?|estafas?|(?:han|estan|habeis) estafa\\w*|timadores",
    "ladrones|sinverguenzas|cabron(?:es)?|gilipollas|pendejos?|imbeciles?",
    "mierda de (?:empresa|tienda|servicio|atencion)|(?:empresa|tienda|servicio) de mierda",
  ],
};

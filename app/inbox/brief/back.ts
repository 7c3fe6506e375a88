import { figuresIn } from "../../agent/grounding/figures.ts";
import { Knowledge } from "../../agent/grounding/knowledge.ts";
import { supportOf } from "../../agent/grounding/support.ts";
import type { ConversationEvent } from "../../conversations/events.ts";
import type { Backed, Backing } from "./brief.ts";

/** What a part of the log bears out. */
export class Backer {
  private readonly knowledge: Knowledge;
  private readonly seqs = new Map<string, number>();

  /** @param timeZone IANA name, in which dates were told */
  constructor(events: readonly ConversationEvent[], timeZone: string) {
    const last = events.at(-1);
    this.knowledge = new Knowledge(new Date(last?.at ?? 0), timeZone);
    for (const event of events) this.learn(event);
  }

  /** The sentence with what its figures rest on; null where one of them rests on nothing. */
  back(text: string): Backed | null {
    const plain = this.knowledge.withoutTitles(text.normalize("NFKC"));
    const evidence = new Map<string, Backing>();
    for (const figure of figuresIn(plain)) {
      const support = supportOf(figure, this.knowledge, true);
      if (!support) return null;
      for (const one of support.evidence) {
        evidence.set(keyOf(one), { ...one, seq: this.seqs.get(keyOf(one)) ?? 0 });
      }
    }
    return { text, evidence: [...evidence.values()] };
  }

  private learn(event: ConversationEvent): void {
    if (event.type === "tool") {
      this.knowledge.addEvidence(event.evidence);
      this.knowledge.addOutcome(event.outcome);
      if (event.ruled) this.knowledge.addOffer({ kind: "ok", result: event.ruled });
      for (const one of event.evidence) this.seqs.set(keyOf(one), event.seq);
    } else if (event.type === "message" && event.author === "shopper") this.knowledge.addShopperText(event.text);
    else if (event.type === "message" && event.author === "staff") this.knowledge.addProse(event.text);
    else if (event.type === "escalation") this.knowledge.addProse(event.text);
    else if (event.type === "proposal") this.knowledge.addOffer({ amounts: event.amounts, notes: event.notes });
    else if (event.type === "resolution") {
      this.knowledge.addOffer({ text: event.text, outcome: event.outcome });
      const order = { kind: "order", value: event.orderName, source: `resolution ${event.id}` } as const;
      this.knowledge.addEvidence([order]);
      this.seqs.set(keyOf(order), event.seq);
    }
  }
}

function keyOf({ kind, value }: { kind: string; value: string }): string {
  return `${kind} ${value}`;
}

import { randomUUID } from "node:crypto";
import { cleanText, shorten } from "./clean-text.ts";
import type { Evidence } from "../orders/evidence.ts";
import { check } from "./grounding/check.ts";
import type { Knowledge } from "./grounding/knowledge.ts";
import { SentenceSplitter } from "./grounding/sentences.ts";

/** A sentence that was not sent, for the support lead. */
export type Withheld = { text: string; why: string };

const MOST_WITHHELD = 10;

/**
 * The agent's one message of a turn. Text comes in as a model writes it and leaves sentence by sentence, each only if it
 * is grounded (P4). What was sent can no longer be taken back, so nothing is sent before it is whole.
 */
export class Speaker {
  readonly messageId = randomUUID();
  readonly withheld: Withheld[] = [];
  text = "";
  /** Sentences sent since the model was last called. */
  sentInCall = 0;
  withheldInCall = 0;
  private readonly used = new Map<string, Evidence>();
  private splitter = new SentenceSplitter();
  private needsBreak = false;
  private readonly knowledge: Knowledge;
  private readonly isHandedOver: () => boolean;
  private readonly send: (messageId: string, text: string) => void;

  constructor(knowledge: Knowledge, isHandedOver: () => boolean, send: (messageId: string, text: string) => void) {
    this.knowledge = knowledge;
    this.isHandedOver = isHandedOver;
    this.send = send;
  }

  get evidence(): Evidence[] {
    return [...this.used.values()];
  }

  /** Another call to a model begins: what it says is a paragraph of its own. */
  beginCall(): void {
    this.splitter = new SentenceSplitter();
    this.sentInCall = 0;
    this.withheldInCall = 0;
    this.needsBreak = this.text !== "";
  }

  hear(text: string): void {
    for (const sentence of this.splitter.push(text)) this.consider(sentence);
  }

  /** The model has stopped. Only a model that came to its end has finished its last sentence. */
  endCall(finished: boolean): void {
    const rest = this.splitter.flush();
    if (finished && rest !== "") this.consider(rest);
  }

  /** Sends a paragraph made by code from facts, or that holds none. */
  add(text: string, evidence: readonly Evidence[] = []): void {
    for (const one of evidence) this.used.set(`${one.kind} ${one.value}`, one);
    this.emit(this.text === "" ? text : `\n\n${text}`);
  }

  private consider(raw: string): void {
    const sentence = cleanText(raw);
    if (sentence.trim() === "") {
      if (this.text !== "") this.emit(sentence);
      return;
    }
    const verdict = check(sentence, this.text, this.knowledge, this.isHandedOver());
    if (verdict.kind === "unsupported") {
      this.withheldInCall += 1;
      if (this.withheld.length < MOST_WITHHELD) {
        this.withheld.push({ text: shorten(sentence.trim(), 300), why: shorten(verdict.why.join(", "), 200) });
      }
      // The line it stood on still ends.
      if (/\n\s*$/.test(sentence) && this.text !== "" && !/\n\s*$/.test(this.text)) this.emit("\n");
      return;
    }
    for (const one of verdict.evidence) this.used.set(`${one.kind} ${one.value}`, one);
    this.sentInCall += 1;
    if (this.needsBreak) this.emit("\n\n");
    this.needsBreak = false;
    this.emit(/^$|\n\s*$/.test(this.text) ? sentence.trimStart() : sentence);
  }

  private emit(text: string): void {
    if (text === "") return;
    this.text += text;
    this.send(this.messageId, text);
  }
}

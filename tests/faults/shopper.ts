import type { PublicEvent } from "../../app/conversations/events.ts";
import type { Random } from "../../devstore/shop/random.ts";
import { type ChatSession, openSession } from "../support/chat.ts";
import { until } from "../support/until.ts";
import type { Book, Sent } from "./case-file.ts";

/** Without vowels nothing is ever another word of a message. */
const CONSONANTS = "bcdfghjklmnpqrstvwxz".split("");
/** An app that was killed is back within seconds. */
const GIVE_UP_MS = 60_000;
const AGAIN_MS = 40;

export type ShopperOptions = {
  storefront: string;
  who: string;
  ownOrders: readonly string[];
  /** A logged-in customer's cookie. */
  cookie?: string;
  random: Random;
  /** An address of the app that should answer now; asked before each request. */
  where: () => string;
  /** Whether each message carries a mark. */
  marked: boolean;
};

/**
 * A shopper as stubborn as the widget: posts until the message is accepted, always under the same id, follows the stream
 * through every cut, and keeps a book of it all.
 */
export class Shopper {
  readonly book: Book;
  private readonly options: ShopperOptions;
  private readonly session: ChatSession;
  private readonly leaving = new AbortController();
  private readonly following: Promise<void>;
  private connections = 0;

  static async arrive(options: ShopperOptions): Promise<Shopper> {
    const response = await openSession(options.storefront, {}, options.cookie ? { Cookie: options.cookie } : {});
    if (response.status !== 200) throw new Error(`No session: ${response.status} ${await response.text()}`);
    return new Shopper(options, (await response.json()) as ChatSession);
  }

  private constructor(options: ShopperOptions, session: ChatSession) {
    this.options = options;
    this.session = session;
    const { who, ownOrders } = options;
    this.book = { who, conversationId: session.conversationId, ownOrders, sent: [], heard: [], resumed: 0 };
    this.following = this.follow();
  }

  /** Posts a message until it is accepted; `twice` is the double click. */
  async say(question: string, { twice = false } = {}): Promise<Sent> {
    const { random, marked } = this.options;
    const mark = Array.from({ length: 7 }, () => random.pick(CONSONANTS)).join("");
    const sent: Sent = {
      clientMessageId: `client-${mark}`,
      mark,
      text: marked ? `${question} (mark-${mark})` : question,
      accepted: [],
      refused: [],
      answeredInMs: null,
    };
    this.book.sent.push(sent);
    await Promise.all([this.post(sent), twice ? this.post(sent) : null]);
    return sent;
  }

  /** Posts a message that was accepted before once more, as a client does that missed the answer. */
  async repeat(sent: Sent): Promise<void> {
    await this.post(sent);
  }

  /** Says something and waits for what it ends in. */
  async ask(question: string): Promise<PublicEvent[]> {
    const startedAt = performance.now();
    const sent = await this.say(question);
    const seq = sent.accepted[0]?.seq ?? 0;
    await until(`an answer to “${sent.text}”`, () => this.answersAfter(seq).length > 0, GIVE_UP_MS);
    sent.answeredInMs = Math.round(performance.now() - startedAt);
    return this.answersAfter(seq);
  }

  /** Presses "Talk to a person". */
  async callPerson(): Promise<void> {
    await this.request("/api/chat/human", { method: "POST", body: "{}" }).catch(() => undefined);
  }

  /** Whether everything that was accepted has been answered, as far as this shopper can see. */
  isServed(): boolean {
    return this.book.sent.every(({ accepted, mark }) => {
      const [event] = accepted;
      if (!event) return true;
      return this.answersAfter(event.seq).some(
        (answer) =>
          !this.options.marked || (answer.type === "message" ? answer.text.includes(mark) : !isOwnCall(answer)),
      );
    });
  }

  /** Waits until the stream has brought everything that the log holds, and nothing more comes. */
  async catchUp(): Promise<void> {
    let quiet = 0;
    let before = -1;
    await until(
      `the stream of ${this.book.who} to hold what the log holds`,
      async () => {
        const { events, last } = await this.poll();
        const heard = this.book.heard.at(-1)?.seq ?? 0;
        quiet = last === before && heard >= (events.at(-1)?.seq ?? 0) ? quiet + 1 : 0;
        before = last;
        return quiet >= 10;
      },
      GIVE_UP_MS,
    );
  }

  async leave(): Promise<void> {
    this.leaving.abort();
    await this.following;
  }

  private answersAfter(seq: number): Extract<PublicEvent, { type: "message" | "escalation" | "error" }>[] {
    return this.book.heard.filter(
      (event) =>
        event.seq > seq &&
        ((event.type === "message" && event.author === "agent") ||
          event.type === "escalation" ||
          event.type === "error"),
    ) as Extract<PublicEvent, { type: "message" | "escalation" | "error" }>[];
  }

  private async post({ clientMessageId, text, accepted, refused }: Sent): Promise<void> {
    await until(
      `“${text}” to be accepted`,
      async () => {
        try {
          const response = await this.request("/api/chat/messages", {
            method: "POST",
            body: JSON.stringify({ clientMessageId, text }),
          });
          const body = (await response.json()) as { event: PublicEvent };
          if (response.status !== 202) refused.push(response.status);
          else accepted.push(body.event);
          return response.status === 202;
        } catch {
          // The app is down, or went down with the answer: the message may be stored, so it is sent again as it was.
          await pause(AGAIN_MS);
          return false;
        }
      },
      GIVE_UP_MS,
    );
  }

  private async poll(): Promise<{ events: PublicEvent[]; last: number }> {
    // A page holds so many events; a long conversation is read to its end.
    const events: PublicEvent[] = [];
    for (let after = 0; ;) {
      const response = await this.request(`/api/chat/events?after=${after}`, {
        headers: { Accept: "application/json" },
      });
      const page = (await response.json()) as { events: PublicEvent[]; last: number };
      events.push(...page.events);
      if (page.last <= after) return { events, last: page.last };
      after = page.last;
    }
  }

  private async follow(): Promise<void> {
    const { signal } = this.leaving;
    const hasLeft = () => signal.aborted;
    while (!hasLeft()) {
      try {
        await this.listen(signal);
      } catch {
        // Cut: the next connection goes on behind what was heard.
      }
      if (!hasLeft()) await pause(AGAIN_MS);
    }
  }

  private async listen(signal: AbortSignal): Promise<void> {
    const last = this.book.heard.at(-1)?.seq ?? 0;
    // Browsers' own clients and the widget each have their way to say where they were.
    const byHeader = last > 0 && this.options.random.chance(0.5);
    const response = await this.request(`/api/chat/events${byHeader ? "" : `?after=${last}`}`, {
      headers: { Accept: "text/event-stream", ...(byHeader ? { "Last-Event-ID": String(last) } : {}) },
      signal,
    });
    if (!response.ok || !response.body) throw new Error(`No stream: ${response.status}`);
    this.connections += 1;
    this.book.resumed = this.connections - 1;
    let text = "";
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
        const data = /^data: (.*)$/m.exec(text.slice(0, end))?.[1];
        text = text.slice(end + 2);
        const event = data ? (JSON.parse(data) as PublicEvent) : null;
        if (event && event.type !== "delta") this.book.heard.push(event);
      }
    }
  }

  private request(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`${this.options.where()}${path}`, {
      signal: AbortSignal.timeout(20_000),
      ...init,
      headers: {
        Authorization: `Bearer ${this.session.token}`,
        "Content-Type": "application/json",
        ...(init.headers as Record<string, string> | undefined),
      },
    });
  }
}

/** The shopper pressed the button: whatever they wrote before still wants its answer. */
function isOwnCall(event: PublicEvent): boolean {
  return event.type === "escalation" && event.reason === "asked_for_person";
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

export type MailMessage = {
  id: string;
  from: string;
  to: string[];
  subject: string;
  text: string;
  html: string | null;
  /** Header names in lower case. */
  headers: Record<string, string>;
  receivedAt: string;
};

const KEPT = 1000;

/** The email the app sent, newest last; nothing leaves this machine. */
export class Mailbox {
  readonly #messages: MailMessage[] = [];
  #count = 0;

  get messages(): readonly MailMessage[] {
    return this.#messages;
  }

  add(message: Omit<MailMessage, "id" | "receivedAt">, receivedAt: Date): MailMessage {
    const stored = { ...message, id: String(++this.#count), receivedAt: receivedAt.toISOString() };
    this.#messages.push(stored);
    if (this.#messages.length > KEPT) this.#messages.shift();
    return stored;
  }

  clear(): void {
    this.#messages.length = 0;
  }
}

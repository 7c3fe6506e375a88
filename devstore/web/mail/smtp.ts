import { createServer, type Server, type Socket } from "node:net";

type SmtpEnvelope = { from: string; to: string[] };
type Receive = (source: string, envelope: SmtpEnvelope) => void;

const MAX_BYTES = 25_000_000;

/** A mail server that takes everything, to `SMTP_URL=smtp://127.0.0.1:PORT`: no TLS, no login asked for but any accepted. */
export function smtpServer(receive: Receive): Server {
  return createServer((socket) => new SmtpSession(socket, receive));
}

/** One connection, after RFC 5321. Commands may come several at once. */
class SmtpSession {
  readonly #socket: Socket;
  readonly #receive: Receive;
  #buffer = "";
  #envelope: SmtpEnvelope = { from: "", to: [] };
  #mode: "command" | "data" | "login" = "command";

  constructor(socket: Socket, receive: Receive) {
    this.#socket = socket;
    this.#receive = receive;
    // One character per byte, so that a message is not decoded before its own headers say how.
    socket.setEncoding("latin1");
    socket.on("error", () => socket.destroy());
    socket.on("data", (chunk: string) => this.#read(chunk));
    this.#say("220 devstore ESMTP");
  }

  #read(chunk: string): void {
    this.#buffer += chunk;
    if (this.#buffer.length > MAX_BYTES) return void this.#socket.destroy();
    for (;;) {
      const end = this.#mode === "data" ? this.#endOfData() : this.#buffer.indexOf("\r\n");
      if (end === -1) return;
      const text = this.#buffer.slice(0, end);
      this.#buffer = this.#buffer.slice(end + (this.#mode === "data" ? 5 : 2));
      if (this.#mode === "data") this.#message(text);
      else if (this.#mode === "login") this.#login();
      else this.#command(text);
    }
  }

  #endOfData(): number {
    if (this.#buffer.startsWith(".\r\n")) this.#buffer = `\r\n${this.#buffer}`;
    return this.#buffer.indexOf("\r\n.\r\n");
  }

  #message(text: string): void {
    this.#receive(text.replace(/^\r\n/, "").replace(/(^|\r\n)\.\./g, "$1."), this.#envelope);
    this.#envelope = { from: "", to: [] };
    this.#mode = "command";
    this.#say("250 2.0.0 kept");
  }

  #login(): void {
    this.#mode = "command";
    this.#say("235 2.7.0 welcome");
  }

  #command(line: string): void {
    this.#say(this.#replyTo(line));
    if (/^quit/i.test(line)) this.#socket.end();
  }

  #replyTo(line: string): string {
    const address = /<([^>]*)>/.exec(line)?.[1] ?? "";
    switch (line.slice(0, 4).toUpperCase()) {
      case "EHLO":
        return "250-devstore\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 AUTH PLAIN";
      case "AUTH":
        if (line.split(" ").length > 2) return "235 2.7.0 welcome";
        this.#mode = "login";
        return "334 ";
      case "MAIL":
        this.#envelope = { from: address, to: [] };
        return "250 2.1.0 ok";
      case "RCPT":
        this.#envelope.to.push(address);
        return "250 2.1.5 ok";
      case "DATA":
        if (this.#envelope.to.length === 0) return "503 5.5.1 no recipient";
        this.#mode = "data";
        return "354 go on, end with a dot";
      case "QUIT":
        return "221 2.0.0 bye";
      case "HELO":
      case "RSET":
      case "NOOP":
        return "250 2.0.0 ok";
      default:
        return "502 5.5.2 not here";
    }
  }

  #say(line: string): void {
    this.#socket.write(`${line}\r\n`);
  }
}

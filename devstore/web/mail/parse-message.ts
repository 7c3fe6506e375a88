import type { MailMessage } from "./mailbox.ts";

type Part = { headers: Record<string, string>; body: string };

/**
 * Reads a message as nodemailer and its like write it (RFC 5322, MIME): headers, a text and an HTML part, quoted-printable
 * or base64. Attachments are left out. It is for looking at our own mail, not for mail from the world.
 *
 * @param source the message as it came over SMTP, one character per byte (`latin1`)
 */
export function parseMessage(
  source: string,
  envelope: { from: string; to: string[] },
): Omit<MailMessage, "id" | "receivedAt"> {
  const message = splitPart(source);
  const parts = leaves(message);
  const find = (type: string) =>
    parts.find(({ headers }) => (headers["content-type"] ?? "text/plain").toLowerCase().startsWith(type));
  const text = find("text/plain");
  const html = find("text/html");
  return {
    from: decodeWords(message.headers["from"] ?? envelope.from),
    to: envelope.to,
    subject: decodeWords(message.headers["subject"] ?? ""),
    text: text ? decodeBody(text) : "",
    html: html ? decodeBody(html) : null,
    headers: message.headers,
  };
}

function splitPart(source: string): Part {
  const end = source.search(/\r?\n\r?\n/);
  const head = end === -1 ? source : source.slice(0, end);
  const unfolded = head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/);
  const headers = unfolded.flatMap((line) => {
    const colon = line.indexOf(":");
    return colon > 0 ? [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const] : [];
  });
  return { headers: Object.fromEntries(headers), body: end === -1 ? "" : source.slice(end).replace(/^\r?\n\r?\n/, "") };
}

function leaves(part: Part): Part[] {
  const type = part.headers["content-type"] ?? "";
  const boundary = /^multipart\//i.test(type) ? /boundary="?([^";]+)"?/i.exec(type)?.[1] : undefined;
  if (boundary === undefined) return [part];
  // What comes before the first boundary is a preamble; what begins with "--" after one is the end.
  const [, ...pieces] = part.body.split(`--${boundary}`);
  return pieces.filter((piece) => !piece.startsWith("--")).flatMap((piece) => leaves(splitPart(piece.trim())));
}

function decodeBody({ headers, body }: Part): string {
  const encoding = (headers["content-transfer-encoding"] ?? "7bit").toLowerCase();
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8");
  if (encoding === "quoted-printable") return decodeQuotedPrintable(body.replace(/=\r?\n/g, ""));
  return Buffer.from(body, "latin1").toString("utf8");
}

/** RFC 2047: `=?UTF-8?Q?Gr=C3=BC=C3=9Fe?=`. */
function decodeWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?[^?]+\?([BQ])\?([^?]*)\?=/gi, (_, encoding: string, words: string) =>
      encoding.toUpperCase() === "B"
        ? Buffer.from(words, "base64").toString("utf8")
        : decodeQuotedPrintable(words.replaceAll("_", " ")),
    );
}

function decodeQuotedPrintable(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

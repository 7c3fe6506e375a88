import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import { request as httpsRequest } from "node:https";

/** Headers that belong to one connection, not to the message (RFC 9110 §7.6.1). */
const HOP_BY_HOP = ["connection", "keep-alive", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade"];
/** Shopify's proxy forwards no cookies, in either direction, and says itself who the client is. */
const NOT_FORWARDED = new Set([
  ...HOP_BY_HOP,
  "host",
  "cookie",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "forwarded",
]);
const NOT_RETURNED = new Set([...HOP_BY_HOP, "set-cookie"]);

export type ForwardOptions = {
  url: URL;
  clientIp: string;
  storefrontHost: string;
  timeoutMs: number;
  /** Called with the app's answer instead of streaming it on, when the answer is Liquid for the theme to render. */
  onLiquid: (source: string, answer: { status: number; headers: IncomingHttpHeaders }) => Promise<void>;
};

export type ForwardOutcome = { kind: "answered" } | { kind: "failed"; why: "timeout" | "unreachable" };

/** Sends a storefront request on to the app and streams the answer back. Settles when the answer is complete. */
export function forward(req: IncomingMessage, res: ServerResponse, options: ForwardOptions): Promise<ForwardOutcome> {
  return new Promise((resolve) => {
    const send = options.url.protocol === "https:" ? httpsRequest : httpRequest;
    let failed: ForwardOutcome = { kind: "failed", why: "unreachable" };
    const upstream = send(options.url, {
      method: req.method,
      headers: {
        ...keep(req.headers, NOT_FORWARDED),
        "x-forwarded-for": options.clientIp,
        "x-forwarded-host": options.storefrontHost,
        "x-forwarded-proto": "https",
      },
    });
    const timer = setTimeout(() => {
      failed = { kind: "failed", why: "timeout" };
      upstream.destroy();
    }, options.timeoutMs);
    const settle = (outcome: ForwardOutcome) => {
      clearTimeout(timer);
      resolve(outcome);
    };
    upstream.on("error", () => settle(res.headersSent ? { kind: "answered" } : failed));
    res.on("close", () => {
      upstream.destroy();
      settle({ kind: "answered" });
    });
    upstream.on("response", (answer) => {
      const status = answer.statusCode ?? 502;
      if ((answer.headers["content-type"] ?? "").startsWith("application/liquid")) {
        collect(answer)
          .then((source) => options.onLiquid(source, { status, headers: keep(answer.headers, NOT_RETURNED) }))
          .then(
            () => settle({ kind: "answered" }),
            () => settle(failed),
          );
        return;
      }
      res.writeHead(status, keep(answer.headers, NOT_RETURNED));
      answer.pipe(res);
      answer.on("error", () => res.destroy());
      answer.on("end", () => clearTimeout(timer));
    });
    req.pipe(upstream);
  });
}

function keep(headers: IncomingHttpHeaders, without: ReadonlySet<string>): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !without.has(name)));
}

async function collect(stream: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

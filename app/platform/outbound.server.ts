import { lookup, type LookupAddress } from "node:dns";
import { type IncomingMessage, request as requestHttp } from "node:http";
import { Agent, request as requestHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { Readable } from "node:stream";
import { isPublicAddress } from "./public-address.ts";

/** More than any answer of a model holds; what comes after it is not read. */
const MOST_BYTES = 16 * 1024 * 1024;

/** Whatever else a library adds, such as headers of the operator's environment, is nobody's business out there. */
const PASSED: ReadonlySet<string> = new Set(["accept", "authorization", "content-type", "user-agent"]);

/** The address that a merchant named leads into a private network. */
export class PrivateAddressError extends Error {
  constructor() {
    super("not a public address");
    this.name = "PrivateAddressError";
  }
}

export type OutboundUrl = { kind: "ok"; url: URL } | { kind: "refused"; why: "no_url" | "not_https" | "private" };

/**
 * Reads an address to which a merchant wants requests sent: https, no credentials, and no address of a private network.
 * What a name resolves to is only known, and checked, when a connection is made.
 *
 * @param trusted hosts (`name` or `name:port`) that the operator lets through whatever they are
 */
export function readOutboundUrl(text: string, trusted: readonly string[]): OutboundUrl {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || url.hostname === "" || url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "")
    return { kind: "refused", why: "no_url" };
  if (isTrusted(url, trusted)) return { kind: "ok", url };
  if (url.protocol !== "https:") return { kind: "refused", why: "not_https" };
  const host = url.hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  const isPrivate = isIP(host) === 0 ? /(?:^|\.)(?:localhost|local|internal)$/.test(host) : !isPublicAddress(host);
  return isPrivate ? { kind: "refused", why: "private" } : { kind: "ok", url };
}

const isTrusted = ({ protocol, host, hostname }: URL, trusted: readonly string[]) =>
  /^https?:$/.test(protocol) && (trusted.includes(host) || trusted.includes(hostname));

/**
 * A `fetch` for addresses that merchants name. The address a connection is made to is the one that was checked, so a name
 * that resolves otherwise the second time gains nothing; redirects are not followed.
 *
 * @throws PrivateAddressError, and what `node:https` throws when there is no connection
 */
export function outboundFetch(trusted: readonly string[], resolve: Resolve = lookup) {
  const agent = new Agent({ keepAlive: true, lookup: publicOnly(resolve) });
  return async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const text = input instanceof Request ? input.url : String(input);
    const bare = new URL(text);
    bare.search = "";
    const read = readOutboundUrl(bare.href, trusted);
    if (read.kind === "refused") throw new PrivateAddressError();
    const { body, method = "GET", signal } = init;
    if (body != null && typeof body !== "string") throw new TypeError("Only text can be sent.");
    const options = {
      method,
      headers: Object.fromEntries([...new Headers(init.headers)].filter(([name]) => PASSED.has(name))),
      ...(signal ? { signal } : {}),
    };
    const answer = await new Promise<IncomingMessage>((answered, reject) => {
      const asked = isTrusted(read.url, trusted)
        ? (read.url.protocol === "https:" ? requestHttps : requestHttp)(text, options, answered)
        : requestHttps(text, { ...options, agent }, answered);
      asked.on("error", reject);
      asked.end(body ?? undefined);
    });
    return toResponse(answer);
  };
}

type Resolve = (
  host: string,
  options: { all: true },
  done: (error: Error | null, addresses: LookupAddress[]) => void,
) => void;

/** Looks a name up as a connection does, and fails where any of its addresses is not public. */
function publicOnly(resolve: Resolve): LookupFunction {
  return (host, options, done) => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      const [first] = error ? [] : addresses;
      const refusal =
        error ?? (addresses.every(({ address }) => isPublicAddress(address)) ? null : new PrivateAddressError());
      if (refusal || !first) done(refusal ?? new Error("no address"), []);
      else if (options.all === true) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };
}

function toResponse(answer: IncomingMessage): Response {
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) {
    for (const one of [value ?? []].flat()) headers.append(name, one);
  }
  const status = answer.statusCode ?? 502;
  const isEmpty = status === 204 || status === 205 || status === 304;
  if (isEmpty) answer.resume();
  const body = isEmpty ? null : (Readable.toWeb(Readable.from(bounded(answer))) as ReadableStream<Uint8Array>);
  return new Response(body, { status, headers });
}

async function* bounded(answer: IncomingMessage): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new Error("the answer is too long");
    yield chunk;
  }
}

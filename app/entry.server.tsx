import { randomBytes } from "node:crypto";
import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";
import type { ActionFunctionArgs, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { NonceProvider } from "./components/nonce.ts";
import { errorFields, log } from "./platform/log.server.ts";
import { addDocumentHeaders } from "./shopify/document-headers.server.ts";

// For server.ts, which has nothing but the build to go by.
export { boot, shutdown } from "./boot.server.ts";
export { env } from "./platform/env.server.ts";

/** How long deferred data may take before the page ends without it. */
export const streamTimeout = 10_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
): Promise<Response> {
  const nonce = import.meta.env.PROD ? randomBytes(16).toString("base64") : null;
  addDocumentHeaders(request, headers, nonce);
  headers.set("Content-Type", "text/html; charset=utf-8");
  // A machine reads a page once: it gets the whole one.
  const whole = isbot(request.headers.get("user-agent") ?? "");

  return new Promise((resolve, reject) => {
    let started = false;
    let failed = false;
    const start = () => {
      started = true;
      const body = new PassThrough();
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status: failed ? 500 : status }));
      pipe(body);
    };
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider value={nonce ?? ""}>
        <RemixServer context={context} url={request.url} {...(nonce === null ? {} : { nonce })} />
      </NonceProvider>,
      {
        ...(nonce === null ? {} : { nonce }),
        ...(whole ? { onAllReady: start } : { onShellReady: start }),
        onShellError: reject,
        onError(error) {
          failed = true;
          // What fails before the shell is there arrives at onShellError, and from there at handleError.
          if (started) log.error(errorFields(error), "a part of a page could not be rendered");
        },
      },
    );
    setTimeout(abort, streamTimeout + 1_000).unref();
  });
}

export function handleError(error: unknown, { request }: LoaderFunctionArgs | ActionFunctionArgs): void {
  // Whoever left no longer waits for an answer.
  if (request.signal.aborted) return;
  // A path that does not exist is no failure of ours, and may hold anything: it has no place in the log.
  if (isRouteErrorResponse(error) && error.status < 500) return;
  log.error({ path: new URL(request.url).pathname, ...errorFields(error) }, "a request failed");
}

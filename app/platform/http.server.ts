import type { z } from "zod";
import { errorFields, log } from "./log.server.ts";

/** An error that HTTP clients of the JSON interfaces are told, as `{ "error": { "code", "message" } }`. */
export class HttpError extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Record<string, string>;

  constructor(status: number, code: string, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

export function tooManyRequests(retryAfterSeconds: number, message: string): HttpError {
  return new HttpError(429, "too_many_requests", message, { "Retry-After": String(retryAfterSeconds) });
}

/** Bodies of the JSON interfaces are small: the longest message is 4,000 characters. */
const MOST_BODY_BYTES = 64 * 1024;

/**
 * Reads and validates a JSON body of up to 64 KB, or of `most` bytes. It stops reading at the limit, whatever length the client declared.
 * @throws HttpError 413, 400 with what is wrong where.
 */
export async function readJson<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  most = MOST_BODY_BYTES,
): Promise<z.infer<Schema>> {
  const text = await readText(request, most);
  let value: unknown;
  try {
    value = text.trim() === "" ? {} : JSON.parse(text);
  } catch {
    throw new HttpError(400, "invalid_json", "The body is not valid JSON.");
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.slice(0, 5).map((issue) => {
    const path = issue.path.join(".");
    return path ? `${path}: ${issue.message}` : issue.message;
  });
  throw new HttpError(400, "invalid_request", lines.join("; "));
}

async function readText(request: Request, most: number): Promise<string> {
  const tooLarge = () => new HttpError(413, "too_large", `The request is larger than ${most / 1024} KB.`);
  if (Number(request.headers.get("Content-Length") ?? 0) > most) throw tooLarge();
  if (!request.body) return "";
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  const reader = request.body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    bytes += next.value.byteLength;
    if (bytes > most) {
      await reader.cancel();
      throw tooLarge();
    }
    text += decoder.decode(next.value, { stream: true });
  }
  return text + decoder.decode();
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store", ...headers },
  });
}

/** Runs a handler of a JSON interface; whatever goes wrong, the client gets a fitting status and no internals. */
export async function answerJson(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Response) return error;
    if (error instanceof HttpError) return errorResponse(error);
    log.error(errorFields(error), "a request failed");
    return errorResponse(new HttpError(500, "internal", "Something went wrong on our side. Please try again."));
  }
}

function errorResponse(error: HttpError): Response {
  return json({ error: { code: error.code, message: error.message } }, error.status, error.headers);
}

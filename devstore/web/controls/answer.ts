import type { ErrorRequestHandler, Request, RequestHandler, Response } from "express";
import { z } from "zod";
import { asyncRoute } from "../async-route.ts";

/** A refusal that a control answers with; its words are for the developer who called it. */
export class ControlError extends Error {
  override readonly name = "ControlError";
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

type Handler<Body> = (body: Body, req: Request, res: Response) => unknown;

/** A control: the body checked by its schema, what the handler returns answered as JSON, 204 when it returns and sends nothing. */
export function control<Schema extends z.ZodType>(schema: Schema, handle: Handler<z.output<Schema>>): RequestHandler {
  return asyncRoute(async (req, res) => {
    const result = schema.safeParse(req.body);
    if (!result.success) throw new ControlError(422, "invalid_body", z.prettifyError(result.error));
    const answer: unknown = await handle(result.data, req, res);
    if (res.headersSent) return;
    if (answer === undefined) res.status(204).end();
    else res.json(answer);
  });
}

export const answerErrors: ErrorRequestHandler = (error: unknown, _req, res, next) => {
  if (res.headersSent) {
    next(error);
    return;
  }
  const { status, code, message } = describe(error);
  res.status(status).json({ error: { code, message } });
};

function describe(error: unknown): { status: number; code: string; message: string } {
  if (error instanceof ControlError) return error;
  if (error instanceof z.ZodError) return { status: 422, code: "invalid_body", message: z.prettifyError(error) };
  if (error instanceof RangeError) return { status: 422, code: "invalid_body", message: error.message };
  // body-parser's errors carry the status they mean.
  if (error instanceof Error && "status" in error && typeof error.status === "number") {
    return { status: error.status, code: "bad_request", message: error.message };
  }
  return { status: 500, code: "internal", message: error instanceof Error ? error.message : String(error) };
}

import type { NextFunction, Request, RequestHandler, Response } from "express";

/** Lets a handler be asynchronous: express 4 does not wait for a promise, so its failure is handed on here. */
export function asyncRoute(handle: (req: Request, res: Response) => Promise<unknown>): RequestHandler {
  return (req: Request, res: Response, next: NextFunction) => {
    handle(req, res).catch(next);
  };
}

import { Router } from "express";
import { z } from "zod";
import { answerCancellation } from "#devstore/store/cancellation-requests.ts";
import { fulfillmentOrderState } from "#devstore/store/derive.ts";
import type { Store } from "#devstore/store/store.ts";
import { control, ControlError } from "./answer.ts";

const cancellationBody = z.strictObject({ accepted: z.boolean(), message: z.string().nullable().default(null) });

/** What fulfillment services do, which no app of the merchant's can: `POST {id}/cancellation`; the id is a GID or its number. */
export function fulfillmentOrderControls(store: Store): Router {
  const router = Router();
  router.post(
    "/:id/cancellation",
    control(cancellationBody, (body, req) => {
      const id = req.params["id"] ?? "";
      const answer = answerCancellation(store, id, body);
      switch (answer.kind) {
        case "answered": {
          const { status, requestStatus } = fulfillmentOrderState(answer.item, store.nowInstant());
          return { order: answer.item.order.name, status, requestStatus };
        }
        case "unknown":
          throw new ControlError(404, "unknown_fulfillment_order", `There is no fulfillment order ${id}.`);
        case "not_asked":
          throw new ControlError(
            409,
            "not_asked",
            `No cancellation of fulfillment order ${id} is asked for: it is ${answer.requestStatus}.`,
          );
      }
    }),
  );
  return router;
}

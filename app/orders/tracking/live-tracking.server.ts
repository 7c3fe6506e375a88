import { env } from "../../platform/env.server.ts";
import { log } from "../../platform/log.server.ts";
import { createAfterShip } from "./aftership.server.ts";
import type { LiveTrackingPort } from "./port.ts";
import { remembering } from "./remembering.ts";

let made: LiveTrackingPort | null | undefined;

/** The process's live tracking, or null where no key is set: then Shopify's facts stand alone. */
export function liveTracking(): LiveTrackingPort | null {
  if (made === undefined) {
    const { AFTERSHIP_API_KEY: apiKey, AFTERSHIP_BASE_URL: baseUrl } = env();
    made =
      apiKey === undefined
        ? null
        : remembering(
            createAfterShip({
              apiKey,
              baseUrl,
              onFailure: (why) => {
                log.warn({ service: "aftership", why }, "live tracking failed");
              },
            }),
          );
  }
  return made;
}

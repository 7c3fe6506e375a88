import type { ParcelEventStatus } from "../snapshot.ts";

/** One parcel as a tracking service is asked about it. */
export type TrackingQuery = {
  /** The carrier's id in our table, where it is recognized. */
  carrierId: string | null;
  number: string;
  /** Where the order goes: local times without an offset are read in it, as carriers' pages show them. */
  timeZone: string;
};

export type LiveEvent = { status: ParcelEventStatus; message: string | null; happenedAt: Date; city: string | null };

/** What a tracking service knows of a parcel right now. */
export type LiveTracking =
  | {
      kind: "found";
      /** The service's name, for evidence: `aftership`. */
      service: string;
      /** In the service's order. */
      events: readonly LiveEvent[];
      /** The carrier's own estimate; never one that the service worked out. */
      estimatedDeliveryAt: Date | null;
    }
  /** The service does not know the number, or has not heard from the carrier yet. */
  | { kind: "unknown" }
  /** The service did not answer, not in time, or not sensibly. `why` is for the log. */
  | { kind: "unavailable"; why: string };

/** Asks an outside service where a parcel is. Never throws; an implementation bounds its own time. */
export interface LiveTrackingPort {
  lookUp(query: TrackingQuery): Promise<LiveTracking>;
}

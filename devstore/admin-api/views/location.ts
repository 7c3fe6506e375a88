import { gid } from "../../store/ids.ts";
import type { LocationRecord } from "../../store/records.ts";

export function locationView(location: LocationRecord | null) {
  if (location === null) return null;
  return {
    id: gid("Location", location.id),
    legacyResourceId: location.id,
    name: location.name,
    isActive: location.active,
    isFulfillmentService: location.kind !== "merchant",
    fulfillmentService: () => serviceView(location),
    address: { ...location.address, country: location.address.countryCode },
  };
}

export function serviceView(location: LocationRecord | null) {
  if (location === null || location.kind === "merchant") return null;
  const serviceName = location.service ?? location.name;
  return {
    id: gid("FulfillmentService", location.id),
    handle: serviceName.toLowerCase().replace(/[^a-z0-9]+/g, "-"),
    serviceName,
    type: "THIRD_PARTY",
    trackingSupport: true,
    inventoryManagement: true,
    callbackUrl: null,
    location: () => locationView(location),
  };
}

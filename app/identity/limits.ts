import type { Limit } from "../platform/rate-limit.server.ts";

const HOUR = 60 * 60;

/**
 * How often a guest may try an order number with an email: by conversation, by address where it is known, and by order,
 * so that neither one visitor nor many can try their way to somebody's order. Keys are blinded before they get here.
 */
export function identifyLimits(conversationId: string, ip: string | null, orderName: string): Limit[] {
  return [
    { key: `identify:conversation:${conversationId}`, limit: 6, seconds: HOUR },
    ...(ip === null ? [] : [{ key: `identify:ip:${ip}`, limit: 20, seconds: HOUR }]),
    { key: `identify:order:${orderName}`, limit: 15, seconds: HOUR },
  ];
}

/** New conversations from one address. Shoppers behind one address (offices, schools) fit well within the default. */
export function sessionLimits(ip: string, perHour: number): Limit[] {
  return [{ key: `session:ip:${ip}`, limit: perHour, seconds: HOUR }];
}

/** A proxy signature is good once, for as long as Shopify's own check takes it. */
export function signatureLimits(signature: string): Limit[] {
  return [{ key: `proxy:${signature}`, limit: 1, seconds: 5 * 60 }];
}

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

/**
 * How often codes may be asked for: by conversation, by address, by what was typed and by shop. Everything counts before
 * anything is looked up, so that the limits tell nothing about orders. Keys are blinded before they get here.
 */
export function codeRequestLimits(conversationId: string, ip: string | null, typed: readonly string[]): Limit[] {
  return [
    { key: `code:conversation:${conversationId}`, limit: 5, seconds: HOUR },
    ...(ip === null ? [] : [{ key: `code:ip:${ip}`, limit: 20, seconds: HOUR }]),
    ...typed.map((one) => ({ key: `code:typed:${one}`, limit: 5, seconds: HOUR })),
    { key: "code:shop", limit: 600, seconds: HOUR },
  ];
}

/** Codes that one mailbox is sent at most, whoever asks for them and for whichever order. */
export function mailboxLimits(email: string): Limit[] {
  return [{ key: `code:mailbox:${email}`, limit: 6, seconds: HOUR }];
}

/** How often a code may be entered, right or wrong, besides the few tries that each code has. */
export function codeTryLimits(conversationId: string, ip: string | null): Limit[] {
  return [
    { key: `code-try:conversation:${conversationId}`, limit: 15, seconds: HOUR },
    ...(ip === null ? [] : [{ key: `code-try:ip:${ip}`, limit: 40, seconds: HOUR }]),
  ];
}

const DAY = 24 * HOUR;

/** How often an address to be answered at may be left or changed. Keys are blinded before they get here. */
export function contactLimits(conversationId: string, ip: string): Limit[] {
  return [
    { key: `contact:conversation:${conversationId}`, limit: 10, seconds: HOUR },
    { key: `contact:ip:${ip}`, limit: 30, seconds: HOUR },
  ];
}

/**
 * How often what was said is mailed: by conversation, by address of whoever asks, by mailbox whoever asks, and by shop, so
 * that nobody's mailbox is filled from here. Keys are blinded before they get here.
 */
export function transcriptLimits(conversationId: string, ip: string, mailbox: string): Limit[] {
  return [
    { key: `transcript:conversation:${conversationId}`, limit: 3, seconds: DAY },
    { key: `transcript:ip:${ip}`, limit: 10, seconds: DAY },
    { key: `transcript:mailbox:${mailbox}`, limit: 5, seconds: DAY },
    { key: "transcript:shop", limit: 1_000, seconds: DAY },
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

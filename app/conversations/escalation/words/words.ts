import type { SensitiveReason } from "../reasons.ts";

/**
 * Words of one language that a person should read soon. Each is a piece of a regular expression, written as normalised text has
 * it (`normalise` in ../sensitive.ts): small letters without accents, words parted by one space, no other characters. In
 * languages that part words it stands for whole words. `innocent` is taken out first: what looks alike and means nothing.
 */
export type SensitiveWords = Record<SensitiveReason | "innocent", readonly string[]>;

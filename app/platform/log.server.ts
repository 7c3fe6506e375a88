import { pino } from "pino";

/**
 * The process's log: JSON lines on standard output.
 * It carries ids, codes and durations, and never a name, address, email, message text or token (P10).
 */
export const log = pino({
  level: process.env["LOG_LEVEL"] ?? "info",
  base: null,
  redact: {
    paths: ["*.email", "*.text", "*.token", "*.accessToken", "*.refreshToken", "headers"],
    censor: "[left out]",
  },
});

/** The parts of an error that are safe to log: messages of database errors can quote rows, so they stay out. */
export function errorFields(error: unknown): { error: string; code?: string; stack?: string | undefined } {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = "code" in error && typeof error.code === "string" ? { code: error.code } : {};
  const frames = error.stack?.split("\n").filter((line) => line.trimStart().startsWith("at "));
  return { error: error.name, ...code, stack: frames?.slice(0, 6).join("\n") };
}

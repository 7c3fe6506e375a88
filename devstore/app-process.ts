import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";

export type AppProcess = {
  url: string;
  /** Milliseconds from the process's own start to listening. */
  startedInMs: number;
  child: ChildProcess;
  /** Everything it logged, a line each. */
  lines: string[];
  /** Asks it to stop and waits until it has. */
  stop(signal?: NodeJS.Signals): Promise<void>;
};

export type AppOptions = {
  env: Record<string, string>;
  /** Hears every line the app logs. */
  onLine?: (line: string) => void;
};

/**
 * Starts the built app as a process of its own and waits until it listens.
 * @throws Error with what it printed, when it ends before that.
 */
export function startApp({ env, onLine }: AppOptions): Promise<AppProcess> {
  const child = spawn(process.execPath, ["--enable-source-maps", "server.ts"], {
    env: { PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? "", NODE_ENV: "production", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines: string[] = [];
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));

  return new Promise((resolve, reject) => {
    const hear = (line: string) => {
      lines.push(line);
      onLine?.(line);
      const said = line.startsWith('{"msg":"listening"') ? (JSON.parse(line) as { url: string; ms: number }) : null;
      if (!said) return;
      resolve({
        url: said.url,
        startedInMs: said.ms,
        child,
        lines,
        async stop(signal = "SIGTERM") {
          if (child.exitCode === null && child.signalCode === null) child.kill(signal);
          await ended;
        },
      });
    };
    createInterface({ input: child.stdout }).on("line", hear);
    createInterface({ input: child.stderr }).on("line", hear);
    child.once("error", reject);
    child.once("close", (code) => reject(new Error(`The app ended with ${code}:\n${lines.slice(-40).join("\n")}`)));
  });
}

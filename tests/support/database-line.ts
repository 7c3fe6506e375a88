import { createServer, connect, type Socket } from "node:net";
import type { AddressInfo } from "node:net";

/** The line between the app and its PostgreSQL server, which a test can cut, keep cut, or let go silent. */
export type DatabaseLine = {
  /** The database's URL by way of this line. */
  url: string;
  /** Connections that were asked for since the start. */
  asked: number;
  /** Breaks every connection and, until `mend`, refuses new ones. */
  cut(): void;
  /** Passes nothing on any more, without breaking a connection: what a lost network looks like. */
  silence(): void;
  mend(): void;
  close(): Promise<void>;
};

export async function startDatabaseLine(databaseUrl: string): Promise<DatabaseLine> {
  const target = new URL(databaseUrl);
  const pairs = new Set<[Socket, Socket]>();
  let state: "open" | "cut" | "silent" = "open";

  const server = createServer((near) => {
    line.asked += 1;
    if (state === "cut") return void near.destroy();
    const far = connect(Number(target.port || 5432), target.hostname);
    const pair: [Socket, Socket] = [near, far];
    pairs.add(pair);
    for (const [from, to] of [pair, [far, near] as const]) {
      from.on("data", (chunk) => {
        if (state !== "silent") to.write(chunk);
      });
      from.on("end", () => to.end());
      from.on("error", () => to.destroy());
      from.on("close", () => {
        to.destroy();
        pairs.delete(pair);
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const breakAll = () => {
    for (const [near, far] of pairs) {
      near.destroy();
      far.destroy();
    }
  };

  const url = new URL(databaseUrl);
  url.hostname = "127.0.0.1";
  url.port = String((server.address() as AddressInfo).port);
  const line: DatabaseLine = {
    url: url.href,
    asked: 0,
    cut() {
      state = "cut";
      breakAll();
    },
    silence() {
      state = "silent";
    },
    mend() {
      // What was swallowed meanwhile cannot be made good: those connections are lost.
      if (state === "silent") breakAll();
      state = "open";
    },
    close() {
      breakAll();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return line;
}

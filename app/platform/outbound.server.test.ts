import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { outboundFetch, PrivateAddressError, readOutboundUrl } from "./outbound.server.ts";
import { isPublicAddress } from "./public-address.ts";

describe("An address that a merchant names", () => {
  test.each(["https://api.openai.com/v1", "https://llm.example.com:8443/v1", "https://93.184.215.14/v1"])(
    "may be public: %s",
    (text) => expect(readOutboundUrl(text, []).kind).toBe("ok"),
  );

  test.each([
    ["http://api.openai.com/v1", "not_https"],
    ["ftp://example.com", "not_https"],
    ["no address", "no_url"],
    ["https://user:secret@example.com/v1", "no_url"],
    ["https://example.com/v1?to=other", "no_url"],
    ["https://localhost/v1", "private"],
    ["https://LOCALHOST./v1", "private"],
    ["https://metadata.google.internal/", "private"],
    ["https://127.0.0.1/v1", "private"],
    ["https://0x7f.1/v1", "private"],
    ["https://2130706433/v1", "private"],
    ["https://10.1.2.3/v1", "private"],
    ["https://169.254.169.254/latest/meta-data", "private"],
    ["https://[::1]/v1", "private"],
    ["https://[::ffff:10.0.0.1]/v1", "private"],
    ["https://[fd00::1]/v1", "private"],
    ["https://[fe80::1]/v1", "private"],
    ["https://[64:ff9b::a00:1]/v1", "private"],
  ])("may not be %s", (text, why) => expect(readOutboundUrl(text, [])).toEqual({ kind: "refused", why }));

  test("may be what the operator allows, by host or by host and port, and nothing beside it", () => {
    expect(readOutboundUrl("http://127.0.0.1:8080/v1", ["127.0.0.1:8080"]).kind).toBe("ok");
    expect(readOutboundUrl("http://ollama:11434/v1", ["ollama"]).kind).toBe("ok");
    expect(readOutboundUrl("http://127.0.0.1:8081/v1", ["127.0.0.1:8080"]).kind).toBe("refused");
    expect(readOutboundUrl("file://ollama/etc/passwd", ["ollama"]).kind).toBe("refused");
  });
});

test.each(["8.8.8.8", "2606:4700:4700::1111", "172.32.0.1", "100.128.0.1"])("%s is public", (address) => {
  expect(isPublicAddress(address)).toBe(true);
});
test.each([
  "172.31.255.255",
  "100.64.0.1",
  "0.0.0.0",
  "224.0.0.1",
  "255.255.255.255",
  "192.168.1.1",
  "::",
  "2002:a00:1::",
  "nonsense",
])("%s is not public", (address) => expect(isPublicAddress(address)).toBe(false));

describe("A request to such an address", () => {
  let server: Server;
  let host: string;
  const paths: string[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      paths.push(request.url ?? "");
      if (request.url === "/away") return void response.writeHead(302, { location: "/elsewhere" }).end();
      response.writeHead(200, { "content-type": "text/plain" });
      response.end(
        `${request.method} ${request.headers.authorization ?? ""} ${String(request.headers["openai-beta"])}`,
      );
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => void server.close());

  test("is checked where the connection is made: a public name for a private address leads nowhere", async () => {
    const answers = [
      [{ address: "127.0.0.1", family: 4 }],
      [
        { address: "93.184.215.14", family: 4 },
        { address: "fd00::1", family: 6 },
      ],
    ];
    for (const addresses of answers) {
      const fetch = outboundFetch([], (_name, _options, done) => done(null, addresses));
      const { port } = server.address() as AddressInfo;
      await expect(fetch(`https://llm.example.com:${port}/v1`)).rejects.toBeInstanceOf(PrivateAddressError);
    }
    await expect(outboundFetch([])(`https://${host}/v1`)).rejects.toBeInstanceOf(PrivateAddressError);
    expect(paths).toEqual([]);
  });

  test("is sent where the operator allows it, without what was not meant for it, and follows no redirect", async () => {
    const fetch = outboundFetch([host]);
    const headers = { Authorization: "Bearer theirs", "OpenAI-Beta": "the operator's" };
    const answer = await fetch(`http://${host}/v1`, { method: "POST", body: "{}", headers });
    expect([answer.status, await answer.text()]).toEqual([200, "POST Bearer theirs undefined"]);
    const away = await fetch(`http://${host}/away`);
    expect([away.status, paths.at(-1)]).toEqual([302, "/away"]);
  });

  test("ends when it is no longer wanted", async () => {
    const controller = new AbortController();
    controller.abort();
    await expect(outboundFetch([host])(`http://${host}/v1`, { signal: controller.signal })).rejects.toThrow();
  });
});

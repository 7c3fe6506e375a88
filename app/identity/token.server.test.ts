import { SignJWT } from "jose";
import { describe, expect, it } from "vitest";
import { keyFor } from "../platform/crypto.server.ts";
import {
  bearerToken,
  readConversationToken,
  RESUME_SECONDS,
  signConversationToken,
  TOKEN_SECONDS,
} from "./token.server.ts";

const claims = { shop: "a.myshopify.com", conversationId: "5b0f3a52-6c1f-4d0e-9b5a-0d9f6a1c2e3d", customerId: null };
const now = new Date("2026-11-20T12:00:00Z");
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

describe("A conversation token", () => {
  it("says whose conversation it is for as long as it holds", async () => {
    const { token, expiresAt } = await signConversationToken(claims, now);
    expect(expiresAt).toEqual(later(TOKEN_SECONDS));
    expect(await readConversationToken(token, later(TOKEN_SECONDS - 1))).toEqual({ kind: "valid", claims, expiresAt });
  });

  it("only resumes after its hour, and is worth nothing after thirty days", async () => {
    const { token } = await signConversationToken(claims, now);
    expect(await readConversationToken(token, later(TOKEN_SECONDS))).toMatchObject({ kind: "expired", claims });
    expect(await readConversationToken(token, later(TOKEN_SECONDS + RESUME_SECONDS))).toEqual({ kind: "invalid" });
  });

  it("is refused when tampered with, unsigned, or made for another purpose", async () => {
    const { token } = await signConversationToken(claims, now);
    const [head, body, signature] = token.split(".") as [string, string, string];
    const other = Buffer.from(JSON.stringify({ dest: "b.myshopify.com" })).toString("base64url");
    const none = Buffer.from(JSON.stringify({ alg: "none" })).toString("base64url");
    const elsewhere = await new SignJWT({ dest: claims.shop, cus: null })
      .setProtectedHeader({ alg: "HS256" })
      .setSubject(claims.conversationId)
      .setAudience("something else")
      .setIssuedAt(now)
      .setExpirationTime("1h")
      .sign(keyFor("conversation-token"));
    for (const forged of [
      `${head}.${other}.${signature}`,
      `${none}.${body}.`,
      `${head}.${body}.AAAA`,
      "",
      "a.b.c",
      elsewhere,
    ]) {
      expect(await readConversationToken(forged, now), forged).toEqual({ kind: "invalid" });
    }
  });

  it("is read from a bearer header and from nothing that only looks like one", () => {
    const from = (value: string) => bearerToken(new Request("http://x/", { headers: { Authorization: value } }));
    expect(from("Bearer a.b.c")).toBe("a.b.c");
    expect(from("bearer a.b.c")).toBeNull();
    expect(from("Bearer a.b")).toBeNull();
    expect(from("Basic YTpi")).toBeNull();
  });
});

import { createHmac, timingSafeEqual } from "node:crypto";
import type { Request, Response } from "express";
import type { CustomerRecord } from "#devstore/store/records.ts";
import type { Store } from "#devstore/store/store.ts";

/** Who is looking at the storefront, and in which language. */
export type Visitor = { customer: CustomerRecord | null; locale: string };

const CUSTOMER_COOKIE = "devstore_customer";
const LOCALE_COOKIE = "devstore_locale";
const LOCALE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

export class Visitors {
  readonly #store: Store;
  readonly #secret: string;

  constructor(store: Store, secret: string) {
    this.#store = store;
    this.#secret = secret;
  }

  of(req: Request): Visitor {
    const cookies = parseCookies(req.get("cookie"));
    const asked = typeof req.query["locale"] === "string" ? req.query["locale"] : cookies[LOCALE_COOKIE];
    const locale = asked !== undefined && LOCALE.test(asked) ? asked : (this.#store.shop.locales[0] ?? "en");
    return { customer: this.#customerOf(cookies[CUSTOMER_COOKIE]), locale };
  }

  /** `name=value` of the session cookie that makes somebody this customer. */
  cookie(customer: CustomerRecord): string {
    return `${CUSTOMER_COOKIE}=${customer.id}.${this.#sign(customer.id)}`;
  }

  logIn(res: Response, customer: CustomerRecord | null): void {
    const cookie = customer ? this.cookie(customer) : `${CUSTOMER_COOKIE}=; Max-Age=0`;
    res.append("Set-Cookie", `${cookie}; Path=/; HttpOnly; SameSite=Lax`);
  }

  rememberLocale(res: Response, locale: string): void {
    res.append("Set-Cookie", `${LOCALE_COOKIE}=${locale}; Path=/; SameSite=Lax`);
  }

  #customerOf(cookie: string | undefined): CustomerRecord | null {
    const [id = "", signature = ""] = (cookie ?? "").split(".");
    const expected = this.#sign(id);
    if (signature.length !== expected.length) return null;
    return timingSafeEqual(Buffer.from(signature), Buffer.from(expected)) ? this.#store.customer(id) : null;
  }

  #sign(id: string): string {
    return createHmac("sha256", this.#secret).update(`storefront customer ${id}`).digest("hex").slice(0, 32);
  }
}

function parseCookies(header = ""): Record<string, string> {
  const pairs = header.split(";").map((pair) => pair.trim().split("="));
  return Object.fromEntries(
    pairs.filter(([name]) => name !== "").map(([name = "", ...value]) => [name, value.join("=")]),
  );
}

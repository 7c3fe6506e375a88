import express, { Router } from "express";
import { z } from "zod";
import { asyncRoute } from "../async-route.ts";
import type { AccessTokens, Grant } from "./access-tokens.ts";
import { type AppCredentials, checkSessionToken } from "./session-tokens.ts";
import { type StaffMember, staffMember } from "./staff.ts";

const TOKEN_TYPE = {
  idToken: "urn:ietf:params:oauth:token-type:id_token",
  offline: "urn:shopify:params:oauth:token-type:offline-access-token",
  online: "urn:shopify:params:oauth:token-type:online-access-token",
} as const;

const flag = z
  .union([z.literal("1"), z.literal("0"), z.literal(1), z.literal(0), z.boolean()])
  .transform((value) => value === true || String(value) === "1");

const exchangeRequest = z.object({
  grant_type: z.literal("urn:ietf:params:oauth:grant-type:token-exchange"),
  client_id: z.string(),
  client_secret: z.string(),
  subject_token: z.string(),
  subject_token_type: z.enum([TOKEN_TYPE.idToken, TOKEN_TYPE.offline]),
  requested_token_type: z.enum([TOKEN_TYPE.offline, TOKEN_TYPE.online]).default(TOKEN_TYPE.offline),
  expiring: flag.default(false),
});

const refreshRequest = z.object({
  grant_type: z.literal("refresh_token"),
  client_id: z.string(),
  client_secret: z.string(),
  refresh_token: z.string(),
});

const tokenRequest = z.discriminatedUnion("grant_type", [exchangeRequest, refreshRequest]);

/** The OAuth errors of Shopify's token endpoint, all answered 400. */
const ERRORS = {
  invalid_request: "The request is missing a parameter or carries one that is not valid.",
  invalid_client: "Client authentication failed.",
  invalid_subject_token: "Token exchange cannot be performed due to an invalid subject token.",
  invalid_grant: "Token has been expired or revoked.",
  app_not_installed: "The app is not installed on this shop.",
} as const;

export type OAuthShop = {
  app: AppCredentials;
  tokens: AccessTokens;
  /** `{handle}.myshopify.com` */
  shopDomain: () => string;
  grantedScopes: () => readonly string[];
  isInstalled: () => boolean;
};

type Answer = { status: number; body: Record<string, unknown> };

/**
 * `POST /admin/oauth/access_token`: token exchange and refresh.
 *
 * Sources: https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/token-exchange and the requests
 * that `@shopify/shopify-api` sends. The answer to an offline exchange never has `associated_user`, which would make it online.
 */
export function oauthRoutes(shop: OAuthShop): Router {
  const router = Router();
  const parsers = [express.json(), express.urlencoded({ extended: false })];
  const handler = asyncRoute(async (req, res) => {
    const { status, body } = await answer(shop, req.body);
    res.status(status).json(body);
  });
  router.post("/admin/oauth/access_token", parsers, handler);
  return router;
}

async function answer(shop: OAuthShop, body: unknown): Promise<Answer> {
  const request = tokenRequest.safeParse(body);
  if (!request.success) return refusal("invalid_request");
  const { client_id, client_secret } = request.data;
  if (client_id !== shop.app.apiKey || client_secret !== shop.app.apiSecret) return refusal("invalid_client");
  if (!shop.isInstalled()) return refusal("app_not_installed");
  if (request.data.grant_type !== "refresh_token") return exchange(shop, request.data);
  const grant = shop.tokens.refresh(request.data.refresh_token);
  return grant ? offlineAnswer(shop, grant) : refusal("invalid_grant");
}

async function exchange(shop: OAuthShop, request: z.infer<typeof exchangeRequest>): Promise<Answer> {
  if (request.subject_token_type === TOKEN_TYPE.offline) {
    // An app that moves to expiring tokens hands in the one it has had until now.
    const valid = shop.tokens.check(request.subject_token).kind === "valid" && request.expiring;
    return valid ? offlineAnswer(shop, shop.tokens.grantOffline({ expiring: true })) : refusal("invalid_subject_token");
  }
  const check = await checkSessionToken(shop.app, shop.shopDomain(), request.subject_token);
  if (check.kind === "invalid") return refusal("invalid_subject_token");
  if (request.requested_token_type === TOKEN_TYPE.online) {
    const member = staffMember(check.userId);
    return member ? onlineAnswer(shop, member) : refusal("invalid_subject_token");
  }
  return offlineAnswer(shop, shop.tokens.grantOffline({ expiring: request.expiring }));
}

function offlineAnswer(shop: OAuthShop, { access, refresh }: Grant): Answer {
  return {
    status: 200,
    body: {
      access_token: access.value,
      scope: shop.grantedScopes().join(","),
      ...(access.expiresAt !== null && { expires_in: secondsUntil(access.expiresAt) }),
      ...(refresh && { refresh_token: refresh.value, refresh_token_expires_in: secondsUntil(refresh.expiresAt) }),
    },
  };
}

function onlineAnswer(shop: OAuthShop, member: StaffMember): Answer {
  const { access } = shop.tokens.grantOnline();
  const scope = shop.grantedScopes().join(",");
  const user = {
    id: member.id,
    first_name: member.firstName,
    last_name: member.lastName,
    email: member.email,
    email_verified: true,
    account_owner: member.accountOwner,
    locale: member.locale,
    collaborator: false,
  };
  const expires_in = secondsUntil(access.expiresAt ?? Date.now());
  return {
    status: 200,
    body: { access_token: access.value, scope, expires_in, associated_user_scope: scope, associated_user: user },
  };
}

function refusal(error: keyof typeof ERRORS): Answer {
  return { status: 400, body: { error, error_description: ERRORS[error] } };
}

function secondsUntil(time: number): number {
  return Math.max(0, Math.round((time - Date.now()) / 1000));
}

import { countUse } from "../platform/rate-limit.server.ts";
import { sql } from "../platform/db.server.ts";
import { env } from "../platform/env.server.ts";
import { tooManyRequests } from "../platform/http.server.ts";
import { sessionLimits } from "../identity/limits.ts";
import type { ProxyCaller } from "../identity/proxy-caller.server.ts";
import type { ConversationKey } from "../identity/scope.ts";
import { readConversationToken, signConversationToken } from "../identity/token.server.ts";
import { adoptCustomer } from "../identity/widen-scope.server.ts";
import { shopProfile } from "../shopify/shop-profile.server.ts";
import { type Conversation, createConversation, findConversation } from "./conversations.server.ts";
import { widgetLook } from "./widget-look.server.ts";
import { type WidgetSettings, widgetSettings } from "./widget-settings.ts";

export type OpenedSession = {
  token: string;
  conversationId: string;
  apiBase: string;
  expiresAt: string;
  settings: WidgetSettings;
};

/**
 * Opens a conversation for whoever the app proxy's signature names, or resumes the one an earlier token names.
 * A token is worth nothing to another shop or another customer: they get a conversation of their own.
 */
export async function openSession(
  caller: ProxyCaller,
  request: { conversationToken?: string | null | undefined; locale?: string | null | undefined; cards?: boolean },
): Promise<OpenedSession> {
  const [profile, look] = await Promise.all([shopProfile(caller.shop), widgetLook.read(caller.shop)]);
  const locale = request.locale ?? profile.locale;
  const key =
    (await resume(caller, request.conversationToken ?? null)) ??
    (await begin(caller, locale, request.cards === false ? "text" : "widget"));
  const { token, expiresAt } = await signConversationToken({ ...key, customerId: caller.customerId });
  return {
    token,
    conversationId: key.conversationId,
    apiBase: env().SHOPIFY_APP_URL.replace(/\/$/, ""),
    expiresAt: expiresAt.toISOString(),
    settings: widgetSettings(profile, look, locale, env().SMTP_URL !== undefined),
  };
}

async function begin(caller: ProxyCaller, locale: string, channel: Conversation["channel"]): Promise<ConversationKey> {
  const limited = await countUse(caller.shop, sessionLimits(caller.ip, env().CHAT_SESSIONS_PER_HOUR));
  if (limited) throw tooManyRequests(limited.retryAfterSeconds, "Too many conversations from this address.");
  return createConversation({ shop: caller.shop, customerId: caller.customerId, locale, channel });
}

async function resume(caller: ProxyCaller, token: string | null): Promise<ConversationKey | null> {
  if (!token) return null;
  const read = await readConversationToken(token);
  if (read.kind === "invalid" || read.claims.shop !== caller.shop) return null;
  const conversation = await findConversation(read.claims);
  if (!conversation || (await isOver(conversation))) return null;
  if (conversation.customerId === caller.customerId) return conversation;
  // A guest has logged in and goes on; somebody who logged out, or another customer, begins anew.
  if (conversation.customerId !== null || caller.customerId === null) return null;
  return (await adoptCustomer(conversation, caller.customerId)) ? conversation : null;
}

const OVER = `
  SELECT COALESCE(closed_at, updated_at) <= now() - interval '30 days' AS over
  FROM conversation WHERE shop = $1 AND id = $2::uuid`;

/** A closed conversation is taken up again where somebody may still remember it; after a month the next one begins. */
async function isOver({ shop, conversationId, status }: Conversation): Promise<boolean> {
  if (status !== "closed") return false;
  const [row] = await sql().query<{ over: boolean }>(OVER, [shop, conversationId]);
  return row?.over !== false;
}

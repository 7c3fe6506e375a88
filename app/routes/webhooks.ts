import type { ActionFunctionArgs } from "@remix-run/node";
import { privacyWebhooks } from "#app/conversations/privacy-webhooks.server.ts";
import { appWebhooks } from "#app/shopify/webhooks/app-webhooks.server.ts";
import { receiveWebhook } from "#app/shopify/webhooks/receive-webhook.server.ts";

export const loader = () => new Response(null, { status: 405 });

export const action = ({ request }: ActionFunctionArgs) =>
  receiveWebhook(request, { ...appWebhooks, ...privacyWebhooks });

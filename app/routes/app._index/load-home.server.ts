import { openDataRequests } from "../../conversations/data-requests.server.ts";
import { env } from "../../platform/env.server.ts";
import { errorFields, log } from "../../platform/log.server.ts";
import { readSetup } from "../../setup/setup-state.server.ts";
import { shopAdminUrl, storefrontUrl } from "../../shopify/gateway.server.ts";
import { missingScopes } from "../../shopify/scopes.ts";
import { widgetStatus } from "../../shopify/theme-embed.server.ts";
import type { WidgetStatus } from "../../shopify/theme-embed.server.ts";
import { may } from "../../staff/may.ts";
import type { Staff } from "../../staff/staff.ts";
import { figuresAtHome } from "./load-figures.server.ts";
import { ledgerAtHome } from "./load-ledger.server.ts";
import { modelAtHome } from "./load-model.server.ts";

/** What the home page shows. What Shopify or the database must be asked for follows when it is there. */
export async function loadHome(shop: string, grantedScopes: string | undefined, staff: Staff) {
  const { SHOPIFY_API_KEY } = env();
  // Begun first: it is what takes longest.
  const widget = checkWidget(shop);
  const figures = figuresAtHome(shop, may(staff, "read_conversations").kind === "yes");
  const ledger = ledgerAtHome(shop);
  const [model, dataRequests, setup] = await Promise.all([modelAtHome(shop), openDataRequests(shop), readSetup(shop)]);
  return {
    shop,
    missingScopes: missingScopes(grantedScopes),
    model,
    dataRequests,
    setup,
    links: {
      storefront: storefrontUrl(shop),
      themeEditor: shopAdminUrl(shop, "/themes/current/editor?context=apps"),
      turnOn: shopAdminUrl(shop, `/themes/current/editor?context=apps&activateAppId=${SHOPIFY_API_KEY}/chat`),
      permissions: shopAdminUrl(shop, `/oauth/install?client_id=${SHOPIFY_API_KEY}`),
    },
    widget,
    figures,
    ledger,
  };
}

/** A promise that a page waits for must not fail: nobody would be there to hear it if the page failed first. */
async function checkWidget(shop: string): Promise<WidgetStatus> {
  try {
    return await widgetStatus(shop);
  } catch (error) {
    log.error({ shop, ...errorFields(error) }, "the widget's status could not be read");
    return { kind: "unknown", why: "unavailable" };
  }
}

import type { HeadersFunction, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, Outlet, useLoaderData, useNavigation } from "@remix-run/react";
import { NavMenu } from "@shopify/app-bridge-react";
import polarisStyles from "@shopify/polaris/build/esm/styles.css?url";
import { AppProvider } from "@shopify/shopify-app-remix/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { AdminError } from "../components/admin-error.tsx";
import { adminTexts } from "../components/admin.texts.ts";
import { conversationTexts } from "../components/conversation.texts.ts";
import { playgroundTexts } from "../components/playground/playground.texts.ts";
import { policyTexts } from "../components/policies/policy.texts.ts";
import { resolutionTexts } from "../components/resolution.texts.ts";
import { settingsTexts } from "../components/settings/settings.texts.ts";
import { env } from "../platform/env.server.ts";
import { authenticateAdmin } from "../shopify/authenticate-admin.server.ts";
import { appBridgeUrl } from "../shopify/gateway.server.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: polarisStyles }];

export const meta: MetaFunction = () => [{ title: adminTexts.name }];

export async function loader({ request }: LoaderFunctionArgs) {
  await authenticateAdmin(request);
  return { apiKey: env().SHOPIFY_API_KEY, appBridge: appBridgeUrl() };
}

/** The frame of every page in the merchant's admin. */
export default function AdminShell() {
  const { apiKey, appBridge } = useLoaderData<typeof loader>();
  const busy = useNavigation().state !== "idle";
  return (
    <AppProvider isEmbeddedApp apiKey={apiKey} __APP_BRIDGE_URL={appBridge}>
      <NavMenu>
        <Link to="/app" rel="home">
          {adminTexts.home}
        </Link>
        <Link to="/app/conversations">{conversationTexts.heading}</Link>
        <Link to="/app/resolutions">{resolutionTexts.heading}</Link>
        <Link to="/app/policies">{policyTexts.heading}</Link>
        <Link to="/app/playground">{playgroundTexts.heading}</Link>
        <Link to="/app/orders">{adminTexts.orders}</Link>
        <Link to="/app/settings">{settingsTexts.heading}</Link>
      </NavMenu>
      <main aria-busy={busy}>
        <Outlet />
      </main>
    </AppProvider>
  );
}

export function ErrorBoundary() {
  return <AdminError />;
}

/** Responses that Shopify's library throws say in their headers what App Bridge has to do. */
export const headers: HeadersFunction = (args) => boundary.headers(args);

import type { HeadersFunction, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, Outlet, useLoaderData, useNavigation, useRouteError, useRouteLoaderData } from "@remix-run/react";
import { NavMenu, useAppBridge } from "@shopify/app-bridge-react";
import { useEffect } from "react";
import polarisStyles from "@shopify/polaris/build/esm/styles.css?url";
import { AppProvider } from "@shopify/shopify-app-remix/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import type { ReactNode } from "react";
import { AdminError } from "../components/admin-error.tsx";
import { adminTexts } from "../components/admin.texts.ts";
import { conversationTexts } from "../components/conversation.texts.ts";
import { playgroundTexts } from "../components/playground/playground.texts.ts";
import { policyTexts } from "../components/policies/policy.texts.ts";
import { resolutionTexts } from "../components/resolution.texts.ts";
import { notAllowedIn, NotAllowedPage } from "../components/staff/not-allowed-page.tsx";
import { settingsTexts } from "../components/settings/settings.texts.ts";
import { env } from "../platform/env.server.ts";
import { requireStaff } from "../staff/require-staff.server.ts";
import { appBridgeUrl } from "../shopify/gateway.server.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: polarisStyles }];

export const meta: MetaFunction = () => [{ title: adminTexts.name }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { staff } = await requireStaff(request, "look");
  return { staff, apiKey: env().SHOPIFY_API_KEY, appBridge: appBridgeUrl() };
}

/** The frame of every page in the merchant's admin. */
export default function AdminShell() {
  return (
    <Frame {...useLoaderData<typeof loader>()}>
      <Outlet />
    </Frame>
  );
}

function Frame({ apiKey, appBridge, children }: { apiKey: string; appBridge: string; children: ReactNode }) {
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
        <Link to="/app/quality">{adminTexts.quality}</Link>
        <Link to="/app/settings">{settingsTexts.heading}</Link>
      </NavMenu>
      <LoadingBar on={busy} />
      <main aria-busy={busy}>{children}</main>
    </AppProvider>
  );
}

/** The admin's own bar, while the next page is on its way. */
function LoadingBar({ on }: { on: boolean }) {
  const shopify = useAppBridge();
  useEffect(() => shopify.loading(on), [shopify, on]);
  return null;
}

/** A page that was refused to somebody's role leaves them the frame, with the way to all other pages. */
export function ErrorBoundary() {
  const frame = useRouteLoaderData<typeof loader>("routes/app");
  const refused = notAllowedIn(useRouteError());
  if (!frame || !refused) return <AdminError framed={false} />;
  return (
    <Frame {...frame}>
      <NotAllowedPage {...refused} />
    </Frame>
  );
}

/** Responses that Shopify's library throws say in their headers what App Bridge has to do. */
export const headers: HeadersFunction = (args) => boundary.headers(args);

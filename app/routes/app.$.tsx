import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { boundary } from "@shopify/shopify-app-remix/server";
import { adminTexts } from "../components/admin.texts.ts";
import { PageError } from "../components/page-error.tsx";
import { requireStaff } from "../staff/require-staff.server.ts";

/**
 * Every address under `/app` that no page has. Without a route of its own the server would give such an error to the
 * root and the browser, which then knows more routes, to the admin's frame: hydration would fail.
 */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, "look");
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- Remix shows the error page for a thrown Response
  throw new Response(null, { status: 404 });
}

export const headers: HeadersFunction = (args) => boundary.headers(args);

/** A route without a component would be a resource, whose errors nobody sees. */
export default function Nowhere() {
  return null;
}

export function ErrorBoundary() {
  return <PageError notFound={adminTexts.errors.notFound} url="/app" />;
}

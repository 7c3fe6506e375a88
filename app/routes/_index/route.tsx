import { redirect } from "@remix-run/node";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { texts } from "./texts.ts";

/** Shopify opens the app at its root, with the shop in the query. */
export function loader({ request }: LoaderFunctionArgs) {
  const { search, searchParams } = new URL(request.url);
  if (searchParams.has("shop")) return redirect(`/app${search}`);
  return null;
}

export const meta: MetaFunction = () => [{ title: texts.title }, { name: "description", content: texts.lead }];

export default function FrontPage() {
  return (
    <main style={{ fontFamily: "system-ui, sans-serif", maxWidth: "36rem", margin: "4rem auto", padding: "0 1rem" }}>
      <h1>{texts.title}</h1>
      <p>{texts.lead}</p>
      <p>{texts.open}</p>
    </main>
  );
}

import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { ListPage } from "../../components/list-page.tsx";
import { resolutionTexts } from "../../components/resolution.texts.ts";
import { readStep } from "../../platform/list-cursor.ts";
import { MOST_COUNTED, RESOLUTION_FILTERS, RESOLUTION_VIEWS } from "../../resolutions/resolution-list.ts";
import { requireStaff } from "../../staff/require-staff.server.ts";
import { loadCounts, loadList } from "./load-list.server.ts";
import { ResolutionRow } from "./resolution-row.tsx";
import { texts } from "./texts.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await requireStaff(request, "look");
  const asked = new URL(request.url).searchParams;
  const view = RESOLUTION_VIEWS.find((one) => one === asked.get("view")) ?? "all";
  const only = RESOLUTION_FILTERS.find((one) => one === asked.get("only")) ?? null;
  const page = loadList(session.shop, view, readStep(asked), only);
  return { view, only, counts: await loadCounts(session.shop), page };
}

export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Resolutions() {
  const { view, only, counts, page } = useLoaderData<typeof loader>();
  const views = RESOLUTION_VIEWS.map((id) => ({
    id,
    content: counts ? texts.view(id, counts[id], MOST_COUNTED) : texts.viewPlain[id],
  }));
  return (
    <ListPage
      heading={resolutionTexts.heading}
      views={views}
      view={view}
      only={only && { id: only, words: texts.only[only] }}
      page={page}
      texts={texts}
      row={(row, search) => <ResolutionRow row={row} search={search} />}
    />
  );
}

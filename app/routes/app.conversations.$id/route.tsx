import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { z } from "zod";
import { PageError } from "../../components/page-error.tsx";
import { requireStaff } from "../../staff/require-staff.server.ts";
import { loadOrder } from "../app.orders/load-order.server.ts";
import { DeskPage } from "./desk-page.tsx";
import { loadConversation } from "./load-conversation.server.ts";
import { texts } from "./texts.ts";

const idSchema = z.uuid();
const beforeSchema = z.coerce.number().int().positive().max(2_147_483_647).nullable().catch(null);
/** Orders that are told beside the conversation; of more, it names them. */
const MOST_ORDERS = 2;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shop, session, staff } = await requireStaff(request, "read_conversations");
  const id = idSchema.safeParse(params["id"]);
  const before = beforeSchema.parse(new URL(request.url).searchParams.get("before"));
  const loaded = id.success ? await loadConversation({ shop, conversationId: id.data }, staff, before) : null;
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- Remix shows the error page for a thrown Response
  if (!loaded) throw new Response(null, { status: 404 });
  const names = loaded.details.orderNames.slice(-MOST_ORDERS);
  const told = async (name: string) => ({ name, view: await loadOrder(shop, name, session.scope) });
  return { loaded, before, orders: Promise.all(names.map(told)) };
}

export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Conversation() {
  const { loaded, before, orders } = useLoaderData<typeof loader>();
  return <DeskPage key={`${loaded.id} ${before ?? "newest"}`} loaded={loaded} orders={orders} />;
}

export function ErrorBoundary() {
  return <PageError notFound={texts.notFound} title={texts.title} url="/app/conversations" />;
}

import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useNavigation, useRevalidator } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { BlockStack, Box, Button, Page, Text } from "@shopify/polaris";
import { boundary } from "@shopify/shopify-app-remix/server";
import { useState } from "react";
import { z } from "zod";
import { adminTexts } from "../../components/admin.texts.ts";
import { Deferred } from "../../components/deferred.tsx";
import { requireStaff } from "../../staff/require-staff.server.ts";
import { loadOrder } from "./load-order.server.ts";
import { OrderEmpty, OrderFailed, OrderLoading } from "./order-states.tsx";
import { OrderResult } from "./order-result.tsx";
import { SearchForm } from "./search-form.tsx";
import { texts } from "./texts.ts";

/** Longer than any order's name, so that what is cut is still told to be none. */
const LONGEST = 60;
const nameSchema = z
  .string()
  .transform((typed) => typed.trim().slice(0, LONGEST))
  .catch("");

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await requireStaff(request, "look");
  const name = nameSchema.parse(new URL(request.url).searchParams.get("name"));
  return { name, view: name === "" ? null : loadOrder(session.shop, name, session.scope) };
}

export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function OrderExplained() {
  const { name, view } = useLoaderData<typeof loader>();
  const { revalidate, state } = useRevalidator();
  const searching = useNavigation().state !== "idle";
  const [heard, setHeard] = useState("");
  const failed = (
    <OrderFailed
      view={{ kind: "unavailable", permissions: "", oldest: null, missing: [] }}
      name={name}
      again={revalidate}
    />
  );
  return (
    <Page
      title={adminTexts.orders}
      {...(view
        ? { primaryAction: <Button onClick={revalidate} loading={state === "loading"} children={texts.refresh} /> }
        : {})}
    >
      <TitleBar title={adminTexts.orders} />
      <div role="status">
        <Text as="p" visuallyHidden>
          {searching ? texts.loading : heard}
        </Text>
      </div>
      <BlockStack gap="400">
        <SearchForm key={name} name={name} busy={searching} />
        {searching ? (
          <OrderLoading />
        ) : view ? (
          <Deferred key={name} value={view} waiting={<OrderLoading />} failed={failed}>
            {(known) => <OrderResult view={known} name={name} again={revalidate} tell={setHeard} />}
          </Deferred>
        ) : (
          <OrderEmpty />
        )}
      </BlockStack>
      <Box paddingBlockEnd="800" />
    </Page>
  );
}

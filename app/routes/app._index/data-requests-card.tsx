import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, ButtonGroup, Card, InlineError, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import { saveAs } from "../../components/save-as.ts";
import { OnlyFor } from "../../components/staff/only-for.tsx";
import { useRefusal } from "../../components/staff/use-staff.ts";
import type { OpenDataRequest } from "../../conversations/data-requests.server.ts";
import { texts } from "./texts.ts";

/** Shown only while customers wait for an answer about their data. */
export function DataRequestsCard({ requests }: { requests: OpenDataRequest[] }) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {texts.dataRequests.heading}
        </Text>
        <Text as="p">{texts.dataRequests.text}</Text>
        <OnlyFor action="serve_data_request">
          {requests.map((request) => (
            <DataRequest key={request.id} {...request} />
          ))}
        </OnlyFor>
      </BlockStack>
    </Card>
  );
}

function DataRequest({ id, receivedAt }: OpenDataRequest) {
  const [failed, setFailed] = useState(false);
  const closing = useFetcher();
  const isOff = useRefusal("serve_data_request") !== null;
  const path = `/app/data-requests/${id}`;
  const errorId = `data-request-${id}`;
  const download = () => saveAs(path, `customer-data-${id}.json`).then(setFailed);
  return (
    <BlockStack gap="200">
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <Text as="p">
          <time dateTime={receivedAt}>{texts.dataRequests.received(receivedAt.slice(0, 10))}</time>
        </Text>
        <ButtonGroup>
          <Button disabled={isOff} onClick={download}>
            {texts.dataRequests.download}
          </Button>
          <Button
            loading={closing.state !== "idle"}
            disabled={isOff}
            onClick={() => closing.submit(null, { method: "post", action: path })}
          >
            {texts.dataRequests.done}
          </Button>
        </ButtonGroup>
      </InlineStack>
      {failed && <InlineError message={texts.dataRequests.failed} fieldID={errorId} />}
    </BlockStack>
  );
}

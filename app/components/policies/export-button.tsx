import { BlockStack, Button, InlineError, InlineStack } from "@shopify/polaris";
import { useId, useState } from "react";
import { saveAs } from "../save-as.ts";
import { policyTexts } from "./policy.texts.ts";

/** Downloads a policy: that in force, the draft, or a version. */
export function ExportButton({ version }: { version: number | "draft" | null }) {
  const id = useId();
  const [failed, setFailed] = useState(false);
  const download = () => {
    const path = `/app/policies/export${version === null ? "" : `?version=${version}`}`;
    void saveAs(path, `policy-${version ?? "in-force"}.json`).then(setFailed);
  };
  return (
    <BlockStack gap="100">
      <InlineStack>
        <Button onClick={download}>{policyTexts.export}</Button>
      </InlineStack>
      {failed && <InlineError message={policyTexts.exportFailed} fieldID={id} />}
    </BlockStack>
  );
}

import { Banner, BlockStack, List, Text } from "@shopify/polaris";
import type { RequiredScope } from "../../shopify/scopes.ts";
import { texts } from "./texts.ts";

export function PermissionsBanner({ missing, url }: { missing: RequiredScope[]; url: string }) {
  return (
    <Banner
      title={texts.permissions.heading}
      tone="warning"
      action={{ content: texts.permissions.review, url, target: "_top" }}
    >
      <BlockStack gap="200">
        <Text as="p">{texts.permissions.text}</Text>
        <List>
          {missing.map((scope) => (
            <List.Item key={scope}>{texts.permissions.needs[scope]}</List.Item>
          ))}
        </List>
      </BlockStack>
    </Banner>
  );
}

import { Banner, Text } from "@shopify/polaris";
import type { ModelAtHome } from "./load-model.server.ts";
import { texts } from "./texts.ts";

/** Shown while the month's limit for the model is nearly or wholly spent. */
export function SpendingBanner({ spending }: { spending: NonNullable<ModelAtHome["spending"]> }) {
  const words = spending.reached ? texts.spending.reached : texts.spending.nearly;
  return (
    <Banner
      tone={spending.reached ? "critical" : "warning"}
      title={words.title}
      action={{ content: texts.spending.action, url: "/app/settings/model" }}
    >
      <Text as="p">{words.text(spending.usd, spending.limit)}</Text>
    </Banner>
  );
}

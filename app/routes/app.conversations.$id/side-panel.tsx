import { BlockStack } from "@shopify/polaris";
import { TitledCard } from "../../components/titled-card.tsx";
import { DetailsCard } from "./details-card.tsx";
import { deskTexts } from "./desk.texts.ts";
import type { LoadedConversation } from "./load-conversation.server.ts";
import { OrderPanel, type PanelOrder } from "./order-panel.tsx";
import { SettledElsewhere, SettledHere, type WantedDecision } from "./settled-panel.tsx";
import type { ShownDesk } from "./shown-desk.ts";

type Props = {
  loaded: Pick<LoadedConversation, "details" | "settled" | "elsewhere">;
  desk: ShownDesk;
  orders: Promise<PanelOrder[]>;
  again: () => void;
  wanted: WantedDecision | null;
  onWanted: () => void;
};

/** What whoever answers has to know besides what was said: what waits for them first. */
export function SidePanel({ loaded: { details, settled, elsewhere }, desk, orders, again, wanted, onWanted }: Props) {
  const words = deskTexts.side;
  return (
    <BlockStack gap="400">
      {settled.length > 0 && (
        <TitledCard title={words.settled}>
          <SettledHere settled={settled} wanted={wanted} onWanted={onWanted} />
        </TitledCard>
      )}
      {details.orderNames.length > 0 && (
        <TitledCard title={words.order}>
          <OrderPanel orders={orders} again={again} />
        </TitledCard>
      )}
      <DetailsCard details={details} shopper={desk.shopper} />
      <TitledCard title={words.elsewhere}>
        <SettledElsewhere elsewhere={elsewhere} />
      </TitledCard>
    </BlockStack>
  );
}

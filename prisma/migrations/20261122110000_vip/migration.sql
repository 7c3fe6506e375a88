-- Whether the shopper carries one of the tags that the policy calls VIP: Shopify says so after the hand-over, and the queue
-- orders by it without asking Shopify again.
ALTER TABLE "conversation" ADD COLUMN "vip" BOOLEAN NOT NULL DEFAULT false;

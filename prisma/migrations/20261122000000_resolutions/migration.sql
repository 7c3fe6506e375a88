-- What the merchant allows. A version never changes once it is published.
CREATE TABLE "policy_version" (
    "shop" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "policy" JSONB NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_by" TEXT NOT NULL,
    CONSTRAINT "policy_version_pkey" PRIMARY KEY ("shop","version")
);

-- The ledger: what was proposed, confirmed, approved and executed.
CREATE TABLE "resolution" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "order_id" TEXT NOT NULL,
    "order_name" TEXT NOT NULL,
    "customer_id" TEXT,
    "reason" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "proposal" JSONB NOT NULL,
    "value_minor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "approved_at" TIMESTAMPTZ(3),
    "approved_by" TEXT,
    "settled_at" TIMESTAMPTZ(3),
    "lease_owner" UUID,
    "lease_until" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3),
    "outcome" JSONB,
    "told_state" TEXT NOT NULL DEFAULT 'proposed',
    CONSTRAINT "resolution_pkey" PRIMARY KEY ("shop","id")
);
CREATE INDEX "resolution_shop_conversation_id_idx" ON "resolution"("shop", "conversation_id");
CREATE INDEX "resolution_shop_order_id_idx" ON "resolution"("shop", "order_id");
CREATE INDEX "resolution_shop_customer_id_created_at_idx" ON "resolution"("shop", "customer_id", "created_at");
-- What is still to be done, over all shops, for the reconciler alone.
CREATE INDEX "resolution_due" ON "resolution"("next_at") WHERE "state" IN ('confirmed', 'approved', 'executing') OR "told_state" <> "state";

CREATE INDEX "resolution_expiring" ON "resolution"("expires_at") WHERE "state" IN ('proposed', 'awaiting_approval');

-- One row for each unit that a resolution has: no unit can have two.
CREATE TABLE "resolution_claim" (
    "shop" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "line" TEXT NOT NULL,
    "unit" INTEGER NOT NULL,
    "resolution_id" UUID NOT NULL,
    CONSTRAINT "resolution_claim_pkey" PRIMARY KEY ("shop","order_id","line","unit")
);
CREATE INDEX "resolution_claim_shop_resolution_id_idx" ON "resolution_claim"("shop", "resolution_id");

-- The outbox: a step is written here before Shopify is called, and again with what it answered.
CREATE TABLE "resolution_step" (
    "shop" TEXT NOT NULL,
    "resolution_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "before" JSONB,
    "result" JSONB,
    "calls" INTEGER NOT NULL DEFAULT 1,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    CONSTRAINT "resolution_step_pkey" PRIMARY KEY ("shop","resolution_id","step"),
    CONSTRAINT "resolution_step_shop_resolution_id_fkey" FOREIGN KEY ("shop","resolution_id") REFERENCES "resolution"("shop","id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- Photos shoppers send as evidence: re-encoded, without metadata, never served as they came.
CREATE TABLE "attachment" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "media_type" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "sent_seq" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "attachment_pkey" PRIMARY KEY ("shop","id")
);
CREATE INDEX "attachment_shop_conversation_id_idx" ON "attachment"("shop", "conversation_id");

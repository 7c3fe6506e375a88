-- CreateTable
CREATE TABLE "shop" (
    "shop" TEXT NOT NULL,
    "name" TEXT,
    "installed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "uninstalled_at" TIMESTAMPTZ(3),
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "currency" TEXT NOT NULL DEFAULT 'USD',
    "locale" TEXT NOT NULL DEFAULT 'en',
    "profile_read_at" TIMESTAMPTZ(3),
    "agent_name" TEXT NOT NULL DEFAULT '',
    "greeting" TEXT NOT NULL DEFAULT '',
    "tone" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "shop_pkey" PRIMARY KEY ("shop")
);

-- CreateTable
CREATE TABLE "shopify_session" (
    "shop" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "is_online" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL,
    "scope" TEXT,
    "expires_at" TIMESTAMPTZ(3),
    "access_token" TEXT,
    "refresh_token" TEXT,
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "user_id" TEXT,

    CONSTRAINT "shopify_session_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "conversation" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "channel" TEXT NOT NULL DEFAULT 'widget',
    "customer_id" TEXT,
    "order_ids" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "locale" TEXT NOT NULL DEFAULT 'en',
    "status" TEXT NOT NULL DEFAULT 'open',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seq" INTEGER NOT NULL DEFAULT 0,
    "unanswered_seq" INTEGER NOT NULL DEFAULT 0,
    "lease_owner" UUID,
    "lease_until" TIMESTAMPTZ(3),
    "turn_attempts" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "conversation_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "event" (
    "shop" TEXT NOT NULL,
    "conversation_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "type" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "client_message_id" TEXT,
    "body" JSONB NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("shop","conversation_id","seq")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "shop" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "window_start" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("shop","key")
);

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "shop" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("shop","event_id")
);

-- CreateTable
CREATE TABLE "data_request" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "customer_id" TEXT NOT NULL,
    "export" JSONB NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "data_request_pkey" PRIMARY KEY ("shop","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "shopify_session_id_key" ON "shopify_session"("id");

-- CreateIndex
CREATE INDEX "conversation_shop_updated_at_idx" ON "conversation"("shop", "updated_at");

-- CreateIndex
CREATE INDEX "conversation_shop_customer_id_idx" ON "conversation"("shop", "customer_id");

-- CreateIndex
CREATE UNIQUE INDEX "event_shop_conversation_id_client_message_id_key" ON "event"("shop", "conversation_id", "client_message_id");

-- CreateIndex
CREATE INDEX "rate_limit_expires_at_idx" ON "rate_limit"("expires_at");

-- CreateIndex
CREATE INDEX "webhook_delivery_received_at_idx" ON "webhook_delivery"("received_at");

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_shop_conversation_id_fkey" FOREIGN KEY ("shop", "conversation_id") REFERENCES "conversation"("shop", "id") ON DELETE CASCADE ON UPDATE CASCADE;



-- Shoppers who wait for an answer: what the takeover job looks through. Few rows at any time, so the index is partial.
CREATE INDEX "conversation_waiting_idx" ON "conversation"("lease_until") WHERE "unanswered_seq" > 0;

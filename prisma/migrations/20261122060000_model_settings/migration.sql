-- Which model answers a shop's shoppers, with the key for it sealed; and what it has cost each month, added to by every call.
CREATE TABLE "model_settings" (
  "shop" TEXT PRIMARY KEY,
  "settings" JSONB NOT NULL,
  "api_key" TEXT,
  "api_key_end" TEXT NOT NULL DEFAULT '',
  "api_key_origin" TEXT NOT NULL DEFAULT '',
  "api_key_set_at" TIMESTAMPTZ(3),
  "updated_at" TIMESTAMPTZ(3) NOT NULL
);

CREATE TABLE "model_spending" (
  "shop" TEXT NOT NULL,
  "month" TEXT NOT NULL,
  "micro_usd" BIGINT NOT NULL DEFAULT 0,
  "calls" INTEGER NOT NULL DEFAULT 0,
  "unpriced_calls" INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY ("shop", "month")
);

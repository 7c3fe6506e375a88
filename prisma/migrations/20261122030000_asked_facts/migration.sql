-- What was asked and what was known then, so that another policy can be asked the same. Null for rows from before, and for
-- people who were forgotten.
ALTER TABLE "resolution" ADD COLUMN "asked" JSONB;

-- Those of a period are read oldest first by a backtest.
CREATE INDEX "resolution_shop_created_at_id_idx" ON "resolution"("shop", "created_at", "id");

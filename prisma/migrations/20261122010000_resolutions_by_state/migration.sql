-- The merchant's lists and counts: each reads a page of one state, however long the ledger is.
CREATE INDEX "resolution_shop_state_created_at_id_idx" ON "resolution"("shop", "state", "created_at", "id");

-- An order has one resolution under way: two at once would take each other's work for their own. What was under way beside
-- another one before waits for its turn.
UPDATE "resolution" r SET "state" = CASE WHEN r."approved_by" IS NULL THEN 'confirmed' ELSE 'approved' END
WHERE r."state" = 'executing' AND EXISTS (
  SELECT 1 FROM "resolution" o
  WHERE o."shop" = r."shop" AND o."order_id" = r."order_id" AND o."state" = 'executing' AND o."id" < r."id"
);
CREATE UNIQUE INDEX "resolution_one_under_way" ON "resolution"("shop", "order_id") WHERE "state" = 'executing';

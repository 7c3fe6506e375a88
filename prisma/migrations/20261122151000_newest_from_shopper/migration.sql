-- Whoever hands a conversation back has to know what the shopper wrote last as of the row's lock, which the log, read as of
-- the statement's beginning, does not say. What was said before counts where people have it now.
ALTER TABLE "conversation" ADD COLUMN "shopper_seq" INTEGER NOT NULL DEFAULT 0;

UPDATE "conversation" c SET "shopper_seq" = COALESCE((SELECT max(e."seq") FROM "event" e
  WHERE e."shop" = c."shop" AND e."conversation_id" = c."id" AND e."type" = 'message' AND e."author" = 'shopper'), 0)
WHERE c."status" <> 'open';

-- What people at the desk work through is one in a hundred conversations: every index of theirs is partial, so that the
-- other ninety-nine pay nothing for it. Without a time by which to answer a conversation is the last one.
DROP INDEX "conversation_escalated_idx";
CREATE INDEX "conversation_desk_turn_idx" ON "conversation"
  ("shop", "waits_for", (COALESCE("due_at", '9999-12-31 00:00:00+00'::timestamptz)), "id") WHERE "status" = 'escalated';
CREATE INDEX "conversation_desk_person_idx" ON "conversation"
  ("shop", "assigned_to", (COALESCE("due_at", '9999-12-31 00:00:00+00'::timestamptz)), "id") WHERE "status" = 'escalated';
CREATE INDEX "conversation_desk_snoozed_idx" ON "conversation" ("shop", "snoozed_until", "id")
  WHERE "status" = 'escalated' AND "snoozed_until" IS NOT NULL;
CREATE INDEX "conversation_closed_idx" ON "conversation" ("shop", "updated_at", "id") WHERE "status" = 'closed';

-- What was given back lately, however long the ledger is.
CREATE INDEX "resolution_settled_idx" ON "resolution" ("shop", "settled_at") WHERE "state" = 'succeeded';

-- Up to which event a conversation can be searched. What is behind is found by its own index, whatever died in between.
ALTER TABLE "conversation" ADD COLUMN "indexed_seq" INTEGER NOT NULL DEFAULT 0;
CREATE INDEX "conversation_unindexed_idx" ON "conversation" ("updated_at") WHERE "indexed_seq" < "last_seq";

-- What can be searched of a conversation. `words` is what was said, by whom and about which orders; `placed` is where it
-- stands: its shop, its days, its language, whose it is. Both are read by one index, so that few rows are ever looked at.
CREATE TABLE "conversation_search" (
  "shop" TEXT NOT NULL,
  "conversation_id" UUID NOT NULL,
  "active_at" TIMESTAMPTZ(3) NOT NULL,
  "words" tsvector NOT NULL,
  "placed" tsvector NOT NULL,
  "order_names" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
  "messages" INTEGER NOT NULL DEFAULT 0,
  "late" BOOLEAN NOT NULL DEFAULT false,
  "indexed_seq" INTEGER NOT NULL,
  CONSTRAINT "conversation_search_pkey" PRIMARY KEY ("shop", "conversation_id"),
  CONSTRAINT "conversation_search_conversation_fkey" FOREIGN KEY ("shop", "conversation_id")
    REFERENCES "conversation"("shop", "id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "conversation_search_active_idx" ON "conversation_search" ("shop", "active_at", "conversation_id");
-- Written in the background alone, so that it is kept in order at once: a list of what is to be put in order would have to
-- be read through by every search.
CREATE INDEX "conversation_search_words_idx" ON "conversation_search" USING GIN ("words", "placed") WITH (fastupdate = off);

-- Filters that people keep for themselves, or share with everybody at the desk.
CREATE TABLE "saved_view" (
  "shop" TEXT NOT NULL,
  "id" UUID NOT NULL,
  "staff_id" TEXT NOT NULL,
  "shared" BOOLEAN NOT NULL DEFAULT false,
  "name" TEXT NOT NULL,
  "filters" JSONB NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "saved_view_pkey" PRIMARY KEY ("shop", "id")
);
CREATE INDEX "saved_view_shop_staff_id_idx" ON "saved_view" ("shop", "staff_id");

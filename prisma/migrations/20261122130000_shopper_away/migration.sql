-- A shopper who has left before people answer is mailed the answer: what they have been shown of it, what they have been
-- mailed, and when somebody should look. And how they rated the conversation, by the newest of their ratings.
ALTER TABLE "conversation"
  ADD COLUMN "shopper_seen_seq" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "mailed_seq" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "mail_at" TIMESTAMPTZ(3),
  ADD COLUMN "rating" INTEGER;

CREATE INDEX "conversation_mail_due" ON "conversation" ("mail_at") WHERE "mail_at" IS NOT NULL;

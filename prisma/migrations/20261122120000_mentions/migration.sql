-- Who is meant by a note among the staff: somebody who opens the app sees what waits for them without reading every log.
CREATE TABLE "mention" (
  "shop" TEXT NOT NULL,
  "staff_id" TEXT NOT NULL,
  "conversation_id" UUID NOT NULL,
  "seq" INTEGER NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "read_at" TIMESTAMPTZ(3),
  CONSTRAINT "mention_pkey" PRIMARY KEY ("shop", "staff_id", "conversation_id", "seq"),
  CONSTRAINT "mention_conversation_fkey" FOREIGN KEY ("shop", "conversation_id")
    REFERENCES "conversation" ("shop", "id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "mention_shop_staff_id_at_idx" ON "mention" ("shop", "staff_id", "at" DESC);
CREATE INDEX "mention_shop_conversation_id_idx" ON "mention" ("shop", "conversation_id");

-- Conversations of the agent's that people look at again, and what they learn from them.
CREATE TABLE "quality_review" (
  "shop" TEXT NOT NULL,
  "conversation_id" UUID NOT NULL,
  "day" DATE NOT NULL,
  -- Of a day's sample: as many as the shop wants, however many processes draw it.
  "place" INTEGER NOT NULL,
  "drawn_by" TEXT NOT NULL,
  "risks" TEXT[] NOT NULL DEFAULT '{}',
  "label" TEXT,
  "reason" TEXT,
  "comment" TEXT NOT NULL DEFAULT '',
  "reviewed_by" TEXT,
  "reviewed_name" TEXT,
  "reviewed_at" TIMESTAMPTZ(3),
  "suggestion" TEXT,
  "area" TEXT,
  "question" TEXT NOT NULL DEFAULT '',
  "proposed" TEXT NOT NULL DEFAULT '',
  "suggestion_state" TEXT,
  CONSTRAINT "quality_review_pkey" PRIMARY KEY ("shop", "conversation_id"),
  CONSTRAINT "quality_review_conversation_fkey" FOREIGN KEY ("shop", "conversation_id")
    REFERENCES "conversation" ("shop", "id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "quality_review_shop_day_place_key" ON "quality_review" ("shop", "day", "place");

-- What the merchant wants shoppers told, in the merchant's own words.
CREATE TABLE "merchant_answer" (
  "shop" TEXT NOT NULL,
  "id" UUID NOT NULL,
  -- The conversation that it was learnt from. It outlives one that is old, and goes with one that is erased.
  "conversation_id" UUID,
  "question" TEXT NOT NULL,
  "answer" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "created_by" TEXT NOT NULL,
  CONSTRAINT "merchant_answer_pkey" PRIMARY KEY ("shop", "id")
);
CREATE UNIQUE INDEX "merchant_answer_shop_conversation_id_key" ON "merchant_answer" ("shop", "conversation_id");

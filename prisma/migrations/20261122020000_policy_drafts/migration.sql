-- What a merchant is still writing: one draft for a shop. Every change takes a number that no draft ever had before, so that
-- whoever saves says exactly which text was read.
CREATE TABLE "policy_draft" (
    "shop" TEXT NOT NULL,
    "policy" JSONB NOT NULL,
    "revision" SERIAL NOT NULL,
    "based_on" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" TEXT NOT NULL,
    CONSTRAINT "policy_draft_pkey" PRIMARY KEY ("shop")
);

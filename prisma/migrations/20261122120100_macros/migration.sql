-- Answers that people at the desk write again and again, with blanks that a conversation fills in.
CREATE TABLE "macro" (
  "shop" TEXT NOT NULL,
  "id" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "body" TEXT NOT NULL,
  "shortcut" TEXT,
  "locale" TEXT,
  "uses" INTEGER NOT NULL DEFAULT 0,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,
  "updated_by" TEXT NOT NULL,
  CONSTRAINT "macro_pkey" PRIMARY KEY ("shop", "id")
);
-- Typing a shortcut means one macro.
CREATE UNIQUE INDEX "macro_shop_shortcut_key" ON "macro" ("shop", "shortcut");

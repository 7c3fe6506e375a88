-- How long the merchant wants conversations and photos kept, and what becomes of them when the app is removed.
CREATE TABLE "data_settings" (
  "shop" TEXT PRIMARY KEY,
  "settings" JSONB NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL
);

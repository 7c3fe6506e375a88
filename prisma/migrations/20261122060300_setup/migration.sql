-- What a merchant has said while setting the app up; everything else about it is looked up where it is true.
CREATE TABLE "setup" (
  "shop" TEXT PRIMARY KEY,
  "kept_policy_at" TIMESTAMPTZ(3),
  "live_at" TIMESTAMPTZ(3),
  "dismissed_at" TIMESTAMPTZ(3)
);

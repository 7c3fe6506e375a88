-- How long data is kept is one more subject that a merchant has a word on.
INSERT INTO "setting_document" ("shop", "subject", "settings", "updated_at")
SELECT "shop", 'data', "settings", "updated_at" FROM "data_settings";
DROP TABLE "data_settings";

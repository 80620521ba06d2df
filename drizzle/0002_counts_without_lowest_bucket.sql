-- The lowest bucket of each scale is not kept any more, since no rank asks for it.
DELETE FROM "standing_counts" WHERE "bucket" = 0;

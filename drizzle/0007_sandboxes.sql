CREATE TABLE "pictures" (
	"hash" text PRIMARY KEY NOT NULL,
	"png" "bytea" NOT NULL,
	"used_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sandboxes" (
	"ref" text PRIMARY KEY NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "sandboxes_by_use" ON "sandboxes" USING btree ("used_at");--> statement-breakpoint
-- The one playground that everybody shared is a sandbox like any other from now on, and ends like one.
INSERT INTO "sandboxes" ("ref", "made_at", "used_at")
SELECT "ref", now(), now() FROM "workspaces" WHERE "platform" = 'playground';

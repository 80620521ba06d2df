CREATE TABLE "drafts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "drafts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"workspace_id" bigint NOT NULL,
	"import_id" bigint NOT NULL,
	"line" integer NOT NULL,
	"question" jsonb NOT NULL,
	"synonyms" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "imports_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"workspace_id" bigint NOT NULL,
	"player_id" bigint NOT NULL,
	"name" text NOT NULL,
	"format" text NOT NULL,
	"english" boolean NOT NULL,
	"bytes" "bytea",
	"state" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	"problem" text,
	"lines" jsonb NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	CONSTRAINT "imports_in_workspace" UNIQUE("id","workspace_id")
);
--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_import_of_workspace" FOREIGN KEY ("import_id","workspace_id") REFERENCES "public"."imports"("id","workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_player_of_workspace" FOREIGN KEY ("player_id","workspace_id") REFERENCES "public"."players"("id","workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "drafts_of_workspace" ON "drafts" USING btree ("workspace_id","import_id","line");--> statement-breakpoint
CREATE INDEX "drafts_of_import" ON "drafts" USING btree ("import_id");--> statement-breakpoint
CREATE INDEX "imports_of_workspace" ON "imports" USING btree ("workspace_id","id");--> statement-breakpoint
CREATE INDEX "imports_of_player" ON "imports" USING btree ("player_id");--> statement-breakpoint
CREATE INDEX "imports_unread" ON "imports" USING btree ("id") WHERE "imports"."state" = 'waiting';
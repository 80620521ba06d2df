CREATE TABLE "changes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"workspace_id" bigint NOT NULL,
	"player_id" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"about" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "desk_sessions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "desk_sessions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"workspace_id" bigint NOT NULL,
	"player_id" bigint NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"opened_at" timestamp with time zone,
	"key_hash" text,
	CONSTRAINT "desk_sessions_key_hash_unique" UNIQUE("key_hash")
);
--> statement-breakpoint
ALTER TABLE "sandboxes" ADD COLUMN "owner" text;--> statement-breakpoint
ALTER TABLE "changes" ADD CONSTRAINT "changes_player_of_workspace" FOREIGN KEY ("player_id","workspace_id") REFERENCES "public"."players"("id","workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_sessions" ADD CONSTRAINT "desk_sessions_player_of_workspace" FOREIGN KEY ("player_id","workspace_id") REFERENCES "public"."players"("id","workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "changes_of_workspace" ON "changes" USING btree ("workspace_id","id");--> statement-breakpoint
CREATE INDEX "changes_of_player" ON "changes" USING btree ("player_id");--> statement-breakpoint
CREATE INDEX "desk_sessions_of_player" ON "desk_sessions" USING btree ("player_id");--> statement-breakpoint
CREATE INDEX "desk_sessions_by_age" ON "desk_sessions" USING btree ("asked_at");
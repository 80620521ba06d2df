CREATE TABLE "suggestions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "suggestions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"workspace_id" bigint NOT NULL,
	"player_id" bigint NOT NULL,
	"prompt" text NOT NULL,
	"answer" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"note" text,
	"suggested_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	"told_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_player_of_workspace" FOREIGN KEY ("player_id","workspace_id") REFERENCES "public"."players"("id","workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "suggestions_by_state" ON "suggestions" USING btree ("workspace_id","state","id");--> statement-breakpoint
CREATE INDEX "suggestions_of_player" ON "suggestions" USING btree ("player_id");--> statement-breakpoint
CREATE INDEX "suggestions_untold" ON "suggestions" USING btree ("id") WHERE "suggestions"."state" <> 'waiting' and "suggestions"."told_at" is null;
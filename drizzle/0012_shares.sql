CREATE TABLE "shares" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "shares_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"workspace_id" bigint NOT NULL,
	"round_id" bigint NOT NULL,
	"player_id" bigint NOT NULL,
	"pressed_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone,
	CONSTRAINT "shares_once" UNIQUE("round_id","player_id")
);
--> statement-breakpoint
ALTER TABLE "shares" ADD CONSTRAINT "shares_round_of_workspace" FOREIGN KEY ("round_id","workspace_id") REFERENCES "public"."rounds"("id","workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shares" ADD CONSTRAINT "shares_player_of_workspace" FOREIGN KEY ("player_id","workspace_id") REFERENCES "public"."players"("id","workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "shares_of_player" ON "shares" USING btree ("player_id");--> statement-breakpoint
CREATE INDEX "shares_undone" ON "shares" USING btree ("id") WHERE "shares"."done_at" is null;
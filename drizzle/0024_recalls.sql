CREATE TABLE "recalls" (
	"round_id" bigint NOT NULL,
	"player_id" bigint NOT NULL,
	"workspace_id" bigint NOT NULL,
	"knew" boolean NOT NULL,
	"pressed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "recalls_round_id_player_id_pk" PRIMARY KEY("round_id","player_id")
);
--> statement-breakpoint
ALTER TABLE "recalls" ADD CONSTRAINT "recalls_round_of_workspace" FOREIGN KEY ("round_id","workspace_id") REFERENCES "public"."rounds"("id","workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recalls" ADD CONSTRAINT "recalls_player_of_workspace" FOREIGN KEY ("player_id","workspace_id") REFERENCES "public"."players"("id","workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "recalls_of_player" ON "recalls" USING btree ("player_id");
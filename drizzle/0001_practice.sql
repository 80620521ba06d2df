CREATE TABLE "practice" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "practice_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"player_id" bigint NOT NULL,
	"question_id" text NOT NULL,
	"question_version" text NOT NULL,
	"card" jsonb
);
--> statement-breakpoint
ALTER TABLE "practice" ADD CONSTRAINT "practice_player_id_players_id_fk" FOREIGN KEY ("player_id") REFERENCES "public"."players"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "practice_of_player" ON "practice" USING btree ("player_id","question_id");
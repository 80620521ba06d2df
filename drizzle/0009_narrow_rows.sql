-- An answer that was told needs no entry in the indexes that find the same words and the same event again. The rows that
-- are there lose their keys when retention erases their texts.
ALTER TABLE "answers" DROP CONSTRAINT "answers_words", DROP CONSTRAINT "answers_event";--> statement-breakpoint
CREATE UNIQUE INDEX "answers_words" ON "answers" USING btree ("round_id","player_id","words_key") WHERE "answers"."words_key" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "answers_event" ON "answers" USING btree ("player_id","event_id") WHERE "answers"."event_id" is not null;--> statement-breakpoint
CREATE INDEX "answers_of_player" ON "answers" USING btree ("player_id");--> statement-breakpoint
-- Made again and not changed: a column that is dropped would go on taking room in every row.
ALTER TABLE "ledger" RENAME TO "wide_ledger";--> statement-breakpoint
ALTER TABLE "wide_ledger" DROP CONSTRAINT "ledger_pkey", DROP CONSTRAINT "ledger_grade_id_unique", DROP CONSTRAINT "ledger_grade_id_grades_id_fk";--> statement-breakpoint
DROP INDEX "ledger_of_workspace";--> statement-breakpoint
CREATE TABLE "ledger" (
	"grade_id" integer NOT NULL,
	"workspace_id" integer NOT NULL,
	"player_id" integer NOT NULL,
	"team_id" integer,
	"round_id" integer NOT NULL,
	"points" integer NOT NULL,
	"day" date NOT NULL
);--> statement-breakpoint
INSERT INTO "ledger" SELECT "grade_id", "workspace_id", "player_id", "team_id", "round_id", "points", "day" FROM "wide_ledger" ORDER BY "id";--> statement-breakpoint
DROP TABLE "wide_ledger";--> statement-breakpoint
ALTER TABLE "ledger" ADD PRIMARY KEY ("grade_id");--> statement-breakpoint
ALTER TABLE "ledger" ADD CONSTRAINT "ledger_grade_id_grades_id_fk" FOREIGN KEY ("grade_id") REFERENCES "public"."grades"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ledger_of_workspace" ON "ledger" USING btree ("workspace_id","day");--> statement-breakpoint
-- What statements give back stays as wide as it is: a connection of the release before has them prepared.
ALTER TABLE "standings" ALTER COLUMN "workspace_id" SET DATA TYPE integer;--> statement-breakpoint
ALTER TABLE "team_day_players" ALTER COLUMN "workspace_id" SET DATA TYPE integer, ALTER COLUMN "team_id" SET DATA TYPE integer, ALTER COLUMN "player_id" SET DATA TYPE integer;--> statement-breakpoint
ALTER TABLE "team_days" ALTER COLUMN "workspace_id" SET DATA TYPE integer, ALTER COLUMN "team_id" SET DATA TYPE integer;

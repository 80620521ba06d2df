CREATE TYPE "public"."board_kind" AS ENUM('players', 'teams-sum', 'teams-best-three');--> statement-breakpoint
CREATE TYPE "public"."board_window" AS ENUM('all', 'month', 'week');--> statement-breakpoint
CREATE TABLE "standing_counts" (
	"workspace_id" bigint NOT NULL,
	"board_window" "board_window" NOT NULL,
	"starts_on" date NOT NULL,
	"kind" "board_kind" NOT NULL,
	"scale" smallint NOT NULL,
	"bucket" integer NOT NULL,
	"shard" integer DEFAULT 0 NOT NULL,
	"subjects" integer NOT NULL,
	CONSTRAINT "standing_counts_workspace_id_board_window_starts_on_kind_scale_bucket_shard_pk" PRIMARY KEY("workspace_id","board_window","starts_on","kind","scale","bucket","shard")
);
--> statement-breakpoint
DROP INDEX "grades_of_answer";--> statement-breakpoint
DROP INDEX "rounds_latest";--> statement-breakpoint
DROP INDEX "standings_best_first";--> statement-breakpoint
DROP INDEX "team_day_players_best_first";--> statement-breakpoint
ALTER TABLE "standings" ALTER COLUMN "board_window" SET DATA TYPE "public"."board_window" USING "board_window"::"public"."board_window";--> statement-breakpoint
ALTER TABLE "standings" ALTER COLUMN "kind" SET DATA TYPE "public"."board_kind" USING "kind"::"public"."board_kind";--> statement-breakpoint
CREATE INDEX "grades_of_answer" ON "grades" USING btree ("answer_id","id");--> statement-breakpoint
CREATE INDEX "rounds_latest" ON "rounds" USING btree ("channel_id","id");--> statement-breakpoint
CREATE INDEX "standings_best_first" ON "standings" USING btree ("workspace_id","board_window","starts_on","kind","points" DESC NULLS FIRST,"subject_id") WHERE "standings"."points" > 0;--> statement-breakpoint
CREATE INDEX "team_day_players_best_first" ON "team_day_players" USING btree ("workspace_id","team_id","day","points");
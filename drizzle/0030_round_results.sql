CREATE TABLE "round_results" (
	"round_id" bigint PRIMARY KEY NOT NULL,
	"missed" jsonb NOT NULL,
	"wordings" jsonb NOT NULL,
	"wrong_answers" bigint[] NOT NULL,
	"wrong_people" integer NOT NULL,
	"telling" double precision[] NOT NULL
);
--> statement-breakpoint
ALTER TABLE "rounds" DROP CONSTRAINT "rounds_overlay_of_workspace";
--> statement-breakpoint
ALTER TABLE "round_results" ADD CONSTRAINT "round_results_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_overlay_of_workspace" FOREIGN KEY ("overlay_id","workspace_id") REFERENCES "public"."overlays"("id","workspace_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- A trigger, so that it holds for grades that the release before saves too.
CREATE FUNCTION forget_round_results() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM round_results WHERE round_id IN (
    SELECT round_id FROM round_results
    WHERE round_id IN (SELECT answers.round_id FROM graded JOIN answers ON answers.id = graded.answer_id)
    ORDER BY round_id FOR UPDATE
  );
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER forget_round_results AFTER INSERT ON grades REFERENCING NEW TABLE AS graded
  FOR EACH STATEMENT EXECUTE FUNCTION forget_round_results();

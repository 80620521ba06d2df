CREATE TABLE "ruling_notices" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "ruling_notices_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"workspace_id" bigint NOT NULL,
	"ruling_id" bigint NOT NULL,
	"answer_id" bigint NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"told_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "rulings" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "rulings_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"workspace_id" bigint NOT NULL,
	"question_id" text NOT NULL,
	"question_version" text NOT NULL,
	"words_key" text NOT NULL,
	"mark" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"answer_id" bigint NOT NULL,
	"decided_by" bigint NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "rulings_words" UNIQUE("workspace_id","question_id","question_version","words_key"),
	CONSTRAINT "rulings_in_workspace" UNIQUE("id","workspace_id")
);
--> statement-breakpoint
ALTER TABLE "ruling_notices" ADD CONSTRAINT "ruling_notices_answer_id_answers_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ruling_notices" ADD CONSTRAINT "ruling_notices_ruling_of_workspace" FOREIGN KEY ("ruling_id","workspace_id") REFERENCES "public"."rulings"("id","workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rulings" ADD CONSTRAINT "rulings_answer_id_answers_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rulings" ADD CONSTRAINT "rulings_player_of_workspace" FOREIGN KEY ("decided_by","workspace_id") REFERENCES "public"."players"("id","workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ruling_notices_of_ruling" ON "ruling_notices" USING btree ("ruling_id");--> statement-breakpoint
CREATE INDEX "ruling_notices_of_answer" ON "ruling_notices" USING btree ("answer_id");--> statement-breakpoint
CREATE INDEX "ruling_notices_untold" ON "ruling_notices" USING btree ("id") WHERE "ruling_notices"."told_at" is null;--> statement-breakpoint
CREATE INDEX "rulings_latest" ON "rulings" USING btree ("workspace_id","decided_at");--> statement-breakpoint
CREATE INDEX "rulings_of_answer" ON "rulings" USING btree ("answer_id");--> statement-breakpoint
CREATE INDEX "rulings_of_player" ON "rulings" USING btree ("decided_by");
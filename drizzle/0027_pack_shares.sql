CREATE TABLE "pack_shares" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "pack_shares_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"workspace_id" bigint NOT NULL,
	"pack_id" bigint NOT NULL,
	"shared_at" timestamp with time zone NOT NULL,
	"taken_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "suggestions" ADD COLUMN "question_id" text;--> statement-breakpoint
ALTER TABLE "suggestions" ADD COLUMN "asked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "suggestions" ADD COLUMN "asked_told_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "pack_shares" ADD CONSTRAINT "pack_shares_pack_of_workspace" FOREIGN KEY ("pack_id","workspace_id") REFERENCES "public"."packs"("id","workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "pack_shares_of_pack" ON "pack_shares" USING btree ("workspace_id","pack_id");--> statement-breakpoint
CREATE INDEX "suggestions_asked_untold" ON "suggestions" USING btree ("id") WHERE "suggestions"."asked_at" is not null and "suggestions"."asked_told_at" is null;--> statement-breakpoint
CREATE INDEX "suggestions_of_question" ON "suggestions" USING btree ("workspace_id","question_id");
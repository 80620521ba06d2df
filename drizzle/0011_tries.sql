CREATE TABLE "tries" (
	"hash" text PRIMARY KEY NOT NULL,
	"times" integer DEFAULT 1 NOT NULL,
	"begun_at" timestamp with time zone DEFAULT now() NOT NULL
);

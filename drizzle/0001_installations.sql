CREATE TABLE "installations" (
	"owner" text PRIMARY KEY NOT NULL,
	"sealed" text NOT NULL
);

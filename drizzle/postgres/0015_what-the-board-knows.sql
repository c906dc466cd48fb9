CREATE TABLE "coordination_reminders" (
	"thread_id" text PRIMARY KEY NOT NULL,
	"reminded_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event_regencies" (
	"event_id" text NOT NULL,
	"regency_code" text NOT NULL,
	"province_code" text NOT NULL,
	CONSTRAINT "event_regencies_event_id_regency_code_pk" PRIMARY KEY("event_id","regency_code")
);
--> statement-breakpoint
ALTER TABLE "coordination_reminders" ADD CONSTRAINT "coordination_reminders_thread_id_coordination_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."coordination_threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_regencies" ADD CONSTRAINT "event_regencies_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "coordination_threads_due" ON "coordination_threads" USING btree ("status","due_on");
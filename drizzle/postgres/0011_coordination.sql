CREATE TABLE "coordination_messages" (
	"id" text PRIMARY KEY NOT NULL,
	"thread_id" text NOT NULL,
	"office_code" text NOT NULL,
	"body" text NOT NULL,
	"written_by" text NOT NULL,
	"written_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "coordination_notes" (
	"id" text PRIMARY KEY NOT NULL,
	"sender_code" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"due_on" text NOT NULL,
	"figure" text,
	"written_by" text NOT NULL,
	"written_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "coordination_threads" (
	"id" text PRIMARY KEY NOT NULL,
	"note_id" text NOT NULL,
	"sender_code" text NOT NULL,
	"recipient_code" text NOT NULL,
	"status" text NOT NULL,
	"due_on" text NOT NULL,
	"figure_then" text,
	"last_at" bigint NOT NULL,
	"closed_by" text,
	"closed_at" bigint,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
DROP INDEX "applications_regency";--> statement-breakpoint
ALTER TABLE "coordination_messages" ADD CONSTRAINT "coordination_messages_thread_id_coordination_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."coordination_threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coordination_messages" ADD CONSTRAINT "coordination_messages_written_by_accounts_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coordination_notes" ADD CONSTRAINT "coordination_notes_written_by_accounts_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coordination_threads" ADD CONSTRAINT "coordination_threads_note_id_coordination_notes_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."coordination_notes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coordination_threads" ADD CONSTRAINT "coordination_threads_closed_by_accounts_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "coordination_messages_thread" ON "coordination_messages" USING btree ("thread_id","written_at");--> statement-breakpoint
CREATE INDEX "coordination_messages_written_by" ON "coordination_messages" USING btree ("written_by");--> statement-breakpoint
CREATE INDEX "coordination_notes_written_by" ON "coordination_notes" USING btree ("written_by");--> statement-breakpoint
CREATE UNIQUE INDEX "coordination_threads_note" ON "coordination_threads" USING btree ("note_id","recipient_code");--> statement-breakpoint
CREATE INDEX "coordination_threads_sent" ON "coordination_threads" USING btree ("sender_code","status","last_at","id");--> statement-breakpoint
CREATE INDEX "coordination_threads_received" ON "coordination_threads" USING btree ("recipient_code","status","last_at","id");--> statement-breakpoint
CREATE INDEX "coordination_threads_contact" ON "coordination_threads" USING btree ("sender_code","recipient_code","last_at");--> statement-breakpoint
CREATE INDEX "coordination_threads_closed_by" ON "coordination_threads" USING btree ("closed_by");--> statement-breakpoint
CREATE INDEX "applications_decided" ON "applications" USING btree ("regency_code","status","decided_at","submitted_at");--> statement-breakpoint
CREATE INDEX "applications_regency" ON "applications" USING btree ("regency_code","status","submitted_at","id","due_at");
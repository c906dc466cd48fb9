CREATE TABLE "event_attendees" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"group_id" text,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"origin" text,
	"token" text NOT NULL,
	"code" text NOT NULL,
	"present_at" bigint,
	"present_way" text,
	"marked_by" text,
	"registered_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event_certificates" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"attendee_id" text NOT NULL,
	"serial" integer NOT NULL,
	"code" text NOT NULL,
	"facts" jsonb NOT NULL,
	"issued_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event_decisions" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"office_code" text NOT NULL,
	"province_code" text NOT NULL,
	"what" text NOT NULL,
	"group_id" text,
	"who" text NOT NULL,
	"due_on" text NOT NULL,
	"state" text NOT NULL,
	"state_since" bigint NOT NULL,
	"note" text,
	"reminded_at" bigint,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event_evaluations" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"attendee_id" text NOT NULL,
	"usefulness" integer NOT NULL,
	"clarity" integer NOT NULL,
	"materials" integer NOT NULL,
	"organisation" integer NOT NULL,
	"comment" text,
	"answered_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event_invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"group_id" text NOT NULL,
	"group_key" text NOT NULL,
	"invited_at" bigint NOT NULL,
	"reply" text,
	"note" text,
	"replied_by" text,
	"replied_at" bigint,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event_materials" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"title" text NOT NULL,
	"mime" text NOT NULL,
	"bytes" integer NOT NULL,
	"pages" integer NOT NULL,
	"sha256" text NOT NULL,
	"added_by" text NOT NULL,
	"added_at" bigint NOT NULL,
	"removed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "event_rounds" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"criteria" jsonb NOT NULL,
	"found" integer NOT NULL,
	"invited" integer NOT NULL,
	"sent_by" text NOT NULL,
	"sent_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" text PRIMARY KEY NOT NULL,
	"office_code" text NOT NULL,
	"province_code" text NOT NULL,
	"status" text NOT NULL,
	"status_since" bigint NOT NULL,
	"status_reason" text,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"title_key" text NOT NULL,
	"purpose" text NOT NULL,
	"venue" text,
	"place_code" text,
	"online_url" text,
	"zone" text NOT NULL,
	"starts_at" bigint NOT NULL,
	"ends_at" bigint NOT NULL,
	"reply_until" bigint NOT NULL,
	"capacity" integer,
	"topics" jsonb NOT NULL,
	"invited_groups" integer DEFAULT 0 NOT NULL,
	"accepted_groups" integer DEFAULT 0 NOT NULL,
	"declined_groups" integer DEFAULT 0 NOT NULL,
	"registered_people" integer DEFAULT 0 NOT NULL,
	"present_people" integer DEFAULT 0 NOT NULL,
	"committee_hash" text,
	"minutes" text,
	"minutes_at" bigint,
	"certificate_series" text,
	"certificates" integer DEFAULT 0 NOT NULL,
	"certificate_run" integer DEFAULT 0 NOT NULL,
	"certificate_sha256" text,
	"certificate_bytes" integer,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "event_attendees" ADD CONSTRAINT "event_attendees_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_attendees" ADD CONSTRAINT "event_attendees_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_attendees" ADD CONSTRAINT "event_attendees_marked_by_accounts_id_fk" FOREIGN KEY ("marked_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_certificates" ADD CONSTRAINT "event_certificates_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_certificates" ADD CONSTRAINT "event_certificates_attendee_id_event_attendees_id_fk" FOREIGN KEY ("attendee_id") REFERENCES "public"."event_attendees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_decisions" ADD CONSTRAINT "event_decisions_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_decisions" ADD CONSTRAINT "event_decisions_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_decisions" ADD CONSTRAINT "event_decisions_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_evaluations" ADD CONSTRAINT "event_evaluations_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_evaluations" ADD CONSTRAINT "event_evaluations_attendee_id_event_attendees_id_fk" FOREIGN KEY ("attendee_id") REFERENCES "public"."event_attendees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_invitations" ADD CONSTRAINT "event_invitations_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_invitations" ADD CONSTRAINT "event_invitations_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_invitations" ADD CONSTRAINT "event_invitations_replied_by_accounts_id_fk" FOREIGN KEY ("replied_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_materials" ADD CONSTRAINT "event_materials_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_materials" ADD CONSTRAINT "event_materials_added_by_accounts_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_rounds" ADD CONSTRAINT "event_rounds_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_rounds" ADD CONSTRAINT "event_rounds_sent_by_accounts_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_place_code_regions_code_fk" FOREIGN KEY ("place_code") REFERENCES "public"."regions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "event_attendees_token" ON "event_attendees" USING btree ("token");--> statement-breakpoint
CREATE UNIQUE INDEX "event_attendees_code" ON "event_attendees" USING btree ("event_id","code");--> statement-breakpoint
CREATE INDEX "event_attendees_list" ON "event_attendees" USING btree ("event_id","name_key","id");--> statement-breakpoint
CREATE INDEX "event_attendees_group" ON "event_attendees" USING btree ("group_id","event_id");--> statement-breakpoint
CREATE INDEX "event_attendees_marked_by" ON "event_attendees" USING btree ("marked_by");--> statement-breakpoint
CREATE UNIQUE INDEX "event_certificates_attendee" ON "event_certificates" USING btree ("attendee_id");--> statement-breakpoint
CREATE UNIQUE INDEX "event_certificates_serial" ON "event_certificates" USING btree ("event_id","serial");--> statement-breakpoint
CREATE UNIQUE INDEX "event_certificates_code" ON "event_certificates" USING btree ("code");--> statement-breakpoint
CREATE INDEX "event_decisions_office" ON "event_decisions" USING btree ("office_code","state","due_on","id");--> statement-breakpoint
CREATE INDEX "event_decisions_province" ON "event_decisions" USING btree ("province_code","state","due_on","id");--> statement-breakpoint
CREATE INDEX "event_decisions_due" ON "event_decisions" USING btree ("state","due_on","id");--> statement-breakpoint
CREATE INDEX "event_decisions_event" ON "event_decisions" USING btree ("event_id","due_on");--> statement-breakpoint
CREATE INDEX "event_decisions_group" ON "event_decisions" USING btree ("group_id","state");--> statement-breakpoint
CREATE INDEX "event_decisions_created_by" ON "event_decisions" USING btree ("created_by");--> statement-breakpoint
CREATE UNIQUE INDEX "event_evaluations_once" ON "event_evaluations" USING btree ("attendee_id");--> statement-breakpoint
CREATE INDEX "event_evaluations_event" ON "event_evaluations" USING btree ("event_id","answered_at");--> statement-breakpoint
CREATE UNIQUE INDEX "event_invitations_once" ON "event_invitations" USING btree ("event_id","group_id");--> statement-breakpoint
CREATE INDEX "event_invitations_list" ON "event_invitations" USING btree ("event_id","group_key","id");--> statement-breakpoint
CREATE INDEX "event_invitations_group" ON "event_invitations" USING btree ("group_id","invited_at");--> statement-breakpoint
CREATE INDEX "event_invitations_replied_by" ON "event_invitations" USING btree ("replied_by");--> statement-breakpoint
CREATE INDEX "event_materials_event" ON "event_materials" USING btree ("event_id","added_at");--> statement-breakpoint
CREATE INDEX "event_materials_added_by" ON "event_materials" USING btree ("added_by");--> statement-breakpoint
CREATE INDEX "event_rounds_event" ON "event_rounds" USING btree ("event_id","sent_at");--> statement-breakpoint
CREATE INDEX "event_rounds_sent_by" ON "event_rounds" USING btree ("sent_by");--> statement-breakpoint
CREATE INDEX "events_office" ON "events" USING btree ("office_code","starts_at","id");--> statement-breakpoint
CREATE INDEX "events_province" ON "events" USING btree ("province_code","starts_at","id");--> statement-breakpoint
CREATE INDEX "events_starts" ON "events" USING btree ("starts_at","id");--> statement-breakpoint
CREATE INDEX "events_place" ON "events" USING btree ("place_code");--> statement-breakpoint
CREATE INDEX "events_created_by" ON "events" USING btree ("created_by");--> statement-breakpoint
CREATE UNIQUE INDEX "events_committee" ON "events" USING btree ("committee_hash");
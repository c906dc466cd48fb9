CREATE TABLE "activity_counts" (
	"region_code" text NOT NULL,
	"month" text NOT NULL,
	"mark" text NOT NULL,
	"activities" integer NOT NULL,
	"reach" integer NOT NULL,
	"estimated_reach" integer NOT NULL,
	"estimated" integer NOT NULL,
	"without_reach" integer NOT NULL,
	CONSTRAINT "activity_counts_region_code_month_mark_pk" PRIMARY KEY("region_code","month","mark")
);
--> statement-breakpoint
CREATE TABLE "community_kinds" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"source" text,
	"valid_from" text NOT NULL,
	"valid_until" text
);
--> statement-breakpoint
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
CREATE TABLE "coordination_reminders" (
	"thread_id" text PRIMARY KEY NOT NULL,
	"reminded_at" bigint NOT NULL
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
CREATE TABLE "document_counters" (
	"series" text PRIMARY KEY NOT NULL,
	"last_serial" integer NOT NULL
);
--> statement-breakpoint
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
CREATE TABLE "event_regencies" (
	"event_id" text NOT NULL,
	"regency_code" text NOT NULL,
	"province_code" text NOT NULL,
	CONSTRAINT "event_regencies_event_id_regency_code_pk" PRIMARY KEY("event_id","regency_code")
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
	"partnership_id" text,
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
CREATE TABLE "mapping_counts" (
	"mapping_id" text NOT NULL,
	"district_code" text NOT NULL,
	"class" text NOT NULL,
	"follow_up" text NOT NULL,
	"rows" integer NOT NULL,
	CONSTRAINT "mapping_counts_mapping_id_district_code_class_follow_up_pk" PRIMARY KEY("mapping_id","district_code","class","follow_up")
);
--> statement-breakpoint
CREATE TABLE "mapping_distinct" (
	"mapping_id" text NOT NULL,
	"first_id" text NOT NULL,
	"second_id" text NOT NULL,
	CONSTRAINT "mapping_distinct_mapping_id_first_id_second_id_pk" PRIMARY KEY("mapping_id","first_id","second_id")
);
--> statement-breakpoint
CREATE TABLE "mapping_findings" (
	"district_code" text NOT NULL,
	"settled_on" text NOT NULL,
	"mapping_id" text NOT NULL,
	"province_code" text NOT NULL,
	"regency_code" text NOT NULL,
	"villages" integer NOT NULL,
	"with_candidate" integer NOT NULL,
	"with_nothing" integer NOT NULL,
	CONSTRAINT "mapping_findings_district_code_settled_on_mapping_id_pk" PRIMARY KEY("district_code","settled_on","mapping_id")
);
--> statement-breakpoint
CREATE TABLE "mapping_import_problems" (
	"import_id" text NOT NULL,
	"at" integer NOT NULL,
	"sheet" text NOT NULL,
	"row" integer NOT NULL,
	"column_letter" text NOT NULL,
	"value" text NOT NULL,
	"message" text NOT NULL,
	CONSTRAINT "mapping_import_problems_import_id_at_pk" PRIMARY KEY("import_id","at")
);
--> statement-breakpoint
CREATE TABLE "mapping_imports" (
	"id" text PRIMARY KEY NOT NULL,
	"mapping_id" text NOT NULL,
	"status" text NOT NULL,
	"file_name" text NOT NULL,
	"sha256" text NOT NULL,
	"layout" jsonb,
	"counts" jsonb,
	"refusal" text,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"applied_at" bigint,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mapping_invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"row_id" text NOT NULL,
	"mapping_id" text NOT NULL,
	"token_hash" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"revoked_at" bigint,
	"application_id" text
);
--> statement-breakpoint
CREATE TABLE "mapping_merges" (
	"id" text PRIMARY KEY NOT NULL,
	"mapping_id" text NOT NULL,
	"kept_id" text NOT NULL,
	"merged_id" text NOT NULL,
	"kept_before" jsonb NOT NULL,
	"kept_version" integer NOT NULL,
	"merged_by" text NOT NULL,
	"merged_at" bigint NOT NULL,
	"undone_at" bigint
);
--> statement-breakpoint
CREATE TABLE "mapping_results" (
	"mapping_id" text PRIMARY KEY NOT NULL,
	"settled_on" text NOT NULL,
	"province_code" text NOT NULL,
	"regency_code" text NOT NULL,
	"districts" integer NOT NULL,
	"villages" integer NOT NULL,
	"with_candidate" integer NOT NULL,
	"with_nothing" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mapping_rows" (
	"id" text PRIMARY KEY NOT NULL,
	"mapping_id" text NOT NULL,
	"predecessor_id" text,
	"state" text NOT NULL,
	"source" text NOT NULL,
	"class" text NOT NULL,
	"group_id" text,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"kind_code" text,
	"contact_name" text,
	"contact" text,
	"channels" text,
	"audience" text,
	"topics" text,
	"strength" text,
	"gap" text,
	"follow_up" text NOT NULL,
	"surveyed_by" text,
	"surveyed_on" text,
	"import_id" text,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"province_code" text NOT NULL,
	"regency_code" text NOT NULL,
	"district_code" text NOT NULL,
	"village_code" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mappings" (
	"id" text PRIMARY KEY NOT NULL,
	"status" text NOT NULL,
	"status_since" bigint NOT NULL,
	"title" text NOT NULL,
	"begins_on" text NOT NULL,
	"ends_on" text NOT NULL,
	"previous_id" text,
	"number" text,
	"settled_on" text,
	"facts" jsonb,
	"sha256" text,
	"bytes" integer,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"province_code" text NOT NULL,
	"regency_code" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "partner_kinds" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"source" text,
	"valid_from" text NOT NULL,
	"valid_until" text
);
--> statement-breakpoint
CREATE TABLE "partners" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"kind_code" text NOT NULL,
	"province_code" text NOT NULL,
	"regency_code" text NOT NULL,
	"place_code" text,
	"place_province_code" text NOT NULL,
	"place_regency_code" text NOT NULL,
	"place_district_code" text NOT NULL,
	"contact" jsonb NOT NULL,
	"channels" jsonb NOT NULL,
	"note" text,
	"sent_hash" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"ended_at" bigint,
	"end_reason" text,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "partnership_activities" (
	"partnership_id" text NOT NULL,
	"activity_id" text NOT NULL,
	"linked_by" text NOT NULL,
	"linked_at" bigint NOT NULL,
	CONSTRAINT "partnership_activities_partnership_id_activity_id_pk" PRIMARY KEY("partnership_id","activity_id")
);
--> statement-breakpoint
CREATE TABLE "partnership_assessments" (
	"partnership_id" text NOT NULL,
	"year" integer NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" bigint NOT NULL,
	CONSTRAINT "partnership_assessments_partnership_id_year_version_pk" PRIMARY KEY("partnership_id","year","version")
);
--> statement-breakpoint
CREATE TABLE "partnership_reminders" (
	"partnership_id" text NOT NULL,
	"ends_on" text NOT NULL,
	"days_before" integer NOT NULL,
	"reminded_at" bigint NOT NULL,
	CONSTRAINT "partnership_reminders_partnership_id_ends_on_days_before_pk" PRIMARY KEY("partnership_id","ends_on","days_before")
);
--> statement-breakpoint
CREATE TABLE "partnership_rollups" (
	"region_code" text PRIMARY KEY NOT NULL,
	"province_code" text NOT NULL,
	"regency_code" text NOT NULL,
	"proposed" integer DEFAULT 0 NOT NULL,
	"active" integer DEFAULT 0 NOT NULL,
	"ending" integer DEFAULT 0 NOT NULL,
	"ended" integer DEFAULT 0 NOT NULL,
	"broken_off" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "partnership_steps" (
	"id" text PRIMARY KEY NOT NULL,
	"partnership_id" text NOT NULL,
	"status" text NOT NULL,
	"at" bigint NOT NULL,
	"by_account" text,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "partnership_topics" (
	"partnership_id" text NOT NULL,
	"topic_code" text NOT NULL,
	CONSTRAINT "partnership_topics_partnership_id_topic_code_pk" PRIMARY KEY("partnership_id","topic_code")
);
--> statement-breakpoint
CREATE TABLE "partnerships" (
	"id" text PRIMARY KEY NOT NULL,
	"partner_id" text,
	"group_id" text,
	"status" text NOT NULL,
	"status_since" bigint NOT NULL,
	"status_reason" text,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"search_key" text NOT NULL,
	"number" text,
	"starts_on" text NOT NULL,
	"ends_on" text,
	"scope" text NOT NULL,
	"office_duties" text,
	"partner_duties" text,
	"budget_code" text,
	"funding_source" text,
	"responsible" text,
	"is_public" boolean NOT NULL,
	"renewed_from_id" text,
	"sent_hash" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"province_code" text NOT NULL,
	"regency_code" text NOT NULL,
	"district_code" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "population_figures" (
	"region_code" text NOT NULL,
	"year" integer NOT NULL,
	"total" integer NOT NULL,
	"target" integer NOT NULL,
	"source" text NOT NULL,
	"import_id" text NOT NULL,
	CONSTRAINT "population_figures_region_code_year_pk" PRIMARY KEY("region_code","year")
);
--> statement-breakpoint
CREATE TABLE "population_imports" (
	"id" text PRIMARY KEY NOT NULL,
	"status" text NOT NULL,
	"file_name" text NOT NULL,
	"source" text NOT NULL,
	"year" integer NOT NULL,
	"rows" jsonb NOT NULL,
	"problems" jsonb NOT NULL,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"applied_at" bigint,
	"province_code" text NOT NULL,
	"regency_code" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "publications" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"output" text NOT NULL,
	"title" text NOT NULL,
	"region_code" text NOT NULL,
	"place" text NOT NULL,
	"period" text NOT NULL,
	"office" text NOT NULL,
	"parameters" jsonb NOT NULL,
	"group_id" text,
	"made_by" text NOT NULL,
	"made_at" bigint NOT NULL,
	"facts_sha256" text,
	"files" jsonb,
	"province_code" text NOT NULL,
	"regency_code" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_approval_events" (
	"id" text PRIMARY KEY NOT NULL,
	"region_code" text NOT NULL,
	"kind" text NOT NULL,
	"from_date" text NOT NULL,
	"act" text NOT NULL,
	"reason" text,
	"numbers" jsonb NOT NULL,
	"by_account" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_approvals" (
	"region_code" text NOT NULL,
	"kind" text NOT NULL,
	"from_date" text NOT NULL,
	"status" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"first_approved_at" bigint NOT NULL,
	"approved_at" bigint NOT NULL,
	"approved_by" text NOT NULL,
	"numbers" jsonb NOT NULL,
	CONSTRAINT "report_approvals_region_code_kind_from_date_pk" PRIMARY KEY("region_code","kind","from_date")
);
--> statement-breakpoint
CREATE TABLE "report_counts" (
	"region_code" text NOT NULL,
	"kind" text NOT NULL,
	"from_date" text NOT NULL,
	"sent" integer DEFAULT 0 NOT NULL,
	"verified" integer DEFAULT 0 NOT NULL,
	"returned" integer DEFAULT 0 NOT NULL,
	"on_time" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "report_counts_region_code_kind_from_date_pk" PRIMARY KEY("region_code","kind","from_date")
);
--> statement-breakpoint
CREATE TABLE "report_editions" (
	"report_id" text NOT NULL,
	"edition" integer NOT NULL,
	"obstacles" text NOT NULL,
	"plans" text NOT NULL,
	"received" integer,
	"spent" integer,
	"fund_source" text,
	"numbers" jsonb NOT NULL,
	"reason" text,
	"sent_by" text NOT NULL,
	"sent_at" bigint NOT NULL,
	CONSTRAINT "report_editions_report_id_edition_pk" PRIMARY KEY("report_id","edition")
);
--> statement-breakpoint
CREATE TABLE "report_events" (
	"id" text PRIMARY KEY NOT NULL,
	"report_id" text NOT NULL,
	"kind" text NOT NULL,
	"comment" text,
	"by_account" text NOT NULL,
	"by_office" boolean NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_reminders" (
	"group_id" text NOT NULL,
	"kind" text NOT NULL,
	"from_date" text NOT NULL,
	"reminder" text NOT NULL,
	"reminded_at" bigint NOT NULL,
	CONSTRAINT "report_reminders_group_id_kind_from_date_reminder_pk" PRIMARY KEY("group_id","kind","from_date","reminder")
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"kind" text NOT NULL,
	"from_date" text NOT NULL,
	"last_date" text NOT NULL,
	"status" text NOT NULL,
	"status_since" bigint NOT NULL,
	"obstacles" text NOT NULL,
	"plans" text NOT NULL,
	"received" integer,
	"spent" integer,
	"fund_source" text,
	"numbers" jsonb,
	"edition" integer DEFAULT 0 NOT NULL,
	"on_time" boolean DEFAULT false NOT NULL,
	"first_sent_at" bigint,
	"sent_by" text,
	"version" integer DEFAULT 1 NOT NULL,
	"province_code" text NOT NULL,
	"regency_code" text NOT NULL,
	"district_code" text NOT NULL,
	"village_code" text NOT NULL
);
--> statement-breakpoint
DROP INDEX "applications_regency";--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "partnership_id" text;--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "parts_done" integer;--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "parts_total" integer;--> statement-breakpoint
ALTER TABLE "coordination_messages" ADD CONSTRAINT "coordination_messages_thread_id_coordination_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."coordination_threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coordination_messages" ADD CONSTRAINT "coordination_messages_written_by_accounts_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coordination_notes" ADD CONSTRAINT "coordination_notes_written_by_accounts_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coordination_reminders" ADD CONSTRAINT "coordination_reminders_thread_id_coordination_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."coordination_threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coordination_threads" ADD CONSTRAINT "coordination_threads_note_id_coordination_notes_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."coordination_notes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coordination_threads" ADD CONSTRAINT "coordination_threads_closed_by_accounts_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
ALTER TABLE "event_regencies" ADD CONSTRAINT "event_regencies_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_rounds" ADD CONSTRAINT "event_rounds_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_rounds" ADD CONSTRAINT "event_rounds_sent_by_accounts_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_place_code_regions_code_fk" FOREIGN KEY ("place_code") REFERENCES "public"."regions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_partnership_id_partnerships_id_fk" FOREIGN KEY ("partnership_id") REFERENCES "public"."partnerships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mapping_counts" ADD CONSTRAINT "mapping_counts_mapping_id_mappings_id_fk" FOREIGN KEY ("mapping_id") REFERENCES "public"."mappings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mapping_distinct" ADD CONSTRAINT "mapping_distinct_mapping_id_mappings_id_fk" FOREIGN KEY ("mapping_id") REFERENCES "public"."mappings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mapping_findings" ADD CONSTRAINT "mapping_findings_mapping_id_mappings_id_fk" FOREIGN KEY ("mapping_id") REFERENCES "public"."mappings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mapping_import_problems" ADD CONSTRAINT "mapping_import_problems_import_id_mapping_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."mapping_imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mapping_imports" ADD CONSTRAINT "mapping_imports_mapping_id_mappings_id_fk" FOREIGN KEY ("mapping_id") REFERENCES "public"."mappings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mapping_imports" ADD CONSTRAINT "mapping_imports_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mapping_invitations" ADD CONSTRAINT "mapping_invitations_row_id_mapping_rows_id_fk" FOREIGN KEY ("row_id") REFERENCES "public"."mapping_rows"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mapping_invitations" ADD CONSTRAINT "mapping_invitations_mapping_id_mappings_id_fk" FOREIGN KEY ("mapping_id") REFERENCES "public"."mappings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mapping_invitations" ADD CONSTRAINT "mapping_invitations_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mapping_invitations" ADD CONSTRAINT "mapping_invitations_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mapping_merges" ADD CONSTRAINT "mapping_merges_mapping_id_mappings_id_fk" FOREIGN KEY ("mapping_id") REFERENCES "public"."mappings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mapping_merges" ADD CONSTRAINT "mapping_merges_kept_id_mapping_rows_id_fk" FOREIGN KEY ("kept_id") REFERENCES "public"."mapping_rows"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mapping_merges" ADD CONSTRAINT "mapping_merges_merged_id_mapping_rows_id_fk" FOREIGN KEY ("merged_id") REFERENCES "public"."mapping_rows"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mapping_merges" ADD CONSTRAINT "mapping_merges_merged_by_accounts_id_fk" FOREIGN KEY ("merged_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mapping_results" ADD CONSTRAINT "mapping_results_mapping_id_mappings_id_fk" FOREIGN KEY ("mapping_id") REFERENCES "public"."mappings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mapping_rows" ADD CONSTRAINT "mapping_rows_mapping_id_mappings_id_fk" FOREIGN KEY ("mapping_id") REFERENCES "public"."mappings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mapping_rows" ADD CONSTRAINT "mapping_rows_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mapping_rows" ADD CONSTRAINT "mapping_rows_kind_code_community_kinds_code_fk" FOREIGN KEY ("kind_code") REFERENCES "public"."community_kinds"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mapping_rows" ADD CONSTRAINT "mapping_rows_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mapping_rows" ADD CONSTRAINT "mapping_rows_village_code_regions_code_fk" FOREIGN KEY ("village_code") REFERENCES "public"."regions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mappings" ADD CONSTRAINT "mappings_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mappings" ADD CONSTRAINT "mappings_regency_code_regions_code_fk" FOREIGN KEY ("regency_code") REFERENCES "public"."regions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partners" ADD CONSTRAINT "partners_kind_code_partner_kinds_code_fk" FOREIGN KEY ("kind_code") REFERENCES "public"."partner_kinds"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partners" ADD CONSTRAINT "partners_place_code_regions_code_fk" FOREIGN KEY ("place_code") REFERENCES "public"."regions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partners" ADD CONSTRAINT "partners_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partnership_activities" ADD CONSTRAINT "partnership_activities_partnership_id_partnerships_id_fk" FOREIGN KEY ("partnership_id") REFERENCES "public"."partnerships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partnership_activities" ADD CONSTRAINT "partnership_activities_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partnership_activities" ADD CONSTRAINT "partnership_activities_linked_by_accounts_id_fk" FOREIGN KEY ("linked_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partnership_assessments" ADD CONSTRAINT "partnership_assessments_partnership_id_partnerships_id_fk" FOREIGN KEY ("partnership_id") REFERENCES "public"."partnerships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partnership_assessments" ADD CONSTRAINT "partnership_assessments_saved_by_accounts_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partnership_reminders" ADD CONSTRAINT "partnership_reminders_partnership_id_partnerships_id_fk" FOREIGN KEY ("partnership_id") REFERENCES "public"."partnerships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partnership_steps" ADD CONSTRAINT "partnership_steps_partnership_id_partnerships_id_fk" FOREIGN KEY ("partnership_id") REFERENCES "public"."partnerships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partnership_steps" ADD CONSTRAINT "partnership_steps_by_account_accounts_id_fk" FOREIGN KEY ("by_account") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partnership_topics" ADD CONSTRAINT "partnership_topics_partnership_id_partnerships_id_fk" FOREIGN KEY ("partnership_id") REFERENCES "public"."partnerships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partnership_topics" ADD CONSTRAINT "partnership_topics_topic_code_activity_topics_code_fk" FOREIGN KEY ("topic_code") REFERENCES "public"."activity_topics"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partnerships" ADD CONSTRAINT "partnerships_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partnerships" ADD CONSTRAINT "partnerships_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partnerships" ADD CONSTRAINT "partnerships_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "population_figures" ADD CONSTRAINT "population_figures_region_code_regions_code_fk" FOREIGN KEY ("region_code") REFERENCES "public"."regions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "population_figures" ADD CONSTRAINT "population_figures_import_id_population_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."population_imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "population_imports" ADD CONSTRAINT "population_imports_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_made_by_accounts_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_approval_events" ADD CONSTRAINT "report_approval_events_by_account_accounts_id_fk" FOREIGN KEY ("by_account") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_approvals" ADD CONSTRAINT "report_approvals_approved_by_accounts_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_editions" ADD CONSTRAINT "report_editions_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_editions" ADD CONSTRAINT "report_editions_sent_by_accounts_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_events" ADD CONSTRAINT "report_events_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_events" ADD CONSTRAINT "report_events_by_account_accounts_id_fk" FOREIGN KEY ("by_account") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_reminders" ADD CONSTRAINT "report_reminders_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_sent_by_accounts_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "coordination_messages_thread" ON "coordination_messages" USING btree ("thread_id","written_at");--> statement-breakpoint
CREATE INDEX "coordination_messages_written_by" ON "coordination_messages" USING btree ("written_by");--> statement-breakpoint
CREATE INDEX "coordination_notes_written_by" ON "coordination_notes" USING btree ("written_by");--> statement-breakpoint
CREATE UNIQUE INDEX "coordination_threads_note" ON "coordination_threads" USING btree ("note_id","recipient_code");--> statement-breakpoint
CREATE INDEX "coordination_threads_sent" ON "coordination_threads" USING btree ("sender_code","status","last_at","id");--> statement-breakpoint
CREATE INDEX "coordination_threads_received" ON "coordination_threads" USING btree ("recipient_code","status","last_at","id");--> statement-breakpoint
CREATE INDEX "coordination_threads_contact" ON "coordination_threads" USING btree ("sender_code","recipient_code","last_at");--> statement-breakpoint
CREATE INDEX "coordination_threads_due" ON "coordination_threads" USING btree ("status","due_on");--> statement-breakpoint
CREATE INDEX "coordination_threads_closed_by" ON "coordination_threads" USING btree ("closed_by");--> statement-breakpoint
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
CREATE INDEX "events_partnership" ON "events" USING btree ("partnership_id","starts_at");--> statement-breakpoint
CREATE INDEX "events_created_by" ON "events" USING btree ("created_by");--> statement-breakpoint
CREATE UNIQUE INDEX "events_committee" ON "events" USING btree ("committee_hash");--> statement-breakpoint
CREATE INDEX "mapping_findings_mapping" ON "mapping_findings" USING btree ("mapping_id");--> statement-breakpoint
CREATE INDEX "mapping_findings_regency" ON "mapping_findings" USING btree ("regency_code","settled_on");--> statement-breakpoint
CREATE INDEX "mapping_findings_province" ON "mapping_findings" USING btree ("province_code","settled_on");--> statement-breakpoint
CREATE INDEX "mapping_imports_mapping" ON "mapping_imports" USING btree ("mapping_id","created_at");--> statement-breakpoint
CREATE INDEX "mapping_imports_created_by" ON "mapping_imports" USING btree ("created_by");--> statement-breakpoint
CREATE UNIQUE INDEX "mapping_invitations_token" ON "mapping_invitations" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "mapping_invitations_row" ON "mapping_invitations" USING btree ("row_id","created_at");--> statement-breakpoint
CREATE INDEX "mapping_invitations_mapping" ON "mapping_invitations" USING btree ("mapping_id");--> statement-breakpoint
CREATE INDEX "mapping_invitations_created_by" ON "mapping_invitations" USING btree ("created_by");--> statement-breakpoint
CREATE UNIQUE INDEX "mapping_invitations_application" ON "mapping_invitations" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "mapping_merges_mapping" ON "mapping_merges" USING btree ("mapping_id","merged_at");--> statement-breakpoint
CREATE INDEX "mapping_merges_kept" ON "mapping_merges" USING btree ("kept_id");--> statement-breakpoint
CREATE INDEX "mapping_merges_merged" ON "mapping_merges" USING btree ("merged_id");--> statement-breakpoint
CREATE INDEX "mapping_merges_by" ON "mapping_merges" USING btree ("merged_by");--> statement-breakpoint
CREATE INDEX "mapping_results_regency" ON "mapping_results" USING btree ("regency_code","settled_on");--> statement-breakpoint
CREATE INDEX "mapping_results_province" ON "mapping_results" USING btree ("province_code","settled_on");--> statement-breakpoint
CREATE INDEX "mapping_rows_list" ON "mapping_rows" USING btree ("mapping_id","state","village_code","name_key","id");--> statement-breakpoint
CREATE INDEX "mapping_rows_class" ON "mapping_rows" USING btree ("mapping_id","state","class","village_code","name_key","id");--> statement-breakpoint
CREATE INDEX "mapping_rows_follow_up" ON "mapping_rows" USING btree ("mapping_id","state","follow_up","village_code","name_key","id");--> statement-breakpoint
CREATE UNIQUE INDEX "mapping_rows_group" ON "mapping_rows" USING btree ("group_id","mapping_id");--> statement-breakpoint
CREATE INDEX "mapping_rows_predecessor" ON "mapping_rows" USING btree ("predecessor_id");--> statement-breakpoint
CREATE INDEX "mapping_rows_village" ON "mapping_rows" USING btree ("village_code");--> statement-breakpoint
CREATE INDEX "mapping_rows_kind" ON "mapping_rows" USING btree ("kind_code");--> statement-breakpoint
CREATE INDEX "mapping_rows_created_by" ON "mapping_rows" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "mappings_regency" ON "mappings" USING btree ("regency_code","created_at","id");--> statement-breakpoint
CREATE INDEX "mappings_province" ON "mappings" USING btree ("province_code","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "mappings_one_open" ON "mappings" USING btree ("regency_code") WHERE status <> 'settled';--> statement-breakpoint
CREATE UNIQUE INDEX "mappings_number" ON "mappings" USING btree ("number");--> statement-breakpoint
CREATE INDEX "mappings_created_by" ON "mappings" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "partners_name" ON "partners" USING btree ("name_key","id");--> statement-breakpoint
CREATE INDEX "partners_province" ON "partners" USING btree ("province_code","name_key","id");--> statement-breakpoint
CREATE INDEX "partners_regency" ON "partners" USING btree ("regency_code","name_key","id");--> statement-breakpoint
CREATE INDEX "partners_kind" ON "partners" USING btree ("kind_code","name_key","id");--> statement-breakpoint
CREATE INDEX "partners_place" ON "partners" USING btree ("place_code");--> statement-breakpoint
CREATE INDEX "partners_place_province" ON "partners" USING btree ("place_province_code","name_key","id");--> statement-breakpoint
CREATE INDEX "partners_place_regency" ON "partners" USING btree ("place_regency_code","name_key","id");--> statement-breakpoint
CREATE INDEX "partners_place_district" ON "partners" USING btree ("place_district_code","name_key","id");--> statement-breakpoint
CREATE INDEX "partners_created_by" ON "partners" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "partnership_activities_activity" ON "partnership_activities" USING btree ("activity_id");--> statement-breakpoint
CREATE INDEX "partnership_activities_linked_by" ON "partnership_activities" USING btree ("linked_by");--> statement-breakpoint
CREATE INDEX "partnership_assessments_saved_by" ON "partnership_assessments" USING btree ("saved_by");--> statement-breakpoint
CREATE INDEX "partnership_rollups_province" ON "partnership_rollups" USING btree ("province_code");--> statement-breakpoint
CREATE INDEX "partnership_rollups_regency" ON "partnership_rollups" USING btree ("regency_code");--> statement-breakpoint
CREATE INDEX "partnership_steps_partnership" ON "partnership_steps" USING btree ("partnership_id","at","id");--> statement-breakpoint
CREATE INDEX "partnership_steps_by_account" ON "partnership_steps" USING btree ("by_account");--> statement-breakpoint
CREATE INDEX "partnership_topics_topic" ON "partnership_topics" USING btree ("topic_code","partnership_id");--> statement-breakpoint
CREATE INDEX "partnerships_latest" ON "partnerships" USING btree ("starts_on","id");--> statement-breakpoint
CREATE INDEX "partnerships_province" ON "partnerships" USING btree ("province_code","starts_on","id");--> statement-breakpoint
CREATE INDEX "partnerships_regency" ON "partnerships" USING btree ("regency_code","starts_on","id");--> statement-breakpoint
CREATE INDEX "partnerships_district" ON "partnerships" USING btree ("district_code","starts_on","id");--> statement-breakpoint
CREATE INDEX "partnerships_calendar" ON "partnerships" USING btree ("status","ends_on");--> statement-breakpoint
CREATE INDEX "partnerships_partner" ON "partnerships" USING btree ("partner_id","starts_on");--> statement-breakpoint
CREATE INDEX "partnerships_group" ON "partnerships" USING btree ("group_id","starts_on");--> statement-breakpoint
CREATE UNIQUE INDEX "partnerships_one_renewal" ON "partnerships" USING btree ("renewed_from_id") WHERE status <> 'broken_off';--> statement-breakpoint
CREATE INDEX "partnerships_created_by" ON "partnerships" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "population_figures_import" ON "population_figures" USING btree ("import_id");--> statement-breakpoint
CREATE INDEX "population_imports_latest" ON "population_imports" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "population_imports_province" ON "population_imports" USING btree ("province_code","created_at");--> statement-breakpoint
CREATE INDEX "population_imports_regency" ON "population_imports" USING btree ("regency_code","created_at");--> statement-breakpoint
CREATE INDEX "population_imports_created_by" ON "population_imports" USING btree ("created_by");--> statement-breakpoint
CREATE UNIQUE INDEX "publications_number" ON "publications" USING btree ("number");--> statement-breakpoint
CREATE INDEX "publications_latest" ON "publications" USING btree ("made_at","id");--> statement-breakpoint
CREATE INDEX "publications_province" ON "publications" USING btree ("province_code","made_at","id");--> statement-breakpoint
CREATE INDEX "publications_regency" ON "publications" USING btree ("regency_code","made_at","id");--> statement-breakpoint
CREATE INDEX "publications_group" ON "publications" USING btree ("group_id","made_at","id");--> statement-breakpoint
CREATE INDEX "publications_made_by" ON "publications" USING btree ("made_by");--> statement-breakpoint
CREATE INDEX "report_approval_events_period" ON "report_approval_events" USING btree ("region_code","kind","from_date","at");--> statement-breakpoint
CREATE INDEX "report_approval_events_by_account" ON "report_approval_events" USING btree ("by_account");--> statement-breakpoint
CREATE INDEX "report_approvals_approved_by" ON "report_approvals" USING btree ("approved_by");--> statement-breakpoint
CREATE INDEX "report_editions_sent_by" ON "report_editions" USING btree ("sent_by");--> statement-breakpoint
CREATE INDEX "report_events_report" ON "report_events" USING btree ("report_id","at","id");--> statement-breakpoint
CREATE INDEX "report_events_by_account" ON "report_events" USING btree ("by_account");--> statement-breakpoint
CREATE UNIQUE INDEX "reports_group" ON "reports" USING btree ("group_id","kind","from_date");--> statement-breakpoint
CREATE INDEX "reports_province" ON "reports" USING btree ("province_code","kind","from_date","status");--> statement-breakpoint
CREATE INDEX "reports_regency" ON "reports" USING btree ("regency_code","kind","from_date","status");--> statement-breakpoint
CREATE INDEX "reports_waiting" ON "reports" USING btree ("regency_code","status","status_since","id");--> statement-breakpoint
CREATE INDEX "reports_sent_by" ON "reports" USING btree ("sent_by");--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_partnership_id_partnerships_id_fk" FOREIGN KEY ("partnership_id") REFERENCES "public"."partnerships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "applications_decided" ON "applications" USING btree ("regency_code","status","decided_at","submitted_at");--> statement-breakpoint
CREATE INDEX "documents_partnership" ON "documents" USING btree ("partnership_id","kind","replaced_at");--> statement-breakpoint
CREATE INDEX "applications_regency" ON "applications" USING btree ("regency_code","status","submitted_at","id","due_at");
CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"email" text,
	"phone" text,
	"password_hash" text NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"created_at" bigint NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "application_events" (
	"id" text PRIMARY KEY NOT NULL,
	"application_id" text NOT NULL,
	"status" text NOT NULL,
	"at" bigint NOT NULL,
	"by_whom" text NOT NULL,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "application_reviews" (
	"application_id" text NOT NULL,
	"item" text NOT NULL,
	"verdict" text NOT NULL,
	"reason" text,
	"reviewed_by" text NOT NULL,
	"reviewed_at" bigint NOT NULL,
	CONSTRAINT "application_reviews_application_id_item_pk" PRIMARY KEY("application_id","item")
);
--> statement-breakpoint
CREATE TABLE "applications" (
	"id" text PRIMARY KEY NOT NULL,
	"reference" text,
	"status" text NOT NULL,
	"source" text NOT NULL,
	"group_name" text NOT NULL,
	"name_key" text NOT NULL,
	"answers" jsonb NOT NULL,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"submitted_by" text,
	"submitted_at" bigint,
	"due_at" bigint,
	"assigned_to" text,
	"decided_by" text,
	"decided_at" bigint,
	"decision_reason" text,
	"group_id" text,
	"province_code" text NOT NULL,
	"regency_code" text NOT NULL,
	"district_code" text NOT NULL,
	"village_code" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attempts" (
	"key" text PRIMARY KEY NOT NULL,
	"window_start" bigint NOT NULL,
	"count" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_events" (
	"seq" integer PRIMARY KEY NOT NULL,
	"id" text NOT NULL,
	"at" bigint NOT NULL,
	"actor_id" text,
	"actor_role" text NOT NULL,
	"province_code" text,
	"regency_code" text,
	"action" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"delta" text NOT NULL,
	"request_id" text,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_head" (
	"id" integer PRIMARY KEY NOT NULL,
	"seq" integer NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "board_members" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"name" text NOT NULL,
	"post" text NOT NULL,
	"since" text NOT NULL,
	"until" text
);
--> statement-breakpoint
CREATE TABLE "certificates" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"version" integer NOT NULL,
	"facts" jsonb NOT NULL,
	"issued_at" bigint NOT NULL,
	"sha256" text,
	"bytes" integer,
	"superseded_at" bigint
);
--> statement-breakpoint
CREATE TABLE "chair_handovers" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"started_by" text NOT NULL,
	"successor_name" text NOT NULL,
	"successor_member_id" text,
	"reason" text NOT NULL,
	"status" text NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_at" bigint NOT NULL,
	"invitation_id" text NOT NULL,
	"successor_account_id" text,
	"accepted_at" bigint,
	"decided_by" text,
	"decided_at" bigint,
	"decision_reason" text,
	"province_code" text NOT NULL,
	"regency_code" text NOT NULL,
	"district_code" text NOT NULL,
	"village_code" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "decree_reminders" (
	"group_decree_id" text NOT NULL,
	"days_before" integer NOT NULL,
	"reminded_at" bigint NOT NULL,
	CONSTRAINT "decree_reminders_group_decree_id_days_before_pk" PRIMARY KEY("group_decree_id","days_before")
);
--> statement-breakpoint
CREATE TABLE "decree_renewals" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"status" text NOT NULL,
	"number" text NOT NULL,
	"date" text NOT NULL,
	"valid_until" text,
	"issuer_kind" text NOT NULL,
	"issuer_name" text,
	"document_id" text NOT NULL,
	"submitted_by" text NOT NULL,
	"submitted_at" bigint NOT NULL,
	"decided_by" text,
	"decided_at" bigint,
	"decision_reason" text,
	"province_code" text NOT NULL,
	"regency_code" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "decrees" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"date" text NOT NULL,
	"issuer_kind" text NOT NULL,
	"issuer_name" text,
	"valid_until" text,
	"regency_code" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"application_id" text,
	"group_id" text,
	"mime" text NOT NULL,
	"bytes" integer NOT NULL,
	"pages" integer NOT NULL,
	"sha256" text NOT NULL,
	"uploaded_by" text NOT NULL,
	"uploaded_at" bigint NOT NULL,
	"replaced_at" bigint
);
--> statement-breakpoint
CREATE TABLE "grants" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"role" text NOT NULL,
	"province_code" text,
	"regency_code" text,
	"group_id" text,
	"post" text,
	"granted_by" text,
	"granted_at" bigint NOT NULL,
	"revoked_at" bigint
);
--> statement-breakpoint
CREATE TABLE "group_decrees" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"decree_id" text NOT NULL,
	"attached_at" bigint NOT NULL,
	"replaced_at" bigint
);
--> statement-breakpoint
CREATE TABLE "groups" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"national_number" text,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"scope" text NOT NULL,
	"scope_note" text,
	"status" text NOT NULL,
	"status_reason" text,
	"status_since" bigint NOT NULL,
	"suspended_until" text,
	"founded_on" text,
	"address" text,
	"latitude" double precision,
	"longitude" double precision,
	"contact" jsonb NOT NULL,
	"source" text NOT NULL,
	"registered_at" bigint NOT NULL,
	"province_code" text NOT NULL,
	"regency_code" text NOT NULL,
	"district_code" text NOT NULL,
	"village_code" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_rows" (
	"import_id" text NOT NULL,
	"row" integer NOT NULL,
	"cells" jsonb NOT NULL,
	"problems" jsonb NOT NULL,
	"duplicates" jsonb NOT NULL,
	"keep_anyway" boolean DEFAULT false NOT NULL,
	"number" text,
	CONSTRAINT "import_rows_import_id_row_pk" PRIMARY KEY("import_id","row")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" text PRIMARY KEY NOT NULL,
	"status" text NOT NULL,
	"file_name" text NOT NULL,
	"header_row" integer DEFAULT 1 NOT NULL,
	"headers" jsonb NOT NULL,
	"mapping" jsonb NOT NULL,
	"row_count" integer NOT NULL,
	"problem_count" integer DEFAULT 0 NOT NULL,
	"duplicate_count" integer DEFAULT 0 NOT NULL,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"applied_at" bigint,
	"province_code" text NOT NULL,
	"regency_code" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"phone" text,
	"role" text NOT NULL,
	"province_code" text,
	"regency_code" text,
	"group_id" text,
	"post" text,
	"invited_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"accepted_at" bigint,
	"accepted_by" text,
	"revoked_at" bigint
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"payload" jsonb NOT NULL,
	"status" text NOT NULL,
	"run_at" bigint NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"lease_until" bigint,
	"last_error" text,
	"created_at" bigint NOT NULL,
	"done_at" bigint
);
--> statement-breakpoint
CREATE TABLE "legal_bases" (
	"id" text PRIMARY KEY NOT NULL,
	"region_code" text NOT NULL,
	"citation" text NOT NULL,
	"title" text NOT NULL,
	"note" text NOT NULL,
	"valid_from" text NOT NULL,
	"valid_until" text
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" text PRIMARY KEY NOT NULL,
	"to_address" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"status" text NOT NULL,
	"created_at" bigint NOT NULL,
	"sent_at" bigint,
	"sent_via" text,
	"error" text
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"href" text NOT NULL,
	"created_at" bigint NOT NULL,
	"read_at" bigint
);
--> statement-breakpoint
CREATE TABLE "number_counters" (
	"village_code" text PRIMARY KEY NOT NULL,
	"last_serial" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "one_time_secrets" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"account_id" text,
	"issued_by" text,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"used_at" bigint
);
--> statement-breakpoint
CREATE TABLE "region_editions" (
	"edition" text PRIMARY KEY NOT NULL,
	"sha256" text NOT NULL,
	"loaded_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "region_rollups" (
	"region_code" text PRIMARY KEY NOT NULL,
	"registered_groups" integer DEFAULT 0 NOT NULL,
	"suspended_groups" integer DEFAULT 0 NOT NULL,
	"closed_groups" integer DEFAULT 0 NOT NULL,
	"villages_with_group" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "regions" (
	"code" text PRIMARY KEY NOT NULL,
	"level" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"local_word" text NOT NULL,
	"parent_code" text,
	"province_code" text NOT NULL,
	"regency_code" text,
	"district_code" text,
	"zone" text NOT NULL,
	"village_count" integer NOT NULL,
	"edition" text NOT NULL,
	"valid_from" text NOT NULL,
	"valid_until" text,
	"predecessor_code" text
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"account_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"last_seen_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"device" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"region_code" text NOT NULL,
	"value" jsonb NOT NULL,
	"valid_from" text NOT NULL,
	"valid_until" text,
	"set_by" text,
	"set_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "subdomain_labels" (
	"label" text PRIMARY KEY NOT NULL,
	"request_id" text NOT NULL,
	"state" text NOT NULL,
	"until" bigint
);
--> statement-breakpoint
CREATE TABLE "subdomain_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"label" text NOT NULL,
	"status" text NOT NULL,
	"requested_by" text NOT NULL,
	"requested_at" bigint NOT NULL,
	"endorsed_by" text,
	"endorsed_at" bigint,
	"decided_by" text,
	"decided_at" bigint,
	"reason" text,
	"ended_at" bigint,
	"province_code" text NOT NULL,
	"regency_code" text NOT NULL,
	"district_code" text NOT NULL,
	"village_code" text NOT NULL,
	"open_for" text,
	"active_for" text,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "application_events" ADD CONSTRAINT "application_events_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_reviews" ADD CONSTRAINT "application_reviews_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_reviews" ADD CONSTRAINT "application_reviews_reviewed_by_accounts_id_fk" FOREIGN KEY ("reviewed_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_submitted_by_accounts_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_assigned_to_accounts_id_fk" FOREIGN KEY ("assigned_to") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_decided_by_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_village_code_regions_code_fk" FOREIGN KEY ("village_code") REFERENCES "public"."regions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_members" ADD CONSTRAINT "board_members_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chair_handovers" ADD CONSTRAINT "chair_handovers_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chair_handovers" ADD CONSTRAINT "chair_handovers_successor_member_id_board_members_id_fk" FOREIGN KEY ("successor_member_id") REFERENCES "public"."board_members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chair_handovers" ADD CONSTRAINT "chair_handovers_proposed_by_accounts_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chair_handovers" ADD CONSTRAINT "chair_handovers_invitation_id_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chair_handovers" ADD CONSTRAINT "chair_handovers_successor_account_id_accounts_id_fk" FOREIGN KEY ("successor_account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chair_handovers" ADD CONSTRAINT "chair_handovers_decided_by_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decree_reminders" ADD CONSTRAINT "decree_reminders_group_decree_id_group_decrees_id_fk" FOREIGN KEY ("group_decree_id") REFERENCES "public"."group_decrees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decree_renewals" ADD CONSTRAINT "decree_renewals_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decree_renewals" ADD CONSTRAINT "decree_renewals_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decree_renewals" ADD CONSTRAINT "decree_renewals_submitted_by_accounts_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decree_renewals" ADD CONSTRAINT "decree_renewals_decided_by_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_uploaded_by_accounts_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_granted_by_accounts_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_decrees" ADD CONSTRAINT "group_decrees_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_decrees" ADD CONSTRAINT "group_decrees_decree_id_decrees_id_fk" FOREIGN KEY ("decree_id") REFERENCES "public"."decrees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_village_code_regions_code_fk" FOREIGN KEY ("village_code") REFERENCES "public"."regions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_accounts_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_accepted_by_accounts_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_secrets" ADD CONSTRAINT "one_time_secrets_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_secrets" ADD CONSTRAINT "one_time_secrets_issued_by_accounts_id_fk" FOREIGN KEY ("issued_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subdomain_labels" ADD CONSTRAINT "subdomain_labels_request_id_subdomain_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."subdomain_requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subdomain_requests" ADD CONSTRAINT "subdomain_requests_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subdomain_requests" ADD CONSTRAINT "subdomain_requests_requested_by_accounts_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subdomain_requests" ADD CONSTRAINT "subdomain_requests_endorsed_by_accounts_id_fk" FOREIGN KEY ("endorsed_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subdomain_requests" ADD CONSTRAINT "subdomain_requests_decided_by_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_email" ON "accounts" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_phone" ON "accounts" USING btree ("phone");--> statement-breakpoint
CREATE INDEX "accounts_name" ON "accounts" USING btree ("name_key","id");--> statement-breakpoint
CREATE INDEX "application_events_application" ON "application_events" USING btree ("application_id","at");--> statement-breakpoint
CREATE INDEX "application_reviews_reviewed_by" ON "application_reviews" USING btree ("reviewed_by");--> statement-breakpoint
CREATE UNIQUE INDEX "applications_reference" ON "applications" USING btree ("reference");--> statement-breakpoint
CREATE INDEX "applications_regency" ON "applications" USING btree ("regency_code","status","submitted_at","id");--> statement-breakpoint
CREATE INDEX "applications_province" ON "applications" USING btree ("province_code","status","submitted_at","id");--> statement-breakpoint
CREATE INDEX "applications_status" ON "applications" USING btree ("status","submitted_at","id");--> statement-breakpoint
CREATE INDEX "applications_village" ON "applications" USING btree ("village_code","name_key");--> statement-breakpoint
CREATE INDEX "applications_created_by" ON "applications" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "applications_submitted_by" ON "applications" USING btree ("submitted_by");--> statement-breakpoint
CREATE INDEX "applications_assigned_to" ON "applications" USING btree ("assigned_to");--> statement-breakpoint
CREATE INDEX "applications_decided_by" ON "applications" USING btree ("decided_by");--> statement-breakpoint
CREATE INDEX "applications_group" ON "applications" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "audit_events_at" ON "audit_events" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_events_regency" ON "audit_events" USING btree ("regency_code","seq");--> statement-breakpoint
CREATE INDEX "audit_events_province" ON "audit_events" USING btree ("province_code","seq");--> statement-breakpoint
CREATE INDEX "audit_events_subject" ON "audit_events" USING btree ("subject_kind","subject_id");--> statement-breakpoint
CREATE INDEX "audit_events_actor" ON "audit_events" USING btree ("actor_id","seq");--> statement-breakpoint
CREATE INDEX "audit_events_action" ON "audit_events" USING btree ("action","seq");--> statement-breakpoint
CREATE INDEX "board_members_group" ON "board_members" USING btree ("group_id","until");--> statement-breakpoint
CREATE UNIQUE INDEX "board_members_one_chair" ON "board_members" USING btree ("group_id") WHERE post = 'ketua' and until is null;--> statement-breakpoint
CREATE UNIQUE INDEX "certificates_group_version" ON "certificates" USING btree ("group_id","version");--> statement-breakpoint
CREATE UNIQUE INDEX "chair_handovers_one_open" ON "chair_handovers" USING btree ("group_id") WHERE status in ('proposed', 'accepted');--> statement-breakpoint
CREATE INDEX "chair_handovers_successor_member" ON "chair_handovers" USING btree ("successor_member_id");--> statement-breakpoint
CREATE INDEX "chair_handovers_group" ON "chair_handovers" USING btree ("group_id","status");--> statement-breakpoint
CREATE INDEX "chair_handovers_regency" ON "chair_handovers" USING btree ("regency_code","status");--> statement-breakpoint
CREATE INDEX "chair_handovers_proposed_by" ON "chair_handovers" USING btree ("proposed_by");--> statement-breakpoint
CREATE INDEX "chair_handovers_invitation" ON "chair_handovers" USING btree ("invitation_id");--> statement-breakpoint
CREATE INDEX "chair_handovers_successor" ON "chair_handovers" USING btree ("successor_account_id");--> statement-breakpoint
CREATE INDEX "chair_handovers_decided_by" ON "chair_handovers" USING btree ("decided_by");--> statement-breakpoint
CREATE UNIQUE INDEX "decree_renewals_one_waiting" ON "decree_renewals" USING btree ("group_id") WHERE status = 'submitted';--> statement-breakpoint
CREATE INDEX "decree_renewals_group" ON "decree_renewals" USING btree ("group_id","submitted_at");--> statement-breakpoint
CREATE INDEX "decree_renewals_regency" ON "decree_renewals" USING btree ("regency_code","status");--> statement-breakpoint
CREATE INDEX "decree_renewals_document" ON "decree_renewals" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "decree_renewals_submitted_by" ON "decree_renewals" USING btree ("submitted_by");--> statement-breakpoint
CREATE INDEX "decree_renewals_decided_by" ON "decree_renewals" USING btree ("decided_by");--> statement-breakpoint
CREATE UNIQUE INDEX "decrees_identity" ON "decrees" USING btree ("regency_code","number","date","issuer_kind");--> statement-breakpoint
CREATE INDEX "decrees_valid_until" ON "decrees" USING btree ("valid_until");--> statement-breakpoint
CREATE INDEX "documents_application" ON "documents" USING btree ("application_id","kind","replaced_at");--> statement-breakpoint
CREATE INDEX "documents_group" ON "documents" USING btree ("group_id","kind","replaced_at");--> statement-breakpoint
CREATE INDEX "documents_uploaded_by" ON "documents" USING btree ("uploaded_by");--> statement-breakpoint
CREATE INDEX "grants_account" ON "grants" USING btree ("account_id","revoked_at");--> statement-breakpoint
CREATE INDEX "grants_group" ON "grants" USING btree ("group_id");--> statement-breakpoint
CREATE UNIQUE INDEX "grants_one_chair" ON "grants" USING btree ("group_id") WHERE post = 'ketua' and revoked_at is null;--> statement-breakpoint
CREATE INDEX "grants_regency" ON "grants" USING btree ("regency_code","role");--> statement-breakpoint
CREATE INDEX "grants_province" ON "grants" USING btree ("province_code","role");--> statement-breakpoint
CREATE INDEX "grants_granted_by" ON "grants" USING btree ("granted_by");--> statement-breakpoint
CREATE INDEX "group_decrees_group" ON "group_decrees" USING btree ("group_id","replaced_at");--> statement-breakpoint
CREATE INDEX "group_decrees_decree" ON "group_decrees" USING btree ("decree_id");--> statement-breakpoint
CREATE UNIQUE INDEX "groups_number" ON "groups" USING btree ("number");--> statement-breakpoint
CREATE INDEX "groups_name" ON "groups" USING btree ("name_key","id");--> statement-breakpoint
CREATE INDEX "groups_province" ON "groups" USING btree ("province_code","name_key","id");--> statement-breakpoint
CREATE INDEX "groups_regency" ON "groups" USING btree ("regency_code","name_key","id");--> statement-breakpoint
CREATE INDEX "groups_district" ON "groups" USING btree ("district_code","name_key","id");--> statement-breakpoint
CREATE INDEX "groups_village" ON "groups" USING btree ("village_code","name_key","id");--> statement-breakpoint
CREATE INDEX "groups_registered_at" ON "groups" USING btree ("registered_at");--> statement-breakpoint
CREATE INDEX "groups_suspended_until" ON "groups" USING btree ("suspended_until");--> statement-breakpoint
CREATE INDEX "imports_regency" ON "imports" USING btree ("regency_code","created_at");--> statement-breakpoint
CREATE INDEX "imports_created_by" ON "imports" USING btree ("created_by");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_token" ON "invitations" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "invitations_group" ON "invitations" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "invitations_invited_by" ON "invitations" USING btree ("invited_by");--> statement-breakpoint
CREATE INDEX "invitations_accepted_by" ON "invitations" USING btree ("accepted_by");--> statement-breakpoint
CREATE INDEX "invitations_regency" ON "invitations" USING btree ("regency_code");--> statement-breakpoint
CREATE INDEX "invitations_province" ON "invitations" USING btree ("province_code");--> statement-breakpoint
CREATE INDEX "jobs_status" ON "jobs" USING btree ("status","run_at");--> statement-breakpoint
CREATE INDEX "jobs_created" ON "jobs" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "legal_bases_region" ON "legal_bases" USING btree ("region_code","valid_from");--> statement-breakpoint
CREATE INDEX "messages_created" ON "messages" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "notices_account" ON "notices" USING btree ("account_id","created_at");--> statement-breakpoint
CREATE INDEX "one_time_secrets_account" ON "one_time_secrets" USING btree ("account_id","kind");--> statement-breakpoint
CREATE INDEX "one_time_secrets_issued_by" ON "one_time_secrets" USING btree ("issued_by");--> statement-breakpoint
CREATE INDEX "regions_parent" ON "regions" USING btree ("parent_code");--> statement-breakpoint
CREATE INDEX "regions_level" ON "regions" USING btree ("level","code");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_public_id" ON "sessions" USING btree ("public_id");--> statement-breakpoint
CREATE INDEX "sessions_account" ON "sessions" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "sessions_expires" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "settings_key" ON "settings" USING btree ("key","region_code","valid_from");--> statement-breakpoint
CREATE INDEX "subdomain_labels_request" ON "subdomain_labels" USING btree ("request_id");--> statement-breakpoint
CREATE UNIQUE INDEX "subdomain_requests_open" ON "subdomain_requests" USING btree ("open_for");--> statement-breakpoint
CREATE UNIQUE INDEX "subdomain_requests_active" ON "subdomain_requests" USING btree ("active_for");--> statement-breakpoint
CREATE INDEX "subdomain_requests_group" ON "subdomain_requests" USING btree ("group_id","status");--> statement-breakpoint
CREATE INDEX "subdomain_requests_status" ON "subdomain_requests" USING btree ("status","requested_at");--> statement-breakpoint
CREATE INDEX "subdomain_requests_regency" ON "subdomain_requests" USING btree ("regency_code","status");--> statement-breakpoint
CREATE INDEX "subdomain_requests_requested_by" ON "subdomain_requests" USING btree ("requested_by");--> statement-breakpoint
CREATE INDEX "subdomain_requests_endorsed_by" ON "subdomain_requests" USING btree ("endorsed_by");--> statement-breakpoint
CREATE INDEX "subdomain_requests_decided_by" ON "subdomain_requests" USING btree ("decided_by");
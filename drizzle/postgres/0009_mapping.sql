CREATE TABLE "community_kinds" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"source" text,
	"valid_from" text NOT NULL,
	"valid_until" text
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
ALTER TABLE "mapping_rows" ADD CONSTRAINT "mapping_rows_mapping_id_mappings_id_fk" FOREIGN KEY ("mapping_id") REFERENCES "public"."mappings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mapping_rows" ADD CONSTRAINT "mapping_rows_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mapping_rows" ADD CONSTRAINT "mapping_rows_kind_code_community_kinds_code_fk" FOREIGN KEY ("kind_code") REFERENCES "public"."community_kinds"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mapping_rows" ADD CONSTRAINT "mapping_rows_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mapping_rows" ADD CONSTRAINT "mapping_rows_village_code_regions_code_fk" FOREIGN KEY ("village_code") REFERENCES "public"."regions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mappings" ADD CONSTRAINT "mappings_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mappings" ADD CONSTRAINT "mappings_regency_code_regions_code_fk" FOREIGN KEY ("regency_code") REFERENCES "public"."regions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
CREATE INDEX "mappings_created_by" ON "mappings" USING btree ("created_by");
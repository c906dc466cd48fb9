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
ALTER TABLE "documents" ADD COLUMN "partnership_id" text;--> statement-breakpoint
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
ALTER TABLE "documents" ADD CONSTRAINT "documents_partnership_id_partnerships_id_fk" FOREIGN KEY ("partnership_id") REFERENCES "public"."partnerships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "documents_partnership" ON "documents" USING btree ("partnership_id","kind","replaced_at");
CREATE TABLE "activities" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"status" text NOT NULL,
	"status_since" bigint NOT NULL,
	"local_date" text NOT NULL,
	"zone" text NOT NULL,
	"title" text NOT NULL,
	"title_key" text NOT NULL,
	"story" text NOT NULL,
	"topic_code" text NOT NULL,
	"reach" integer,
	"reach_source" text,
	"reach_estimated" boolean DEFAULT false NOT NULL,
	"men" integer,
	"women" integer,
	"partners" text,
	"hoax" jsonb,
	"is_public" boolean NOT NULL,
	"place_code" text NOT NULL,
	"sent_hash" text NOT NULL,
	"reported_by" text NOT NULL,
	"reported_at" bigint NOT NULL,
	"edited_since_confirmed" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"province_code" text NOT NULL,
	"regency_code" text NOT NULL,
	"district_code" text NOT NULL,
	"village_code" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "activity_channels" (
	"activity_id" text NOT NULL,
	"channel" text NOT NULL,
	"platform" text,
	"link" text,
	CONSTRAINT "activity_channels_activity_id_channel_pk" PRIMARY KEY("activity_id","channel")
);
--> statement-breakpoint
CREATE TABLE "activity_events" (
	"id" text PRIMARY KEY NOT NULL,
	"activity_id" text NOT NULL,
	"kind" text NOT NULL,
	"comment" text,
	"by_account" text NOT NULL,
	"by_office" boolean NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "activity_functions" (
	"activity_id" text NOT NULL,
	"function" text NOT NULL,
	CONSTRAINT "activity_functions_activity_id_function_pk" PRIMARY KEY("activity_id","function")
);
--> statement-breakpoint
CREATE TABLE "activity_photos" (
	"id" text PRIMARY KEY NOT NULL,
	"activity_id" text NOT NULL,
	"sha256" text NOT NULL,
	"small_sha256" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"bytes" integer NOT NULL,
	"uploaded_by" text NOT NULL,
	"uploaded_at" bigint NOT NULL,
	"removed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "activity_versions" (
	"activity_id" text NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" bigint NOT NULL,
	CONSTRAINT "activity_versions_activity_id_version_pk" PRIMARY KEY("activity_id","version")
);
--> statement-breakpoint
CREATE TABLE "boundaries" (
	"region_code" text PRIMARY KEY NOT NULL,
	"level" text NOT NULL,
	"parent_code" text NOT NULL,
	"shape" jsonb NOT NULL,
	"coarse" jsonb NOT NULL,
	"import_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "boundary_imports" (
	"id" text PRIMARY KEY NOT NULL,
	"level" text NOT NULL,
	"source" text NOT NULL,
	"sha256" text NOT NULL,
	"regions" integer NOT NULL,
	"imported_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "coverage_steps" (
	"region_code" text NOT NULL,
	"from_date" text NOT NULL,
	"groups" integer NOT NULL,
	"active_groups" integer NOT NULL,
	"less_active_groups" integer NOT NULL,
	"villages_with_group" integer NOT NULL,
	"villages_active" integer NOT NULL,
	"districts_with_group" integer NOT NULL,
	"districts_active" integer NOT NULL,
	"activities" integer NOT NULL,
	CONSTRAINT "coverage_steps_region_code_from_date_pk" PRIMARY KEY("region_code","from_date")
);
--> statement-breakpoint
CREATE TABLE "group_activity" (
	"group_id" text PRIMARY KEY NOT NULL,
	"last_on" text NOT NULL,
	"confirmed" integer NOT NULL,
	"province_code" text NOT NULL,
	"regency_code" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "group_spans" (
	"group_id" text NOT NULL,
	"from_date" text NOT NULL,
	"until_date" text,
	CONSTRAINT "group_spans_group_id_from_date_pk" PRIMARY KEY("group_id","from_date")
);
--> statement-breakpoint
CREATE TABLE "activity_topics" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"source" text,
	"valid_from" text NOT NULL,
	"valid_until" text
);
--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_topic_code_activity_topics_code_fk" FOREIGN KEY ("topic_code") REFERENCES "public"."activity_topics"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_place_code_regions_code_fk" FOREIGN KEY ("place_code") REFERENCES "public"."regions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_reported_by_accounts_id_fk" FOREIGN KEY ("reported_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_channels" ADD CONSTRAINT "activity_channels_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_events" ADD CONSTRAINT "activity_events_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_events" ADD CONSTRAINT "activity_events_by_account_accounts_id_fk" FOREIGN KEY ("by_account") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_functions" ADD CONSTRAINT "activity_functions_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_photos" ADD CONSTRAINT "activity_photos_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_photos" ADD CONSTRAINT "activity_photos_uploaded_by_accounts_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_versions" ADD CONSTRAINT "activity_versions_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_versions" ADD CONSTRAINT "activity_versions_saved_by_accounts_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "boundaries" ADD CONSTRAINT "boundaries_import_id_boundary_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."boundary_imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_activity" ADD CONSTRAINT "group_activity_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_spans" ADD CONSTRAINT "group_spans_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activities_group" ON "activities" USING btree ("group_id","local_date","id");--> statement-breakpoint
CREATE INDEX "activities_province" ON "activities" USING btree ("province_code","local_date","id");--> statement-breakpoint
CREATE INDEX "activities_regency" ON "activities" USING btree ("regency_code","local_date","id");--> statement-breakpoint
CREATE INDEX "activities_waiting" ON "activities" USING btree ("regency_code","status","local_date","id");--> statement-breakpoint
CREATE INDEX "activities_latest" ON "activities" USING btree ("local_date","id");--> statement-breakpoint
CREATE INDEX "activities_topic" ON "activities" USING btree ("topic_code");--> statement-breakpoint
CREATE INDEX "activities_place" ON "activities" USING btree ("place_code");--> statement-breakpoint
CREATE INDEX "activities_reported_by" ON "activities" USING btree ("reported_by");--> statement-breakpoint
CREATE INDEX "activity_events_activity" ON "activity_events" USING btree ("activity_id","at","id");--> statement-breakpoint
CREATE INDEX "activity_events_by_account" ON "activity_events" USING btree ("by_account");--> statement-breakpoint
CREATE INDEX "activity_photos_activity" ON "activity_photos" USING btree ("activity_id","removed_at");--> statement-breakpoint
CREATE INDEX "activity_photos_uploaded_by" ON "activity_photos" USING btree ("uploaded_by");--> statement-breakpoint
CREATE INDEX "activity_versions_saved_by" ON "activity_versions" USING btree ("saved_by");--> statement-breakpoint
CREATE INDEX "boundaries_parent" ON "boundaries" USING btree ("parent_code","level");--> statement-breakpoint
CREATE INDEX "boundaries_level" ON "boundaries" USING btree ("level");--> statement-breakpoint
CREATE INDEX "boundaries_import" ON "boundaries" USING btree ("import_id");--> statement-breakpoint
CREATE INDEX "group_activity_province" ON "group_activity" USING btree ("province_code","last_on");--> statement-breakpoint
CREATE INDEX "group_activity_regency" ON "group_activity" USING btree ("regency_code","last_on");
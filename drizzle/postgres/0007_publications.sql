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
CREATE TABLE "document_counters" (
	"series" text PRIMARY KEY NOT NULL,
	"last_serial" integer NOT NULL
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
ALTER TABLE "population_figures" ADD CONSTRAINT "population_figures_region_code_regions_code_fk" FOREIGN KEY ("region_code") REFERENCES "public"."regions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "population_figures" ADD CONSTRAINT "population_figures_import_id_population_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."population_imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "population_imports" ADD CONSTRAINT "population_imports_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_made_by_accounts_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
CREATE INDEX "publications_made_by" ON "publications" USING btree ("made_by");
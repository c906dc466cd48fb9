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
ALTER TABLE "mapping_results" ADD CONSTRAINT "mapping_results_mapping_id_mappings_id_fk" FOREIGN KEY ("mapping_id") REFERENCES "public"."mappings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mapping_results_regency" ON "mapping_results" USING btree ("regency_code","settled_on");--> statement-breakpoint
CREATE INDEX "mapping_results_province" ON "mapping_results" USING btree ("province_code","settled_on");
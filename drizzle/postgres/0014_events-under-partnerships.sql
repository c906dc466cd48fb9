ALTER TABLE "events" ADD COLUMN "partnership_id" text;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_partnership_id_partnerships_id_fk" FOREIGN KEY ("partnership_id") REFERENCES "public"."partnerships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "events_partnership" ON "events" USING btree ("partnership_id","starts_at");
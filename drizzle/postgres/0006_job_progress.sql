ALTER TABLE "jobs" ADD COLUMN "parts_done" integer;--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "parts_total" integer;
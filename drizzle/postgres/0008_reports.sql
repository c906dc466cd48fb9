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
ALTER TABLE "report_approval_events" ADD CONSTRAINT "report_approval_events_by_account_accounts_id_fk" FOREIGN KEY ("by_account") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_approvals" ADD CONSTRAINT "report_approvals_approved_by_accounts_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_editions" ADD CONSTRAINT "report_editions_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_editions" ADD CONSTRAINT "report_editions_sent_by_accounts_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_events" ADD CONSTRAINT "report_events_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_events" ADD CONSTRAINT "report_events_by_account_accounts_id_fk" FOREIGN KEY ("by_account") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_reminders" ADD CONSTRAINT "report_reminders_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_sent_by_accounts_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
CREATE INDEX "reports_sent_by" ON "reports" USING btree ("sent_by");
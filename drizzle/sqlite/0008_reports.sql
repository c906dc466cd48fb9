CREATE TABLE `report_approval_events` (
	`id` text PRIMARY KEY NOT NULL,
	`region_code` text NOT NULL,
	`kind` text NOT NULL,
	`from_date` text NOT NULL,
	`act` text NOT NULL,
	`reason` text,
	`numbers` text NOT NULL,
	`by_account` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`by_account`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `report_approval_events_period` ON `report_approval_events` (`region_code`,`kind`,`from_date`,`at`);--> statement-breakpoint
CREATE INDEX `report_approval_events_by_account` ON `report_approval_events` (`by_account`);--> statement-breakpoint
CREATE TABLE `report_approvals` (
	`region_code` text NOT NULL,
	`kind` text NOT NULL,
	`from_date` text NOT NULL,
	`status` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`first_approved_at` integer NOT NULL,
	`approved_at` integer NOT NULL,
	`approved_by` text NOT NULL,
	`numbers` text NOT NULL,
	PRIMARY KEY(`region_code`, `kind`, `from_date`),
	FOREIGN KEY (`approved_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `report_approvals_approved_by` ON `report_approvals` (`approved_by`);--> statement-breakpoint
CREATE TABLE `report_counts` (
	`region_code` text NOT NULL,
	`kind` text NOT NULL,
	`from_date` text NOT NULL,
	`sent` integer DEFAULT 0 NOT NULL,
	`verified` integer DEFAULT 0 NOT NULL,
	`returned` integer DEFAULT 0 NOT NULL,
	`on_time` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`region_code`, `kind`, `from_date`)
);
--> statement-breakpoint
CREATE TABLE `report_editions` (
	`report_id` text NOT NULL,
	`edition` integer NOT NULL,
	`obstacles` text NOT NULL,
	`plans` text NOT NULL,
	`received` integer,
	`spent` integer,
	`fund_source` text,
	`numbers` text NOT NULL,
	`reason` text,
	`sent_by` text NOT NULL,
	`sent_at` integer NOT NULL,
	PRIMARY KEY(`report_id`, `edition`),
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sent_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `report_editions_sent_by` ON `report_editions` (`sent_by`);--> statement-breakpoint
CREATE TABLE `report_events` (
	`id` text PRIMARY KEY NOT NULL,
	`report_id` text NOT NULL,
	`kind` text NOT NULL,
	`comment` text,
	`by_account` text NOT NULL,
	`by_office` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_account`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `report_events_report` ON `report_events` (`report_id`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `report_events_by_account` ON `report_events` (`by_account`);--> statement-breakpoint
CREATE TABLE `report_reminders` (
	`group_id` text NOT NULL,
	`kind` text NOT NULL,
	`from_date` text NOT NULL,
	`reminder` text NOT NULL,
	`reminded_at` integer NOT NULL,
	PRIMARY KEY(`group_id`, `kind`, `from_date`, `reminder`),
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `reports` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`kind` text NOT NULL,
	`from_date` text NOT NULL,
	`last_date` text NOT NULL,
	`status` text NOT NULL,
	`status_since` integer NOT NULL,
	`obstacles` text NOT NULL,
	`plans` text NOT NULL,
	`received` integer,
	`spent` integer,
	`fund_source` text,
	`numbers` text,
	`edition` integer DEFAULT 0 NOT NULL,
	`on_time` integer DEFAULT false NOT NULL,
	`first_sent_at` integer,
	`sent_by` text,
	`version` integer DEFAULT 1 NOT NULL,
	`province_code` text NOT NULL,
	`regency_code` text NOT NULL,
	`district_code` text NOT NULL,
	`village_code` text NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sent_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reports_group` ON `reports` (`group_id`,`kind`,`from_date`);--> statement-breakpoint
CREATE INDEX `reports_province` ON `reports` (`province_code`,`kind`,`from_date`,`status`);--> statement-breakpoint
CREATE INDEX `reports_regency` ON `reports` (`regency_code`,`kind`,`from_date`,`status`);--> statement-breakpoint
CREATE INDEX `reports_waiting` ON `reports` (`regency_code`,`status`,`status_since`,`id`);--> statement-breakpoint
CREATE INDEX `reports_sent_by` ON `reports` (`sent_by`);
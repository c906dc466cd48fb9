CREATE TABLE `partner_kinds` (
	`code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`source` text,
	`valid_from` text NOT NULL,
	`valid_until` text
);
--> statement-breakpoint
CREATE TABLE `partners` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`kind_code` text NOT NULL,
	`province_code` text NOT NULL,
	`regency_code` text NOT NULL,
	`place_code` text,
	`place_province_code` text NOT NULL,
	`place_regency_code` text NOT NULL,
	`place_district_code` text NOT NULL,
	`contact` text NOT NULL,
	`channels` text NOT NULL,
	`note` text,
	`sent_hash` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	`end_reason` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`kind_code`) REFERENCES `partner_kinds`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`place_code`) REFERENCES `regions`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `partners_name` ON `partners` (`name_key`,`id`);--> statement-breakpoint
CREATE INDEX `partners_province` ON `partners` (`province_code`,`name_key`,`id`);--> statement-breakpoint
CREATE INDEX `partners_regency` ON `partners` (`regency_code`,`name_key`,`id`);--> statement-breakpoint
CREATE INDEX `partners_kind` ON `partners` (`kind_code`,`name_key`,`id`);--> statement-breakpoint
CREATE INDEX `partners_place` ON `partners` (`place_code`);--> statement-breakpoint
CREATE INDEX `partners_place_province` ON `partners` (`place_province_code`,`name_key`,`id`);--> statement-breakpoint
CREATE INDEX `partners_place_regency` ON `partners` (`place_regency_code`,`name_key`,`id`);--> statement-breakpoint
CREATE INDEX `partners_place_district` ON `partners` (`place_district_code`,`name_key`,`id`);--> statement-breakpoint
CREATE INDEX `partners_created_by` ON `partners` (`created_by`);--> statement-breakpoint
CREATE TABLE `partnership_activities` (
	`partnership_id` text NOT NULL,
	`activity_id` text NOT NULL,
	`linked_by` text NOT NULL,
	`linked_at` integer NOT NULL,
	PRIMARY KEY(`partnership_id`, `activity_id`),
	FOREIGN KEY (`partnership_id`) REFERENCES `partnerships`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`linked_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `partnership_activities_activity` ON `partnership_activities` (`activity_id`);--> statement-breakpoint
CREATE INDEX `partnership_activities_linked_by` ON `partnership_activities` (`linked_by`);--> statement-breakpoint
CREATE TABLE `partnership_assessments` (
	`partnership_id` text NOT NULL,
	`year` integer NOT NULL,
	`version` integer NOT NULL,
	`content` text NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`partnership_id`, `year`, `version`),
	FOREIGN KEY (`partnership_id`) REFERENCES `partnerships`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`saved_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `partnership_assessments_saved_by` ON `partnership_assessments` (`saved_by`);--> statement-breakpoint
CREATE TABLE `partnership_reminders` (
	`partnership_id` text NOT NULL,
	`ends_on` text NOT NULL,
	`days_before` integer NOT NULL,
	`reminded_at` integer NOT NULL,
	PRIMARY KEY(`partnership_id`, `ends_on`, `days_before`),
	FOREIGN KEY (`partnership_id`) REFERENCES `partnerships`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `partnership_rollups` (
	`region_code` text PRIMARY KEY NOT NULL,
	`province_code` text NOT NULL,
	`regency_code` text NOT NULL,
	`proposed` integer DEFAULT 0 NOT NULL,
	`active` integer DEFAULT 0 NOT NULL,
	`ending` integer DEFAULT 0 NOT NULL,
	`ended` integer DEFAULT 0 NOT NULL,
	`broken_off` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `partnership_rollups_province` ON `partnership_rollups` (`province_code`);--> statement-breakpoint
CREATE INDEX `partnership_rollups_regency` ON `partnership_rollups` (`regency_code`);--> statement-breakpoint
CREATE TABLE `partnership_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`partnership_id` text NOT NULL,
	`status` text NOT NULL,
	`at` integer NOT NULL,
	`by_account` text,
	`reason` text,
	FOREIGN KEY (`partnership_id`) REFERENCES `partnerships`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_account`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `partnership_steps_partnership` ON `partnership_steps` (`partnership_id`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `partnership_steps_by_account` ON `partnership_steps` (`by_account`);--> statement-breakpoint
CREATE TABLE `partnership_topics` (
	`partnership_id` text NOT NULL,
	`topic_code` text NOT NULL,
	PRIMARY KEY(`partnership_id`, `topic_code`),
	FOREIGN KEY (`partnership_id`) REFERENCES `partnerships`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`topic_code`) REFERENCES `activity_topics`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `partnership_topics_topic` ON `partnership_topics` (`topic_code`,`partnership_id`);--> statement-breakpoint
CREATE TABLE `partnerships` (
	`id` text PRIMARY KEY NOT NULL,
	`partner_id` text,
	`group_id` text,
	`status` text NOT NULL,
	`status_since` integer NOT NULL,
	`status_reason` text,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`search_key` text NOT NULL,
	`number` text,
	`starts_on` text NOT NULL,
	`ends_on` text,
	`scope` text NOT NULL,
	`office_duties` text,
	`partner_duties` text,
	`budget_code` text,
	`funding_source` text,
	`responsible` text,
	`is_public` integer NOT NULL,
	`renewed_from_id` text,
	`sent_hash` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`province_code` text NOT NULL,
	`regency_code` text NOT NULL,
	`district_code` text NOT NULL,
	FOREIGN KEY (`partner_id`) REFERENCES `partners`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `partnerships_latest` ON `partnerships` (`starts_on`,`id`);--> statement-breakpoint
CREATE INDEX `partnerships_province` ON `partnerships` (`province_code`,`starts_on`,`id`);--> statement-breakpoint
CREATE INDEX `partnerships_regency` ON `partnerships` (`regency_code`,`starts_on`,`id`);--> statement-breakpoint
CREATE INDEX `partnerships_district` ON `partnerships` (`district_code`,`starts_on`,`id`);--> statement-breakpoint
CREATE INDEX `partnerships_calendar` ON `partnerships` (`status`,`ends_on`);--> statement-breakpoint
CREATE INDEX `partnerships_partner` ON `partnerships` (`partner_id`,`starts_on`);--> statement-breakpoint
CREATE INDEX `partnerships_group` ON `partnerships` (`group_id`,`starts_on`);--> statement-breakpoint
CREATE UNIQUE INDEX `partnerships_one_renewal` ON `partnerships` (`renewed_from_id`) WHERE status <> 'broken_off';--> statement-breakpoint
CREATE INDEX `partnerships_created_by` ON `partnerships` (`created_by`);--> statement-breakpoint
ALTER TABLE `documents` ADD `partnership_id` text REFERENCES partnerships(id);--> statement-breakpoint
CREATE INDEX `documents_partnership` ON `documents` (`partnership_id`,`kind`,`replaced_at`);
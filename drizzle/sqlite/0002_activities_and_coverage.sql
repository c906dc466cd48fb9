CREATE TABLE `activities` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`status` text NOT NULL,
	`status_since` integer NOT NULL,
	`local_date` text NOT NULL,
	`zone` text NOT NULL,
	`title` text NOT NULL,
	`title_key` text NOT NULL,
	`story` text NOT NULL,
	`topic_code` text NOT NULL,
	`reach` integer,
	`reach_source` text,
	`reach_estimated` integer DEFAULT false NOT NULL,
	`men` integer,
	`women` integer,
	`partners` text,
	`hoax` text,
	`is_public` integer NOT NULL,
	`place_code` text NOT NULL,
	`sent_hash` text NOT NULL,
	`reported_by` text NOT NULL,
	`reported_at` integer NOT NULL,
	`edited_since_confirmed` integer DEFAULT false NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`province_code` text NOT NULL,
	`regency_code` text NOT NULL,
	`district_code` text NOT NULL,
	`village_code` text NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`topic_code`) REFERENCES `activity_topics`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`place_code`) REFERENCES `regions`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reported_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `activities_group` ON `activities` (`group_id`,`local_date`,`id`);--> statement-breakpoint
CREATE INDEX `activities_province` ON `activities` (`province_code`,`local_date`,`id`);--> statement-breakpoint
CREATE INDEX `activities_regency` ON `activities` (`regency_code`,`local_date`,`id`);--> statement-breakpoint
CREATE INDEX `activities_waiting` ON `activities` (`regency_code`,`status`,`local_date`,`id`);--> statement-breakpoint
CREATE INDEX `activities_latest` ON `activities` (`local_date`,`id`);--> statement-breakpoint
CREATE INDEX `activities_topic` ON `activities` (`topic_code`);--> statement-breakpoint
CREATE INDEX `activities_place` ON `activities` (`place_code`);--> statement-breakpoint
CREATE INDEX `activities_reported_by` ON `activities` (`reported_by`);--> statement-breakpoint
CREATE TABLE `activity_channels` (
	`activity_id` text NOT NULL,
	`channel` text NOT NULL,
	`platform` text,
	`link` text,
	PRIMARY KEY(`activity_id`, `channel`),
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `activity_events` (
	`id` text PRIMARY KEY NOT NULL,
	`activity_id` text NOT NULL,
	`kind` text NOT NULL,
	`comment` text,
	`by_account` text NOT NULL,
	`by_office` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_account`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `activity_events_activity` ON `activity_events` (`activity_id`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `activity_events_by_account` ON `activity_events` (`by_account`);--> statement-breakpoint
CREATE TABLE `activity_functions` (
	`activity_id` text NOT NULL,
	`function` text NOT NULL,
	PRIMARY KEY(`activity_id`, `function`),
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `activity_photos` (
	`id` text PRIMARY KEY NOT NULL,
	`activity_id` text NOT NULL,
	`sha256` text NOT NULL,
	`small_sha256` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`bytes` integer NOT NULL,
	`uploaded_by` text NOT NULL,
	`uploaded_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`uploaded_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `activity_photos_activity` ON `activity_photos` (`activity_id`,`removed_at`);--> statement-breakpoint
CREATE INDEX `activity_photos_uploaded_by` ON `activity_photos` (`uploaded_by`);--> statement-breakpoint
CREATE TABLE `activity_versions` (
	`activity_id` text NOT NULL,
	`version` integer NOT NULL,
	`content` text NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`activity_id`, `version`),
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`saved_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `activity_versions_saved_by` ON `activity_versions` (`saved_by`);--> statement-breakpoint
CREATE TABLE `boundaries` (
	`region_code` text PRIMARY KEY NOT NULL,
	`level` text NOT NULL,
	`parent_code` text NOT NULL,
	`shape` text NOT NULL,
	`coarse` text NOT NULL,
	`import_id` text NOT NULL,
	FOREIGN KEY (`import_id`) REFERENCES `boundary_imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `boundaries_parent` ON `boundaries` (`parent_code`,`level`);--> statement-breakpoint
CREATE INDEX `boundaries_level` ON `boundaries` (`level`);--> statement-breakpoint
CREATE INDEX `boundaries_import` ON `boundaries` (`import_id`);--> statement-breakpoint
CREATE TABLE `boundary_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`level` text NOT NULL,
	`source` text NOT NULL,
	`sha256` text NOT NULL,
	`regions` integer NOT NULL,
	`imported_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `coverage_steps` (
	`region_code` text NOT NULL,
	`from_date` text NOT NULL,
	`groups` integer NOT NULL,
	`active_groups` integer NOT NULL,
	`less_active_groups` integer NOT NULL,
	`villages_with_group` integer NOT NULL,
	`villages_active` integer NOT NULL,
	`districts_with_group` integer NOT NULL,
	`districts_active` integer NOT NULL,
	`activities` integer NOT NULL,
	PRIMARY KEY(`region_code`, `from_date`)
);
--> statement-breakpoint
CREATE TABLE `group_activity` (
	`group_id` text PRIMARY KEY NOT NULL,
	`last_on` text NOT NULL,
	`confirmed` integer NOT NULL,
	`province_code` text NOT NULL,
	`regency_code` text NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `group_activity_province` ON `group_activity` (`province_code`,`last_on`);--> statement-breakpoint
CREATE INDEX `group_activity_regency` ON `group_activity` (`regency_code`,`last_on`);--> statement-breakpoint
CREATE TABLE `group_spans` (
	`group_id` text NOT NULL,
	`from_date` text NOT NULL,
	`until_date` text,
	PRIMARY KEY(`group_id`, `from_date`),
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `activity_topics` (
	`code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`source` text,
	`valid_from` text NOT NULL,
	`valid_until` text
);

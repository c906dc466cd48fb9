CREATE TABLE `community_kinds` (
	`code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`source` text,
	`valid_from` text NOT NULL,
	`valid_until` text
);
--> statement-breakpoint
CREATE TABLE `mapping_counts` (
	`mapping_id` text NOT NULL,
	`district_code` text NOT NULL,
	`class` text NOT NULL,
	`follow_up` text NOT NULL,
	`rows` integer NOT NULL,
	PRIMARY KEY(`mapping_id`, `district_code`, `class`, `follow_up`),
	FOREIGN KEY (`mapping_id`) REFERENCES `mappings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `mapping_distinct` (
	`mapping_id` text NOT NULL,
	`first_id` text NOT NULL,
	`second_id` text NOT NULL,
	PRIMARY KEY(`mapping_id`, `first_id`, `second_id`),
	FOREIGN KEY (`mapping_id`) REFERENCES `mappings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `mapping_findings` (
	`district_code` text NOT NULL,
	`settled_on` text NOT NULL,
	`mapping_id` text NOT NULL,
	`province_code` text NOT NULL,
	`regency_code` text NOT NULL,
	`villages` integer NOT NULL,
	`with_candidate` integer NOT NULL,
	`with_nothing` integer NOT NULL,
	PRIMARY KEY(`district_code`, `settled_on`, `mapping_id`),
	FOREIGN KEY (`mapping_id`) REFERENCES `mappings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mapping_findings_mapping` ON `mapping_findings` (`mapping_id`);--> statement-breakpoint
CREATE INDEX `mapping_findings_regency` ON `mapping_findings` (`regency_code`,`settled_on`);--> statement-breakpoint
CREATE INDEX `mapping_findings_province` ON `mapping_findings` (`province_code`,`settled_on`);--> statement-breakpoint
CREATE TABLE `mapping_import_problems` (
	`import_id` text NOT NULL,
	`at` integer NOT NULL,
	`sheet` text NOT NULL,
	`row` integer NOT NULL,
	`column_letter` text NOT NULL,
	`value` text NOT NULL,
	`message` text NOT NULL,
	PRIMARY KEY(`import_id`, `at`),
	FOREIGN KEY (`import_id`) REFERENCES `mapping_imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `mapping_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`mapping_id` text NOT NULL,
	`status` text NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`counts` text,
	`refusal` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`applied_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`mapping_id`) REFERENCES `mappings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mapping_imports_mapping` ON `mapping_imports` (`mapping_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `mapping_imports_created_by` ON `mapping_imports` (`created_by`);--> statement-breakpoint
CREATE TABLE `mapping_invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`row_id` text NOT NULL,
	`mapping_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	`application_id` text,
	FOREIGN KEY (`row_id`) REFERENCES `mapping_rows`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mapping_id`) REFERENCES `mappings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mapping_invitations_token` ON `mapping_invitations` (`token_hash`);--> statement-breakpoint
CREATE INDEX `mapping_invitations_row` ON `mapping_invitations` (`row_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `mapping_invitations_mapping` ON `mapping_invitations` (`mapping_id`);--> statement-breakpoint
CREATE INDEX `mapping_invitations_created_by` ON `mapping_invitations` (`created_by`);--> statement-breakpoint
CREATE UNIQUE INDEX `mapping_invitations_application` ON `mapping_invitations` (`application_id`);--> statement-breakpoint
CREATE TABLE `mapping_merges` (
	`id` text PRIMARY KEY NOT NULL,
	`mapping_id` text NOT NULL,
	`kept_id` text NOT NULL,
	`merged_id` text NOT NULL,
	`kept_before` text NOT NULL,
	`kept_version` integer NOT NULL,
	`merged_by` text NOT NULL,
	`merged_at` integer NOT NULL,
	`undone_at` integer,
	FOREIGN KEY (`mapping_id`) REFERENCES `mappings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`kept_id`) REFERENCES `mapping_rows`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`merged_id`) REFERENCES `mapping_rows`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`merged_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mapping_merges_mapping` ON `mapping_merges` (`mapping_id`,`merged_at`);--> statement-breakpoint
CREATE INDEX `mapping_merges_kept` ON `mapping_merges` (`kept_id`);--> statement-breakpoint
CREATE INDEX `mapping_merges_merged` ON `mapping_merges` (`merged_id`);--> statement-breakpoint
CREATE INDEX `mapping_merges_by` ON `mapping_merges` (`merged_by`);--> statement-breakpoint
CREATE TABLE `mapping_rows` (
	`id` text PRIMARY KEY NOT NULL,
	`mapping_id` text NOT NULL,
	`predecessor_id` text,
	`state` text NOT NULL,
	`source` text NOT NULL,
	`class` text NOT NULL,
	`group_id` text,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`kind_code` text,
	`contact_name` text,
	`contact` text,
	`channels` text,
	`audience` text,
	`topics` text,
	`strength` text,
	`gap` text,
	`follow_up` text NOT NULL,
	`surveyed_by` text,
	`surveyed_on` text,
	`import_id` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`province_code` text NOT NULL,
	`regency_code` text NOT NULL,
	`district_code` text NOT NULL,
	`village_code` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`mapping_id`) REFERENCES `mappings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`kind_code`) REFERENCES `community_kinds`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`village_code`) REFERENCES `regions`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mapping_rows_list` ON `mapping_rows` (`mapping_id`,`state`,`village_code`,`name_key`,`id`);--> statement-breakpoint
CREATE INDEX `mapping_rows_class` ON `mapping_rows` (`mapping_id`,`state`,`class`,`village_code`,`name_key`,`id`);--> statement-breakpoint
CREATE INDEX `mapping_rows_follow_up` ON `mapping_rows` (`mapping_id`,`state`,`follow_up`,`village_code`,`name_key`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `mapping_rows_group` ON `mapping_rows` (`group_id`,`mapping_id`);--> statement-breakpoint
CREATE INDEX `mapping_rows_predecessor` ON `mapping_rows` (`predecessor_id`);--> statement-breakpoint
CREATE INDEX `mapping_rows_village` ON `mapping_rows` (`village_code`);--> statement-breakpoint
CREATE INDEX `mapping_rows_kind` ON `mapping_rows` (`kind_code`);--> statement-breakpoint
CREATE INDEX `mapping_rows_created_by` ON `mapping_rows` (`created_by`);--> statement-breakpoint
CREATE TABLE `mappings` (
	`id` text PRIMARY KEY NOT NULL,
	`status` text NOT NULL,
	`status_since` integer NOT NULL,
	`title` text NOT NULL,
	`begins_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`previous_id` text,
	`number` text,
	`settled_on` text,
	`facts` text,
	`sha256` text,
	`bytes` integer,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`province_code` text NOT NULL,
	`regency_code` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`created_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`regency_code`) REFERENCES `regions`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mappings_regency` ON `mappings` (`regency_code`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `mappings_province` ON `mappings` (`province_code`,`created_at`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `mappings_one_open` ON `mappings` (`regency_code`) WHERE status <> 'settled';--> statement-breakpoint
CREATE UNIQUE INDEX `mappings_number` ON `mappings` (`number`);--> statement-breakpoint
CREATE INDEX `mappings_created_by` ON `mappings` (`created_by`);
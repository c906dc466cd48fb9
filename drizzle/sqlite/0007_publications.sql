CREATE TABLE `activity_counts` (
	`region_code` text NOT NULL,
	`month` text NOT NULL,
	`mark` text NOT NULL,
	`activities` integer NOT NULL,
	`reach` integer NOT NULL,
	`estimated_reach` integer NOT NULL,
	`estimated` integer NOT NULL,
	`without_reach` integer NOT NULL,
	PRIMARY KEY(`region_code`, `month`, `mark`)
);
--> statement-breakpoint
CREATE TABLE `document_counters` (
	`series` text PRIMARY KEY NOT NULL,
	`last_serial` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `population_figures` (
	`region_code` text NOT NULL,
	`year` integer NOT NULL,
	`total` integer NOT NULL,
	`target` integer NOT NULL,
	`source` text NOT NULL,
	`import_id` text NOT NULL,
	PRIMARY KEY(`region_code`, `year`),
	FOREIGN KEY (`region_code`) REFERENCES `regions`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`import_id`) REFERENCES `population_imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `population_figures_import` ON `population_figures` (`import_id`);--> statement-breakpoint
CREATE TABLE `population_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`status` text NOT NULL,
	`file_name` text NOT NULL,
	`source` text NOT NULL,
	`year` integer NOT NULL,
	`rows` text NOT NULL,
	`problems` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`applied_at` integer,
	`province_code` text NOT NULL,
	`regency_code` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`created_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `population_imports_latest` ON `population_imports` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `population_imports_province` ON `population_imports` (`province_code`,`created_at`);--> statement-breakpoint
CREATE INDEX `population_imports_regency` ON `population_imports` (`regency_code`,`created_at`);--> statement-breakpoint
CREATE INDEX `population_imports_created_by` ON `population_imports` (`created_by`);--> statement-breakpoint
CREATE TABLE `publications` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`output` text NOT NULL,
	`title` text NOT NULL,
	`region_code` text NOT NULL,
	`place` text NOT NULL,
	`period` text NOT NULL,
	`office` text NOT NULL,
	`parameters` text NOT NULL,
	`group_id` text,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	`facts_sha256` text,
	`files` text,
	`province_code` text NOT NULL,
	`regency_code` text NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `publications_number` ON `publications` (`number`);--> statement-breakpoint
CREATE INDEX `publications_latest` ON `publications` (`made_at`,`id`);--> statement-breakpoint
CREATE INDEX `publications_province` ON `publications` (`province_code`,`made_at`,`id`);--> statement-breakpoint
CREATE INDEX `publications_regency` ON `publications` (`regency_code`,`made_at`,`id`);--> statement-breakpoint
CREATE INDEX `publications_group` ON `publications` (`group_id`,`made_at`,`id`);--> statement-breakpoint
CREATE INDEX `publications_made_by` ON `publications` (`made_by`);
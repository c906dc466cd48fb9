CREATE TABLE `coordination_reminders` (
	`thread_id` text PRIMARY KEY NOT NULL,
	`reminded_at` integer NOT NULL,
	FOREIGN KEY (`thread_id`) REFERENCES `coordination_threads`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `event_regencies` (
	`event_id` text NOT NULL,
	`regency_code` text NOT NULL,
	`province_code` text NOT NULL,
	PRIMARY KEY(`event_id`, `regency_code`),
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `coordination_threads_due` ON `coordination_threads` (`status`,`due_on`);
CREATE TABLE `coordination_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`thread_id` text NOT NULL,
	`office_code` text NOT NULL,
	`body` text NOT NULL,
	`written_by` text NOT NULL,
	`written_at` integer NOT NULL,
	FOREIGN KEY (`thread_id`) REFERENCES `coordination_threads`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `coordination_messages_thread` ON `coordination_messages` (`thread_id`,`written_at`);--> statement-breakpoint
CREATE INDEX `coordination_messages_written_by` ON `coordination_messages` (`written_by`);--> statement-breakpoint
CREATE TABLE `coordination_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`sender_code` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`due_on` text NOT NULL,
	`figure` text,
	`written_by` text NOT NULL,
	`written_at` integer NOT NULL,
	FOREIGN KEY (`written_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `coordination_notes_written_by` ON `coordination_notes` (`written_by`);--> statement-breakpoint
CREATE TABLE `coordination_threads` (
	`id` text PRIMARY KEY NOT NULL,
	`note_id` text NOT NULL,
	`sender_code` text NOT NULL,
	`recipient_code` text NOT NULL,
	`status` text NOT NULL,
	`due_on` text NOT NULL,
	`figure_then` text,
	`last_at` integer NOT NULL,
	`closed_by` text,
	`closed_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`note_id`) REFERENCES `coordination_notes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`closed_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `coordination_threads_note` ON `coordination_threads` (`note_id`,`recipient_code`);--> statement-breakpoint
CREATE INDEX `coordination_threads_sent` ON `coordination_threads` (`sender_code`,`status`,`last_at`,`id`);--> statement-breakpoint
CREATE INDEX `coordination_threads_received` ON `coordination_threads` (`recipient_code`,`status`,`last_at`,`id`);--> statement-breakpoint
CREATE INDEX `coordination_threads_contact` ON `coordination_threads` (`sender_code`,`recipient_code`,`last_at`);--> statement-breakpoint
CREATE INDEX `coordination_threads_closed_by` ON `coordination_threads` (`closed_by`);--> statement-breakpoint
DROP INDEX `applications_regency`;--> statement-breakpoint
CREATE INDEX `applications_decided` ON `applications` (`regency_code`,`status`,`decided_at`,`submitted_at`);--> statement-breakpoint
CREATE INDEX `applications_regency` ON `applications` (`regency_code`,`status`,`submitted_at`,`id`,`due_at`);
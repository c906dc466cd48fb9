CREATE TABLE `event_attendees` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`group_id` text,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`origin` text,
	`token` text NOT NULL,
	`code` text NOT NULL,
	`present_at` integer,
	`present_way` text,
	`marked_by` text,
	`registered_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`marked_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `event_attendees_token` ON `event_attendees` (`token`);--> statement-breakpoint
CREATE UNIQUE INDEX `event_attendees_code` ON `event_attendees` (`event_id`,`code`);--> statement-breakpoint
CREATE INDEX `event_attendees_list` ON `event_attendees` (`event_id`,`name_key`,`id`);--> statement-breakpoint
CREATE INDEX `event_attendees_group` ON `event_attendees` (`group_id`,`event_id`);--> statement-breakpoint
CREATE INDEX `event_attendees_marked_by` ON `event_attendees` (`marked_by`);--> statement-breakpoint
CREATE TABLE `event_certificates` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`attendee_id` text NOT NULL,
	`serial` integer NOT NULL,
	`code` text NOT NULL,
	`facts` text NOT NULL,
	`issued_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attendee_id`) REFERENCES `event_attendees`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `event_certificates_attendee` ON `event_certificates` (`attendee_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `event_certificates_serial` ON `event_certificates` (`event_id`,`serial`);--> statement-breakpoint
CREATE UNIQUE INDEX `event_certificates_code` ON `event_certificates` (`code`);--> statement-breakpoint
CREATE TABLE `event_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`office_code` text NOT NULL,
	`province_code` text NOT NULL,
	`what` text NOT NULL,
	`group_id` text,
	`who` text NOT NULL,
	`due_on` text NOT NULL,
	`state` text NOT NULL,
	`state_since` integer NOT NULL,
	`note` text,
	`reminded_at` integer,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `event_decisions_office` ON `event_decisions` (`office_code`,`state`,`due_on`,`id`);--> statement-breakpoint
CREATE INDEX `event_decisions_province` ON `event_decisions` (`province_code`,`state`,`due_on`,`id`);--> statement-breakpoint
CREATE INDEX `event_decisions_due` ON `event_decisions` (`state`,`due_on`,`id`);--> statement-breakpoint
CREATE INDEX `event_decisions_event` ON `event_decisions` (`event_id`,`due_on`);--> statement-breakpoint
CREATE INDEX `event_decisions_group` ON `event_decisions` (`group_id`,`state`);--> statement-breakpoint
CREATE INDEX `event_decisions_created_by` ON `event_decisions` (`created_by`);--> statement-breakpoint
CREATE TABLE `event_evaluations` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`attendee_id` text NOT NULL,
	`usefulness` integer NOT NULL,
	`clarity` integer NOT NULL,
	`materials` integer NOT NULL,
	`organisation` integer NOT NULL,
	`comment` text,
	`answered_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attendee_id`) REFERENCES `event_attendees`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `event_evaluations_once` ON `event_evaluations` (`attendee_id`);--> statement-breakpoint
CREATE INDEX `event_evaluations_event` ON `event_evaluations` (`event_id`,`answered_at`);--> statement-breakpoint
CREATE TABLE `event_invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`group_id` text NOT NULL,
	`group_key` text NOT NULL,
	`invited_at` integer NOT NULL,
	`reply` text,
	`note` text,
	`replied_by` text,
	`replied_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`replied_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `event_invitations_once` ON `event_invitations` (`event_id`,`group_id`);--> statement-breakpoint
CREATE INDEX `event_invitations_list` ON `event_invitations` (`event_id`,`group_key`,`id`);--> statement-breakpoint
CREATE INDEX `event_invitations_group` ON `event_invitations` (`group_id`,`invited_at`);--> statement-breakpoint
CREATE INDEX `event_invitations_replied_by` ON `event_invitations` (`replied_by`);--> statement-breakpoint
CREATE TABLE `event_materials` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`title` text NOT NULL,
	`mime` text NOT NULL,
	`bytes` integer NOT NULL,
	`pages` integer NOT NULL,
	`sha256` text NOT NULL,
	`added_by` text NOT NULL,
	`added_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `event_materials_event` ON `event_materials` (`event_id`,`added_at`);--> statement-breakpoint
CREATE INDEX `event_materials_added_by` ON `event_materials` (`added_by`);--> statement-breakpoint
CREATE TABLE `event_rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`criteria` text NOT NULL,
	`found` integer NOT NULL,
	`invited` integer NOT NULL,
	`sent_by` text NOT NULL,
	`sent_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sent_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `event_rounds_event` ON `event_rounds` (`event_id`,`sent_at`);--> statement-breakpoint
CREATE INDEX `event_rounds_sent_by` ON `event_rounds` (`sent_by`);--> statement-breakpoint
CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`office_code` text NOT NULL,
	`province_code` text NOT NULL,
	`status` text NOT NULL,
	`status_since` integer NOT NULL,
	`status_reason` text,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`title_key` text NOT NULL,
	`purpose` text NOT NULL,
	`venue` text,
	`place_code` text,
	`online_url` text,
	`zone` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`reply_until` integer NOT NULL,
	`capacity` integer,
	`topics` text NOT NULL,
	`invited_groups` integer DEFAULT 0 NOT NULL,
	`accepted_groups` integer DEFAULT 0 NOT NULL,
	`declined_groups` integer DEFAULT 0 NOT NULL,
	`registered_people` integer DEFAULT 0 NOT NULL,
	`present_people` integer DEFAULT 0 NOT NULL,
	`committee_hash` text,
	`minutes` text,
	`minutes_at` integer,
	`certificate_series` text,
	`certificates` integer DEFAULT 0 NOT NULL,
	`certificate_run` integer DEFAULT 0 NOT NULL,
	`certificate_sha256` text,
	`certificate_bytes` integer,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`place_code`) REFERENCES `regions`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `events_office` ON `events` (`office_code`,`starts_at`,`id`);--> statement-breakpoint
CREATE INDEX `events_province` ON `events` (`province_code`,`starts_at`,`id`);--> statement-breakpoint
CREATE INDEX `events_starts` ON `events` (`starts_at`,`id`);--> statement-breakpoint
CREATE INDEX `events_place` ON `events` (`place_code`);--> statement-breakpoint
CREATE INDEX `events_created_by` ON `events` (`created_by`);--> statement-breakpoint
CREATE UNIQUE INDEX `events_committee` ON `events` (`committee_hash`);
ALTER TABLE `events` ADD `partnership_id` text REFERENCES partnerships(id);--> statement-breakpoint
CREATE INDEX `events_partnership` ON `events` (`partnership_id`,`starts_at`);
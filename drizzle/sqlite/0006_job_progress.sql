ALTER TABLE `jobs` ADD `parts_done` integer;--> statement-breakpoint
ALTER TABLE `jobs` ADD `parts_total` integer;
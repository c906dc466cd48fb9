CREATE TABLE `mapping_results` (
	`mapping_id` text PRIMARY KEY NOT NULL,
	`settled_on` text NOT NULL,
	`province_code` text NOT NULL,
	`regency_code` text NOT NULL,
	`districts` integer NOT NULL,
	`villages` integer NOT NULL,
	`with_candidate` integer NOT NULL,
	`with_nothing` integer NOT NULL,
	FOREIGN KEY (`mapping_id`) REFERENCES `mappings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mapping_results_regency` ON `mapping_results` (`regency_code`,`settled_on`);--> statement-breakpoint
CREATE INDEX `mapping_results_province` ON `mapping_results` (`province_code`,`settled_on`);
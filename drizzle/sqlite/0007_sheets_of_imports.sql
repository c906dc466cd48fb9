ALTER TABLE `import_rows` ADD `formulas` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `imports` ADD `sheet` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `imports` ADD `merged` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `population_imports` ADD `sheet` text DEFAULT '' NOT NULL;
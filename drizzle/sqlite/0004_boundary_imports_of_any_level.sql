CREATE UNIQUE INDEX `boundary_imports_sha256` ON `boundary_imports` (`sha256`);--> statement-breakpoint
ALTER TABLE `boundary_imports` DROP COLUMN `level`;
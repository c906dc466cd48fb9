CREATE UNIQUE INDEX "boundary_imports_sha256" ON "boundary_imports" USING btree ("sha256");--> statement-breakpoint
ALTER TABLE "boundary_imports" DROP COLUMN "level";
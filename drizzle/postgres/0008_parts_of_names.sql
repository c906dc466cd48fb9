CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE INDEX group_names ON groups USING gin (name_key gin_trgm_ops);

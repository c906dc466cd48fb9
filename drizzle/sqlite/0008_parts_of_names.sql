CREATE VIRTUAL TABLE group_names USING fts5(name_key, group_id UNINDEXED, tokenize = 'trigram');
--> statement-breakpoint
INSERT INTO group_names (name_key, group_id) SELECT name_key, id FROM groups;
--> statement-breakpoint
CREATE TRIGGER group_names_insert AFTER INSERT ON groups
BEGIN INSERT INTO group_names (name_key, group_id) VALUES (new.name_key, new.id); END;
--> statement-breakpoint
CREATE TRIGGER group_names_update AFTER UPDATE OF name_key ON groups WHEN new.name_key <> old.name_key
BEGIN UPDATE group_names SET name_key = new.name_key WHERE group_id = old.id; END;
--> statement-breakpoint
CREATE TRIGGER group_names_delete AFTER DELETE ON groups
BEGIN DELETE FROM group_names WHERE group_id = old.id; END;

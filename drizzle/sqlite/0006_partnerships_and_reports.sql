CREATE TABLE `activity_counts` (
	`region_code` text NOT NULL,
	`month` text NOT NULL,
	`mark` text NOT NULL,
	`activities` integer NOT NULL,
	`reach` integer NOT NULL,
	`estimated_reach` integer NOT NULL,
	`estimated` integer NOT NULL,
	`without_reach` integer NOT NULL,
	PRIMARY KEY(`region_code`, `month`, `mark`)
);
--> statement-breakpoint
CREATE TABLE `community_kinds` (
	`code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`source` text,
	`valid_from` text NOT NULL,
	`valid_until` text
);
--> statement-breakpoint
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
CREATE TABLE `coordination_reminders` (
	`thread_id` text PRIMARY KEY NOT NULL,
	`reminded_at` integer NOT NULL,
	FOREIGN KEY (`thread_id`) REFERENCES `coordination_threads`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
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
CREATE INDEX `coordination_threads_due` ON `coordination_threads` (`status`,`due_on`);--> statement-breakpoint
CREATE INDEX `coordination_threads_closed_by` ON `coordination_threads` (`closed_by`);--> statement-breakpoint
CREATE TABLE `document_counters` (
	`series` text PRIMARY KEY NOT NULL,
	`last_serial` integer NOT NULL
);
--> statement-breakpoint
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
CREATE TABLE `event_regencies` (
	`event_id` text NOT NULL,
	`regency_code` text NOT NULL,
	`province_code` text NOT NULL,
	PRIMARY KEY(`event_id`, `regency_code`),
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
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
	`partnership_id` text,
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
	FOREIGN KEY (`partnership_id`) REFERENCES `partnerships`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `events_office` ON `events` (`office_code`,`starts_at`,`id`);--> statement-breakpoint
CREATE INDEX `events_province` ON `events` (`province_code`,`starts_at`,`id`);--> statement-breakpoint
CREATE INDEX `events_starts` ON `events` (`starts_at`,`id`);--> statement-breakpoint
CREATE INDEX `events_place` ON `events` (`place_code`);--> statement-breakpoint
CREATE INDEX `events_partnership` ON `events` (`partnership_id`,`starts_at`);--> statement-breakpoint
CREATE INDEX `events_created_by` ON `events` (`created_by`);--> statement-breakpoint
CREATE UNIQUE INDEX `events_committee` ON `events` (`committee_hash`);--> statement-breakpoint
CREATE TABLE `mapping_counts` (
	`mapping_id` text NOT NULL,
	`district_code` text NOT NULL,
	`class` text NOT NULL,
	`follow_up` text NOT NULL,
	`rows` integer NOT NULL,
	PRIMARY KEY(`mapping_id`, `district_code`, `class`, `follow_up`),
	FOREIGN KEY (`mapping_id`) REFERENCES `mappings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `mapping_distinct` (
	`mapping_id` text NOT NULL,
	`first_id` text NOT NULL,
	`second_id` text NOT NULL,
	PRIMARY KEY(`mapping_id`, `first_id`, `second_id`),
	FOREIGN KEY (`mapping_id`) REFERENCES `mappings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `mapping_findings` (
	`district_code` text NOT NULL,
	`settled_on` text NOT NULL,
	`mapping_id` text NOT NULL,
	`province_code` text NOT NULL,
	`regency_code` text NOT NULL,
	`villages` integer NOT NULL,
	`with_candidate` integer NOT NULL,
	`with_nothing` integer NOT NULL,
	PRIMARY KEY(`district_code`, `settled_on`, `mapping_id`),
	FOREIGN KEY (`mapping_id`) REFERENCES `mappings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mapping_findings_mapping` ON `mapping_findings` (`mapping_id`);--> statement-breakpoint
CREATE INDEX `mapping_findings_regency` ON `mapping_findings` (`regency_code`,`settled_on`);--> statement-breakpoint
CREATE INDEX `mapping_findings_province` ON `mapping_findings` (`province_code`,`settled_on`);--> statement-breakpoint
CREATE TABLE `mapping_import_problems` (
	`import_id` text NOT NULL,
	`at` integer NOT NULL,
	`sheet` text NOT NULL,
	`row` integer NOT NULL,
	`column_letter` text NOT NULL,
	`value` text NOT NULL,
	`message` text NOT NULL,
	PRIMARY KEY(`import_id`, `at`),
	FOREIGN KEY (`import_id`) REFERENCES `mapping_imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `mapping_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`mapping_id` text NOT NULL,
	`status` text NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`layout` text,
	`counts` text,
	`refusal` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`applied_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`mapping_id`) REFERENCES `mappings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mapping_imports_mapping` ON `mapping_imports` (`mapping_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `mapping_imports_created_by` ON `mapping_imports` (`created_by`);--> statement-breakpoint
CREATE TABLE `mapping_invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`row_id` text NOT NULL,
	`mapping_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	`application_id` text,
	FOREIGN KEY (`row_id`) REFERENCES `mapping_rows`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mapping_id`) REFERENCES `mappings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mapping_invitations_token` ON `mapping_invitations` (`token_hash`);--> statement-breakpoint
CREATE INDEX `mapping_invitations_row` ON `mapping_invitations` (`row_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `mapping_invitations_mapping` ON `mapping_invitations` (`mapping_id`);--> statement-breakpoint
CREATE INDEX `mapping_invitations_created_by` ON `mapping_invitations` (`created_by`);--> statement-breakpoint
CREATE UNIQUE INDEX `mapping_invitations_application` ON `mapping_invitations` (`application_id`);--> statement-breakpoint
CREATE TABLE `mapping_merges` (
	`id` text PRIMARY KEY NOT NULL,
	`mapping_id` text NOT NULL,
	`kept_id` text NOT NULL,
	`merged_id` text NOT NULL,
	`kept_before` text NOT NULL,
	`kept_version` integer NOT NULL,
	`merged_by` text NOT NULL,
	`merged_at` integer NOT NULL,
	`undone_at` integer,
	FOREIGN KEY (`mapping_id`) REFERENCES `mappings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`kept_id`) REFERENCES `mapping_rows`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`merged_id`) REFERENCES `mapping_rows`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`merged_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mapping_merges_mapping` ON `mapping_merges` (`mapping_id`,`merged_at`);--> statement-breakpoint
CREATE INDEX `mapping_merges_kept` ON `mapping_merges` (`kept_id`);--> statement-breakpoint
CREATE INDEX `mapping_merges_merged` ON `mapping_merges` (`merged_id`);--> statement-breakpoint
CREATE INDEX `mapping_merges_by` ON `mapping_merges` (`merged_by`);--> statement-breakpoint
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
CREATE INDEX `mapping_results_province` ON `mapping_results` (`province_code`,`settled_on`);--> statement-breakpoint
CREATE TABLE `mapping_rows` (
	`id` text PRIMARY KEY NOT NULL,
	`mapping_id` text NOT NULL,
	`predecessor_id` text,
	`state` text NOT NULL,
	`source` text NOT NULL,
	`class` text NOT NULL,
	`group_id` text,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`kind_code` text,
	`contact_name` text,
	`contact` text,
	`channels` text,
	`audience` text,
	`topics` text,
	`strength` text,
	`gap` text,
	`follow_up` text NOT NULL,
	`surveyed_by` text,
	`surveyed_on` text,
	`import_id` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`province_code` text NOT NULL,
	`regency_code` text NOT NULL,
	`district_code` text NOT NULL,
	`village_code` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`mapping_id`) REFERENCES `mappings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`kind_code`) REFERENCES `community_kinds`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`village_code`) REFERENCES `regions`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mapping_rows_list` ON `mapping_rows` (`mapping_id`,`state`,`village_code`,`name_key`,`id`);--> statement-breakpoint
CREATE INDEX `mapping_rows_class` ON `mapping_rows` (`mapping_id`,`state`,`class`,`village_code`,`name_key`,`id`);--> statement-breakpoint
CREATE INDEX `mapping_rows_follow_up` ON `mapping_rows` (`mapping_id`,`state`,`follow_up`,`village_code`,`name_key`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `mapping_rows_group` ON `mapping_rows` (`group_id`,`mapping_id`);--> statement-breakpoint
CREATE INDEX `mapping_rows_predecessor` ON `mapping_rows` (`predecessor_id`);--> statement-breakpoint
CREATE INDEX `mapping_rows_village` ON `mapping_rows` (`village_code`);--> statement-breakpoint
CREATE INDEX `mapping_rows_kind` ON `mapping_rows` (`kind_code`);--> statement-breakpoint
CREATE INDEX `mapping_rows_created_by` ON `mapping_rows` (`created_by`);--> statement-breakpoint
CREATE TABLE `mappings` (
	`id` text PRIMARY KEY NOT NULL,
	`status` text NOT NULL,
	`status_since` integer NOT NULL,
	`title` text NOT NULL,
	`begins_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`previous_id` text,
	`number` text,
	`settled_on` text,
	`facts` text,
	`sha256` text,
	`bytes` integer,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`province_code` text NOT NULL,
	`regency_code` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`created_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`regency_code`) REFERENCES `regions`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mappings_regency` ON `mappings` (`regency_code`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `mappings_province` ON `mappings` (`province_code`,`created_at`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `mappings_one_open` ON `mappings` (`regency_code`) WHERE status <> 'settled';--> statement-breakpoint
CREATE UNIQUE INDEX `mappings_number` ON `mappings` (`number`);--> statement-breakpoint
CREATE INDEX `mappings_created_by` ON `mappings` (`created_by`);--> statement-breakpoint
CREATE TABLE `partner_kinds` (
	`code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`source` text,
	`valid_from` text NOT NULL,
	`valid_until` text
);
--> statement-breakpoint
CREATE TABLE `partners` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`kind_code` text NOT NULL,
	`province_code` text NOT NULL,
	`regency_code` text NOT NULL,
	`place_code` text,
	`place_province_code` text NOT NULL,
	`place_regency_code` text NOT NULL,
	`place_district_code` text NOT NULL,
	`contact` text NOT NULL,
	`channels` text NOT NULL,
	`note` text,
	`sent_hash` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	`end_reason` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`kind_code`) REFERENCES `partner_kinds`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`place_code`) REFERENCES `regions`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `partners_name` ON `partners` (`name_key`,`id`);--> statement-breakpoint
CREATE INDEX `partners_province` ON `partners` (`province_code`,`name_key`,`id`);--> statement-breakpoint
CREATE INDEX `partners_regency` ON `partners` (`regency_code`,`name_key`,`id`);--> statement-breakpoint
CREATE INDEX `partners_kind` ON `partners` (`kind_code`,`name_key`,`id`);--> statement-breakpoint
CREATE INDEX `partners_place` ON `partners` (`place_code`);--> statement-breakpoint
CREATE INDEX `partners_place_province` ON `partners` (`place_province_code`,`name_key`,`id`);--> statement-breakpoint
CREATE INDEX `partners_place_regency` ON `partners` (`place_regency_code`,`name_key`,`id`);--> statement-breakpoint
CREATE INDEX `partners_place_district` ON `partners` (`place_district_code`,`name_key`,`id`);--> statement-breakpoint
CREATE INDEX `partners_created_by` ON `partners` (`created_by`);--> statement-breakpoint
CREATE TABLE `partnership_activities` (
	`partnership_id` text NOT NULL,
	`activity_id` text NOT NULL,
	`linked_by` text NOT NULL,
	`linked_at` integer NOT NULL,
	PRIMARY KEY(`partnership_id`, `activity_id`),
	FOREIGN KEY (`partnership_id`) REFERENCES `partnerships`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`linked_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `partnership_activities_activity` ON `partnership_activities` (`activity_id`);--> statement-breakpoint
CREATE INDEX `partnership_activities_linked_by` ON `partnership_activities` (`linked_by`);--> statement-breakpoint
CREATE TABLE `partnership_assessments` (
	`partnership_id` text NOT NULL,
	`year` integer NOT NULL,
	`version` integer NOT NULL,
	`content` text NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`partnership_id`, `year`, `version`),
	FOREIGN KEY (`partnership_id`) REFERENCES `partnerships`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`saved_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `partnership_assessments_saved_by` ON `partnership_assessments` (`saved_by`);--> statement-breakpoint
CREATE TABLE `partnership_reminders` (
	`partnership_id` text NOT NULL,
	`ends_on` text NOT NULL,
	`days_before` integer NOT NULL,
	`reminded_at` integer NOT NULL,
	PRIMARY KEY(`partnership_id`, `ends_on`, `days_before`),
	FOREIGN KEY (`partnership_id`) REFERENCES `partnerships`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `partnership_rollups` (
	`region_code` text PRIMARY KEY NOT NULL,
	`province_code` text NOT NULL,
	`regency_code` text NOT NULL,
	`proposed` integer DEFAULT 0 NOT NULL,
	`active` integer DEFAULT 0 NOT NULL,
	`ending` integer DEFAULT 0 NOT NULL,
	`ended` integer DEFAULT 0 NOT NULL,
	`broken_off` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `partnership_rollups_province` ON `partnership_rollups` (`province_code`);--> statement-breakpoint
CREATE INDEX `partnership_rollups_regency` ON `partnership_rollups` (`regency_code`);--> statement-breakpoint
CREATE TABLE `partnership_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`partnership_id` text NOT NULL,
	`status` text NOT NULL,
	`at` integer NOT NULL,
	`by_account` text,
	`reason` text,
	FOREIGN KEY (`partnership_id`) REFERENCES `partnerships`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_account`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `partnership_steps_partnership` ON `partnership_steps` (`partnership_id`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `partnership_steps_by_account` ON `partnership_steps` (`by_account`);--> statement-breakpoint
CREATE TABLE `partnership_topics` (
	`partnership_id` text NOT NULL,
	`topic_code` text NOT NULL,
	PRIMARY KEY(`partnership_id`, `topic_code`),
	FOREIGN KEY (`partnership_id`) REFERENCES `partnerships`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`topic_code`) REFERENCES `activity_topics`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `partnership_topics_topic` ON `partnership_topics` (`topic_code`,`partnership_id`);--> statement-breakpoint
CREATE TABLE `partnerships` (
	`id` text PRIMARY KEY NOT NULL,
	`partner_id` text,
	`group_id` text,
	`status` text NOT NULL,
	`status_since` integer NOT NULL,
	`status_reason` text,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`search_key` text NOT NULL,
	`number` text,
	`starts_on` text NOT NULL,
	`ends_on` text,
	`scope` text NOT NULL,
	`office_duties` text,
	`partner_duties` text,
	`budget_code` text,
	`funding_source` text,
	`responsible` text,
	`is_public` integer NOT NULL,
	`renewed_from_id` text,
	`sent_hash` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`province_code` text NOT NULL,
	`regency_code` text NOT NULL,
	`district_code` text NOT NULL,
	FOREIGN KEY (`partner_id`) REFERENCES `partners`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `partnerships_latest` ON `partnerships` (`starts_on`,`id`);--> statement-breakpoint
CREATE INDEX `partnerships_province` ON `partnerships` (`province_code`,`starts_on`,`id`);--> statement-breakpoint
CREATE INDEX `partnerships_regency` ON `partnerships` (`regency_code`,`starts_on`,`id`);--> statement-breakpoint
CREATE INDEX `partnerships_district` ON `partnerships` (`district_code`,`starts_on`,`id`);--> statement-breakpoint
CREATE INDEX `partnerships_calendar` ON `partnerships` (`status`,`ends_on`);--> statement-breakpoint
CREATE INDEX `partnerships_partner` ON `partnerships` (`partner_id`,`starts_on`);--> statement-breakpoint
CREATE INDEX `partnerships_group` ON `partnerships` (`group_id`,`starts_on`);--> statement-breakpoint
CREATE UNIQUE INDEX `partnerships_one_renewal` ON `partnerships` (`renewed_from_id`) WHERE status <> 'broken_off';--> statement-breakpoint
CREATE INDEX `partnerships_created_by` ON `partnerships` (`created_by`);--> statement-breakpoint
CREATE TABLE `population_figures` (
	`region_code` text NOT NULL,
	`year` integer NOT NULL,
	`total` integer NOT NULL,
	`target` integer NOT NULL,
	`source` text NOT NULL,
	`import_id` text NOT NULL,
	PRIMARY KEY(`region_code`, `year`),
	FOREIGN KEY (`region_code`) REFERENCES `regions`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`import_id`) REFERENCES `population_imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `population_figures_import` ON `population_figures` (`import_id`);--> statement-breakpoint
CREATE TABLE `population_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`status` text NOT NULL,
	`file_name` text NOT NULL,
	`source` text NOT NULL,
	`year` integer NOT NULL,
	`rows` text NOT NULL,
	`problems` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`applied_at` integer,
	`province_code` text NOT NULL,
	`regency_code` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`created_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `population_imports_latest` ON `population_imports` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `population_imports_province` ON `population_imports` (`province_code`,`created_at`);--> statement-breakpoint
CREATE INDEX `population_imports_regency` ON `population_imports` (`regency_code`,`created_at`);--> statement-breakpoint
CREATE INDEX `population_imports_created_by` ON `population_imports` (`created_by`);--> statement-breakpoint
CREATE TABLE `publications` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`output` text NOT NULL,
	`title` text NOT NULL,
	`region_code` text NOT NULL,
	`place` text NOT NULL,
	`period` text NOT NULL,
	`office` text NOT NULL,
	`parameters` text NOT NULL,
	`group_id` text,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	`facts_sha256` text,
	`files` text,
	`province_code` text NOT NULL,
	`regency_code` text NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `publications_number` ON `publications` (`number`);--> statement-breakpoint
CREATE INDEX `publications_latest` ON `publications` (`made_at`,`id`);--> statement-breakpoint
CREATE INDEX `publications_province` ON `publications` (`province_code`,`made_at`,`id`);--> statement-breakpoint
CREATE INDEX `publications_regency` ON `publications` (`regency_code`,`made_at`,`id`);--> statement-breakpoint
CREATE INDEX `publications_group` ON `publications` (`group_id`,`made_at`,`id`);--> statement-breakpoint
CREATE INDEX `publications_made_by` ON `publications` (`made_by`);--> statement-breakpoint
CREATE TABLE `report_approval_events` (
	`id` text PRIMARY KEY NOT NULL,
	`region_code` text NOT NULL,
	`kind` text NOT NULL,
	`from_date` text NOT NULL,
	`act` text NOT NULL,
	`reason` text,
	`numbers` text NOT NULL,
	`by_account` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`by_account`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `report_approval_events_period` ON `report_approval_events` (`region_code`,`kind`,`from_date`,`at`);--> statement-breakpoint
CREATE INDEX `report_approval_events_by_account` ON `report_approval_events` (`by_account`);--> statement-breakpoint
CREATE TABLE `report_approvals` (
	`region_code` text NOT NULL,
	`kind` text NOT NULL,
	`from_date` text NOT NULL,
	`status` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`first_approved_at` integer NOT NULL,
	`approved_at` integer NOT NULL,
	`approved_by` text NOT NULL,
	`numbers` text NOT NULL,
	PRIMARY KEY(`region_code`, `kind`, `from_date`),
	FOREIGN KEY (`approved_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `report_approvals_approved_by` ON `report_approvals` (`approved_by`);--> statement-breakpoint
CREATE TABLE `report_counts` (
	`region_code` text NOT NULL,
	`kind` text NOT NULL,
	`from_date` text NOT NULL,
	`sent` integer DEFAULT 0 NOT NULL,
	`verified` integer DEFAULT 0 NOT NULL,
	`returned` integer DEFAULT 0 NOT NULL,
	`on_time` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`region_code`, `kind`, `from_date`)
);
--> statement-breakpoint
CREATE TABLE `report_editions` (
	`report_id` text NOT NULL,
	`edition` integer NOT NULL,
	`obstacles` text NOT NULL,
	`plans` text NOT NULL,
	`received` integer,
	`spent` integer,
	`fund_source` text,
	`numbers` text NOT NULL,
	`reason` text,
	`sent_by` text NOT NULL,
	`sent_at` integer NOT NULL,
	PRIMARY KEY(`report_id`, `edition`),
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sent_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `report_editions_sent_by` ON `report_editions` (`sent_by`);--> statement-breakpoint
CREATE TABLE `report_events` (
	`id` text PRIMARY KEY NOT NULL,
	`report_id` text NOT NULL,
	`kind` text NOT NULL,
	`comment` text,
	`by_account` text NOT NULL,
	`by_office` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_account`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `report_events_report` ON `report_events` (`report_id`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `report_events_by_account` ON `report_events` (`by_account`);--> statement-breakpoint
CREATE TABLE `report_reminders` (
	`group_id` text NOT NULL,
	`kind` text NOT NULL,
	`from_date` text NOT NULL,
	`reminder` text NOT NULL,
	`reminded_at` integer NOT NULL,
	PRIMARY KEY(`group_id`, `kind`, `from_date`, `reminder`),
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `reports` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`kind` text NOT NULL,
	`from_date` text NOT NULL,
	`last_date` text NOT NULL,
	`status` text NOT NULL,
	`status_since` integer NOT NULL,
	`obstacles` text NOT NULL,
	`plans` text NOT NULL,
	`received` integer,
	`spent` integer,
	`fund_source` text,
	`numbers` text,
	`edition` integer DEFAULT 0 NOT NULL,
	`on_time` integer DEFAULT false NOT NULL,
	`first_sent_at` integer,
	`sent_by` text,
	`version` integer DEFAULT 1 NOT NULL,
	`province_code` text NOT NULL,
	`regency_code` text NOT NULL,
	`district_code` text NOT NULL,
	`village_code` text NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sent_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reports_group` ON `reports` (`group_id`,`kind`,`from_date`);--> statement-breakpoint
CREATE INDEX `reports_province` ON `reports` (`province_code`,`kind`,`from_date`,`status`);--> statement-breakpoint
CREATE INDEX `reports_regency` ON `reports` (`regency_code`,`kind`,`from_date`,`status`);--> statement-breakpoint
CREATE INDEX `reports_waiting` ON `reports` (`regency_code`,`status`,`status_since`,`id`);--> statement-breakpoint
CREATE INDEX `reports_sent_by` ON `reports` (`sent_by`);--> statement-breakpoint
DROP INDEX `applications_regency`;--> statement-breakpoint
CREATE INDEX `applications_decided` ON `applications` (`regency_code`,`status`,`decided_at`,`submitted_at`);--> statement-breakpoint
CREATE INDEX `applications_regency` ON `applications` (`regency_code`,`status`,`submitted_at`,`id`,`due_at`);--> statement-breakpoint
ALTER TABLE `documents` ADD `partnership_id` text REFERENCES partnerships(id);--> statement-breakpoint
CREATE INDEX `documents_partnership` ON `documents` (`partnership_id`,`kind`,`replaced_at`);--> statement-breakpoint
ALTER TABLE `jobs` ADD `parts_done` integer;--> statement-breakpoint
ALTER TABLE `jobs` ADD `parts_total` integer;
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`email` text,
	`phone` text,
	`password_hash` text NOT NULL,
	`status` text DEFAULT 'active' NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_email` ON `accounts` (`email`);--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_phone` ON `accounts` (`phone`);--> statement-breakpoint
CREATE INDEX `accounts_name` ON `accounts` (`name_key`,`id`);--> statement-breakpoint
CREATE TABLE `application_events` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`status` text NOT NULL,
	`at` integer NOT NULL,
	`by_whom` text NOT NULL,
	`note` text,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `application_events_application` ON `application_events` (`application_id`,`at`);--> statement-breakpoint
CREATE TABLE `application_reviews` (
	`application_id` text NOT NULL,
	`item` text NOT NULL,
	`verdict` text NOT NULL,
	`reason` text,
	`reviewed_by` text NOT NULL,
	`reviewed_at` integer NOT NULL,
	PRIMARY KEY(`application_id`, `item`),
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reviewed_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `application_reviews_reviewed_by` ON `application_reviews` (`reviewed_by`);--> statement-breakpoint
CREATE TABLE `applications` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text,
	`status` text NOT NULL,
	`source` text NOT NULL,
	`group_name` text NOT NULL,
	`name_key` text NOT NULL,
	`answers` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`submitted_by` text,
	`submitted_at` integer,
	`due_at` integer,
	`assigned_to` text,
	`decided_by` text,
	`decided_at` integer,
	`decision_reason` text,
	`group_id` text,
	`province_code` text NOT NULL,
	`regency_code` text NOT NULL,
	`district_code` text NOT NULL,
	`village_code` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`created_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submitted_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assigned_to`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`village_code`) REFERENCES `regions`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `applications_reference` ON `applications` (`reference`);--> statement-breakpoint
CREATE INDEX `applications_regency` ON `applications` (`regency_code`,`status`,`submitted_at`,`id`);--> statement-breakpoint
CREATE INDEX `applications_province` ON `applications` (`province_code`,`status`,`submitted_at`,`id`);--> statement-breakpoint
CREATE INDEX `applications_status` ON `applications` (`status`,`submitted_at`,`id`);--> statement-breakpoint
CREATE INDEX `applications_village` ON `applications` (`village_code`,`name_key`);--> statement-breakpoint
CREATE INDEX `applications_created_by` ON `applications` (`created_by`);--> statement-breakpoint
CREATE INDEX `applications_submitted_by` ON `applications` (`submitted_by`);--> statement-breakpoint
CREATE INDEX `applications_assigned_to` ON `applications` (`assigned_to`);--> statement-breakpoint
CREATE INDEX `applications_decided_by` ON `applications` (`decided_by`);--> statement-breakpoint
CREATE INDEX `applications_group` ON `applications` (`group_id`);--> statement-breakpoint
CREATE TABLE `attempts` (
	`key` text PRIMARY KEY NOT NULL,
	`window_start` integer NOT NULL,
	`count` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `audit_events` (
	`seq` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text,
	`actor_role` text NOT NULL,
	`province_code` text,
	`regency_code` text,
	`action` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`delta` text NOT NULL,
	`request_id` text,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_events_at` ON `audit_events` (`at`);--> statement-breakpoint
CREATE INDEX `audit_events_regency` ON `audit_events` (`regency_code`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_events_province` ON `audit_events` (`province_code`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_events_subject` ON `audit_events` (`subject_kind`,`subject_id`);--> statement-breakpoint
CREATE INDEX `audit_events_actor` ON `audit_events` (`actor_id`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_events_action` ON `audit_events` (`action`,`seq`);--> statement-breakpoint
CREATE TABLE `audit_head` (
	`id` integer PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `board_members` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`name` text NOT NULL,
	`post` text NOT NULL,
	`since` text NOT NULL,
	`until` text,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `board_members_group` ON `board_members` (`group_id`,`until`);--> statement-breakpoint
CREATE UNIQUE INDEX `board_members_one_chair` ON `board_members` (`group_id`) WHERE post = 'ketua' and until is null;--> statement-breakpoint
CREATE TABLE `certificates` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`version` integer NOT NULL,
	`facts` text NOT NULL,
	`issued_at` integer NOT NULL,
	`sha256` text,
	`bytes` integer,
	`superseded_at` integer,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `certificates_group_version` ON `certificates` (`group_id`,`version`);--> statement-breakpoint
CREATE TABLE `chair_handovers` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`started_by` text NOT NULL,
	`successor_name` text NOT NULL,
	`successor_member_id` text,
	`reason` text NOT NULL,
	`status` text NOT NULL,
	`proposed_by` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`invitation_id` text NOT NULL,
	`successor_account_id` text,
	`accepted_at` integer,
	`decided_by` text,
	`decided_at` integer,
	`decision_reason` text,
	`province_code` text NOT NULL,
	`regency_code` text NOT NULL,
	`district_code` text NOT NULL,
	`village_code` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`successor_member_id`) REFERENCES `board_members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`successor_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `chair_handovers_one_open` ON `chair_handovers` (`group_id`) WHERE status in ('proposed', 'accepted');--> statement-breakpoint
CREATE INDEX `chair_handovers_successor_member` ON `chair_handovers` (`successor_member_id`);--> statement-breakpoint
CREATE INDEX `chair_handovers_group` ON `chair_handovers` (`group_id`,`status`);--> statement-breakpoint
CREATE INDEX `chair_handovers_regency` ON `chair_handovers` (`regency_code`,`status`);--> statement-breakpoint
CREATE INDEX `chair_handovers_proposed_by` ON `chair_handovers` (`proposed_by`);--> statement-breakpoint
CREATE INDEX `chair_handovers_invitation` ON `chair_handovers` (`invitation_id`);--> statement-breakpoint
CREATE INDEX `chair_handovers_successor` ON `chair_handovers` (`successor_account_id`);--> statement-breakpoint
CREATE INDEX `chair_handovers_decided_by` ON `chair_handovers` (`decided_by`);--> statement-breakpoint
CREATE TABLE `decree_reminders` (
	`group_decree_id` text NOT NULL,
	`days_before` integer NOT NULL,
	`reminded_at` integer NOT NULL,
	PRIMARY KEY(`group_decree_id`, `days_before`),
	FOREIGN KEY (`group_decree_id`) REFERENCES `group_decrees`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `decree_renewals` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`status` text NOT NULL,
	`number` text NOT NULL,
	`date` text NOT NULL,
	`valid_until` text,
	`issuer_kind` text NOT NULL,
	`issuer_name` text,
	`document_id` text NOT NULL,
	`submitted_by` text NOT NULL,
	`submitted_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`decision_reason` text,
	`province_code` text NOT NULL,
	`regency_code` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submitted_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `decree_renewals_one_waiting` ON `decree_renewals` (`group_id`) WHERE status = 'submitted';--> statement-breakpoint
CREATE INDEX `decree_renewals_group` ON `decree_renewals` (`group_id`,`submitted_at`);--> statement-breakpoint
CREATE INDEX `decree_renewals_regency` ON `decree_renewals` (`regency_code`,`status`);--> statement-breakpoint
CREATE INDEX `decree_renewals_document` ON `decree_renewals` (`document_id`);--> statement-breakpoint
CREATE INDEX `decree_renewals_submitted_by` ON `decree_renewals` (`submitted_by`);--> statement-breakpoint
CREATE INDEX `decree_renewals_decided_by` ON `decree_renewals` (`decided_by`);--> statement-breakpoint
CREATE TABLE `decrees` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`date` text NOT NULL,
	`issuer_kind` text NOT NULL,
	`issuer_name` text,
	`valid_until` text,
	`regency_code` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `decrees_identity` ON `decrees` (`regency_code`,`number`,`date`,`issuer_kind`);--> statement-breakpoint
CREATE INDEX `decrees_valid_until` ON `decrees` (`valid_until`);--> statement-breakpoint
CREATE TABLE `documents` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`application_id` text,
	`group_id` text,
	`mime` text NOT NULL,
	`bytes` integer NOT NULL,
	`pages` integer NOT NULL,
	`sha256` text NOT NULL,
	`uploaded_by` text NOT NULL,
	`uploaded_at` integer NOT NULL,
	`replaced_at` integer,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`uploaded_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `documents_application` ON `documents` (`application_id`,`kind`,`replaced_at`);--> statement-breakpoint
CREATE INDEX `documents_group` ON `documents` (`group_id`,`kind`,`replaced_at`);--> statement-breakpoint
CREATE INDEX `documents_uploaded_by` ON `documents` (`uploaded_by`);--> statement-breakpoint
CREATE TABLE `grants` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`role` text NOT NULL,
	`province_code` text,
	`regency_code` text,
	`group_id` text,
	`post` text,
	`granted_by` text,
	`granted_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`granted_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `grants_account` ON `grants` (`account_id`,`revoked_at`);--> statement-breakpoint
CREATE INDEX `grants_group` ON `grants` (`group_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `grants_one_chair` ON `grants` (`group_id`) WHERE post = 'ketua' and revoked_at is null;--> statement-breakpoint
CREATE INDEX `grants_regency` ON `grants` (`regency_code`,`role`);--> statement-breakpoint
CREATE INDEX `grants_province` ON `grants` (`province_code`,`role`);--> statement-breakpoint
CREATE INDEX `grants_granted_by` ON `grants` (`granted_by`);--> statement-breakpoint
CREATE TABLE `group_decrees` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`decree_id` text NOT NULL,
	`attached_at` integer NOT NULL,
	`replaced_at` integer,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decree_id`) REFERENCES `decrees`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `group_decrees_group` ON `group_decrees` (`group_id`,`replaced_at`);--> statement-breakpoint
CREATE INDEX `group_decrees_decree` ON `group_decrees` (`decree_id`);--> statement-breakpoint
CREATE TABLE `groups` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`national_number` text,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`scope` text NOT NULL,
	`scope_note` text,
	`status` text NOT NULL,
	`status_reason` text,
	`status_since` integer NOT NULL,
	`suspended_until` text,
	`founded_on` text,
	`address` text,
	`latitude` real,
	`longitude` real,
	`contact` text NOT NULL,
	`source` text NOT NULL,
	`registered_at` integer NOT NULL,
	`province_code` text NOT NULL,
	`regency_code` text NOT NULL,
	`district_code` text NOT NULL,
	`village_code` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`village_code`) REFERENCES `regions`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `groups_number` ON `groups` (`number`);--> statement-breakpoint
CREATE INDEX `groups_name` ON `groups` (`name_key`,`id`);--> statement-breakpoint
CREATE INDEX `groups_province` ON `groups` (`province_code`,`name_key`,`id`);--> statement-breakpoint
CREATE INDEX `groups_regency` ON `groups` (`regency_code`,`name_key`,`id`);--> statement-breakpoint
CREATE INDEX `groups_district` ON `groups` (`district_code`,`name_key`,`id`);--> statement-breakpoint
CREATE INDEX `groups_village` ON `groups` (`village_code`,`name_key`,`id`);--> statement-breakpoint
CREATE INDEX `groups_registered_at` ON `groups` (`registered_at`);--> statement-breakpoint
CREATE INDEX `groups_suspended_until` ON `groups` (`suspended_until`);--> statement-breakpoint
CREATE TABLE `import_rows` (
	`import_id` text NOT NULL,
	`row` integer NOT NULL,
	`cells` text NOT NULL,
	`problems` text NOT NULL,
	`duplicates` text NOT NULL,
	`keep_anyway` integer DEFAULT false NOT NULL,
	`number` text,
	PRIMARY KEY(`import_id`, `row`),
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`status` text NOT NULL,
	`file_name` text NOT NULL,
	`header_row` integer DEFAULT 1 NOT NULL,
	`headers` text NOT NULL,
	`mapping` text NOT NULL,
	`row_count` integer NOT NULL,
	`problem_count` integer DEFAULT 0 NOT NULL,
	`duplicate_count` integer DEFAULT 0 NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`applied_at` integer,
	`province_code` text NOT NULL,
	`regency_code` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`created_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `imports_regency` ON `imports` (`regency_code`,`created_at`);--> statement-breakpoint
CREATE INDEX `imports_created_by` ON `imports` (`created_by`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`name` text NOT NULL,
	`email` text,
	`phone` text,
	`role` text NOT NULL,
	`province_code` text,
	`regency_code` text,
	`group_id` text,
	`post` text,
	`invited_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`accepted_at` integer,
	`accepted_by` text,
	`revoked_at` integer,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invited_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`accepted_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_token` ON `invitations` (`token_hash`);--> statement-breakpoint
CREATE INDEX `invitations_group` ON `invitations` (`group_id`);--> statement-breakpoint
CREATE INDEX `invitations_invited_by` ON `invitations` (`invited_by`);--> statement-breakpoint
CREATE INDEX `invitations_accepted_by` ON `invitations` (`accepted_by`);--> statement-breakpoint
CREATE INDEX `invitations_regency` ON `invitations` (`regency_code`);--> statement-breakpoint
CREATE INDEX `invitations_province` ON `invitations` (`province_code`);--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`payload` text NOT NULL,
	`status` text NOT NULL,
	`run_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`lease_until` integer,
	`last_error` text,
	`created_at` integer NOT NULL,
	`done_at` integer
);
--> statement-breakpoint
CREATE INDEX `jobs_status` ON `jobs` (`status`,`run_at`);--> statement-breakpoint
CREATE INDEX `jobs_created` ON `jobs` (`created_at`);--> statement-breakpoint
CREATE TABLE `legal_bases` (
	`id` text PRIMARY KEY NOT NULL,
	`region_code` text NOT NULL,
	`citation` text NOT NULL,
	`title` text NOT NULL,
	`note` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_until` text
);
--> statement-breakpoint
CREATE INDEX `legal_bases_region` ON `legal_bases` (`region_code`,`valid_from`);--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`to_address` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`status` text NOT NULL,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	`sent_via` text,
	`error` text
);
--> statement-breakpoint
CREATE INDEX `messages_created` ON `messages` (`created_at`);--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`href` text NOT NULL,
	`created_at` integer NOT NULL,
	`read_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `notices_account` ON `notices` (`account_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `number_counters` (
	`village_code` text PRIMARY KEY NOT NULL,
	`last_serial` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `one_time_secrets` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`account_id` text,
	`issued_by` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`issued_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `one_time_secrets_account` ON `one_time_secrets` (`account_id`,`kind`);--> statement-breakpoint
CREATE INDEX `one_time_secrets_issued_by` ON `one_time_secrets` (`issued_by`);--> statement-breakpoint
CREATE TABLE `region_editions` (
	`edition` text PRIMARY KEY NOT NULL,
	`sha256` text NOT NULL,
	`loaded_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `region_rollups` (
	`region_code` text PRIMARY KEY NOT NULL,
	`registered_groups` integer DEFAULT 0 NOT NULL,
	`suspended_groups` integer DEFAULT 0 NOT NULL,
	`closed_groups` integer DEFAULT 0 NOT NULL,
	`villages_with_group` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `regions` (
	`code` text PRIMARY KEY NOT NULL,
	`level` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`local_word` text NOT NULL,
	`parent_code` text,
	`province_code` text NOT NULL,
	`regency_code` text,
	`district_code` text,
	`zone` text NOT NULL,
	`village_count` integer NOT NULL,
	`edition` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_until` text,
	`predecessor_code` text
);
--> statement-breakpoint
CREATE INDEX `regions_parent` ON `regions` (`parent_code`);--> statement-breakpoint
CREATE INDEX `regions_level` ON `regions` (`level`,`code`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`account_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`device` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_public_id` ON `sessions` (`public_id`);--> statement-breakpoint
CREATE INDEX `sessions_account` ON `sessions` (`account_id`);--> statement-breakpoint
CREATE INDEX `sessions_expires` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `settings` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`region_code` text NOT NULL,
	`value` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_until` text,
	`set_by` text,
	`set_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `settings_key` ON `settings` (`key`,`region_code`,`valid_from`);--> statement-breakpoint
CREATE TABLE `subdomain_labels` (
	`label` text PRIMARY KEY NOT NULL,
	`request_id` text NOT NULL,
	`state` text NOT NULL,
	`until` integer,
	FOREIGN KEY (`request_id`) REFERENCES `subdomain_requests`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `subdomain_labels_request` ON `subdomain_labels` (`request_id`);--> statement-breakpoint
CREATE TABLE `subdomain_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`label` text NOT NULL,
	`status` text NOT NULL,
	`requested_by` text NOT NULL,
	`requested_at` integer NOT NULL,
	`endorsed_by` text,
	`endorsed_at` integer,
	`decided_by` text,
	`decided_at` integer,
	`reason` text,
	`ended_at` integer,
	`province_code` text NOT NULL,
	`regency_code` text NOT NULL,
	`district_code` text NOT NULL,
	`village_code` text NOT NULL,
	`open_for` text,
	`active_for` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`requested_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`endorsed_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `subdomain_requests_open` ON `subdomain_requests` (`open_for`);--> statement-breakpoint
CREATE UNIQUE INDEX `subdomain_requests_active` ON `subdomain_requests` (`active_for`);--> statement-breakpoint
CREATE INDEX `subdomain_requests_group` ON `subdomain_requests` (`group_id`,`status`);--> statement-breakpoint
CREATE INDEX `subdomain_requests_status` ON `subdomain_requests` (`status`,`requested_at`);--> statement-breakpoint
CREATE INDEX `subdomain_requests_regency` ON `subdomain_requests` (`regency_code`,`status`);--> statement-breakpoint
CREATE INDEX `subdomain_requests_requested_by` ON `subdomain_requests` (`requested_by`);--> statement-breakpoint
CREATE INDEX `subdomain_requests_endorsed_by` ON `subdomain_requests` (`endorsed_by`);--> statement-breakpoint
CREATE INDEX `subdomain_requests_decided_by` ON `subdomain_requests` (`decided_by`);
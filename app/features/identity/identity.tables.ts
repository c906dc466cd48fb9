import { sql } from 'drizzle-orm'
import type { Post } from '~/features/groups/groups.schema'
import type { Kit } from '~/platform/db/kit'
import type { Role } from './permissions'

interface Needs {
  groups: ReturnType<typeof import('~/features/groups/groups.tables').defineGroupsTables>['groups']
}

/** Accounts, what they may do and where, their sessions, and the one-time ways in. */
export function defineIdentityTables(kit: Kit, { groups }: Needs) {
  const accounts = kit.table(
    'accounts',
    {
      id: kit.id().primaryKey(),
      name: kit.text('name').notNull(),
      /** The name as it is searched and sorted: `searchKey(name)`. */
      nameKey: kit.text('name_key').notNull(),
      /** Lower case. At least one of e-mail and phone is there. */
      email: kit.text('email'),
      /** E.164, for example +6281234567890. */
      phone: kit.text('phone'),
      passwordHash: kit.text('password_hash').notNull(),
      status: kit.text('status').$type<'active' | 'disabled'>().notNull().default('active'),
      createdAt: kit.instant('created_at').notNull(),
      version: kit.integer('version').notNull().default(1),
    },
    (t) => [
      kit.uniqueIndex('accounts_email').on(t.email),
      kit.uniqueIndex('accounts_phone').on(t.phone),
      kit.index('accounts_name').on(t.nameKey, t.id),
    ],
  )
  const grants = kit.table(
    'grants',
    {
      id: kit.id().primaryKey(),
      accountId: kit
        .text('account_id')
        .notNull()
        .references(() => accounts.id),
      role: kit.text('role').$type<Role>().notNull(),
      /** Where: a province, a regency, a group, or nowhere in particular for national roles. */
      provinceCode: kit.text('province_code'),
      regencyCode: kit.text('regency_code'),
      groupId: kit.text('group_id').references(() => groups.id),
      /** The post of a volunteer in the group, for example ketua. */
      post: kit.text('post').$type<Post>(),
      grantedBy: kit.text('granted_by').references(() => accounts.id),
      grantedAt: kit.instant('granted_at').notNull(),
      revokedAt: kit.instant('revoked_at'),
    },
    (t) => [
      kit.index('grants_account').on(t.accountId, t.revokedAt),
      kit.index('grants_group').on(t.groupId),
      kit.uniqueIndex('grants_one_chair').on(t.groupId).where(sql`post = 'ketua' and revoked_at is null`),
      kit.index('grants_regency').on(t.regencyCode, t.role),
      kit.index('grants_province').on(t.provinceCode, t.role),
      kit.index('grants_granted_by').on(t.grantedBy),
    ],
  )
  const sessions = kit.table(
    'sessions',
    {
      /** SHA-256 of the cookie's token: the table alone opens no session. */
      id: kit.id().primaryKey(),
      /** A second key for lists and forms, so that the hash never leaves the server. */
      publicId: kit.text('public_id').notNull(),
      accountId: kit
        .text('account_id')
        .notNull()
        .references(() => accounts.id),
      createdAt: kit.instant('created_at').notNull(),
      lastSeenAt: kit.instant('last_seen_at').notNull(),
      expiresAt: kit.instant('expires_at').notNull(),
      /** Browser and system in words, for the person's own list. */
      device: kit.text('device').notNull(),
    },
    (t) => [
      kit.uniqueIndex('sessions_public_id').on(t.publicId),
      kit.index('sessions_account').on(t.accountId),
      kit.index('sessions_expires').on(t.expiresAt),
    ],
  )
  /** Links and codes that work once: password reset by e-mail or at the office, the first administrator. */
  const oneTimeSecrets = kit.table(
    'one_time_secrets',
    {
      /** SHA-256 of the secret. */
      id: kit.id().primaryKey(),
      kind: kit.text('kind').$type<'password_link' | 'office_code' | 'first_admin'>().notNull(),
      accountId: kit.text('account_id').references(() => accounts.id),
      issuedBy: kit.text('issued_by').references(() => accounts.id),
      createdAt: kit.instant('created_at').notNull(),
      expiresAt: kit.instant('expires_at').notNull(),
      usedAt: kit.instant('used_at'),
    },
    (t) => [
      kit.index('one_time_secrets_account').on(t.accountId, t.kind),
      kit.index('one_time_secrets_issued_by').on(t.issuedBy),
    ],
  )
  /** Offices and chairs of groups entered by an office are invited; nobody becomes an officer by signing up. */
  const invitations = kit.table(
    'invitations',
    {
      id: kit.id().primaryKey(),
      /** SHA-256 of the token in the link. */
      tokenHash: kit.text('token_hash').notNull(),
      name: kit.text('name').notNull(),
      email: kit.text('email'),
      phone: kit.text('phone'),
      role: kit.text('role').$type<Role>().notNull(),
      provinceCode: kit.text('province_code'),
      regencyCode: kit.text('regency_code'),
      groupId: kit.text('group_id').references(() => groups.id),
      post: kit.text('post').$type<Post>(),
      invitedBy: kit
        .text('invited_by')
        .notNull()
        .references(() => accounts.id),
      createdAt: kit.instant('created_at').notNull(),
      expiresAt: kit.instant('expires_at').notNull(),
      acceptedAt: kit.instant('accepted_at'),
      acceptedBy: kit.text('accepted_by').references(() => accounts.id),
      revokedAt: kit.instant('revoked_at'),
    },
    (t) => [
      kit.uniqueIndex('invitations_token').on(t.tokenHash),
      kit.index('invitations_group').on(t.groupId),
      kit.index('invitations_invited_by').on(t.invitedBy),
      kit.index('invitations_accepted_by').on(t.acceptedBy),
      kit.index('invitations_regency').on(t.regencyCode),
      kit.index('invitations_province').on(t.provinceCode),
    ],
  )
  /** Failed attempts in a window of time, by hashed account name and by hashed address. */
  const attempts = kit.table('attempts', {
    key: kit.text('key').primaryKey(),
    windowStart: kit.instant('window_start').notNull(),
    count: kit.integer('count').notNull(),
  })
  return { accounts, grants, sessions, oneTimeSecrets, invitations, attempts }
}

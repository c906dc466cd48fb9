import type { Actor, Grant } from '~/features/identity/actor'
import type { Role } from '~/features/identity/permissions'
import { searchKey } from '~/platform/text'
import type { TestServices } from './services'

/** Makes a real account with the given grants and answers it as an actor. */
export async function person(
  { store, newId, now }: TestServices,
  name: string,
  ...held: (Partial<Grant> & { role: Role })[]
): Promise<Actor> {
  const id = newId()
  const email = `${id}@contoh.id`
  const grants: Grant[] = held.map((grant) => ({
    provinceCode: null,
    regencyCode: null,
    groupId: null,
    post: null,
    ...grant,
  }))
  await store.transact(async ({ db, tables }) => {
    await db
      .insert(tables.accounts)
      .values({ id, name, nameKey: searchKey(name), email, passwordHash: 'x', createdAt: now })
    for (const grant of grants) {
      await db.insert(tables.grants).values({ id: newId(), accountId: id, ...grant, grantedAt: now })
    }
  })
  return { id, name, email, phone: null, sessionId: 'test', grants }
}

/** Regency officer of Kabupaten Mimika, Papua Tengah. */
export const mimikaOfficer = {
  role: 'regency_officer',
  provinceCode: '94',
  regencyCode: '9404',
} as const

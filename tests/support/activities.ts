import type { ActivityContent } from '~/features/activities/activities.schema'
import type { Actor } from '~/features/identity/actor'
import { person } from './people'
import type { TestServices } from './services'

/** What a group tells of a meeting in its village. */
export function anActivity(villageCode: string, changes: Partial<ActivityContent> = {}): ActivityContent {
  return {
    localDate: '2026-11-20',
    title: 'Sosialisasi cek kesehatan gratis',
    story: 'Warga berkumpul di balai dan bertanya tentang jadwal puskesmas keliling.',
    topicCode: 'cek-kesehatan-gratis',
    functions: ['diseminasi', 'diskusi'],
    channels: [{ channel: 'tatap_muka', platform: 'Balai kampung', link: null }],
    reach: 45,
    reachSource: 'attendance_list',
    reachEstimated: false,
    men: 20,
    women: 25,
    partners: 'Puskesmas',
    hoax: null,
    isPublic: true,
    placeCode: villageCode,
    ...changes,
  }
}

/** A member of a group who may report for it. */
export function aMemberOf(services: TestServices, groupId: string): Promise<Actor> {
  return person(services, 'Marten Kogoya', { role: 'volunteer', groupId, post: 'sekretaris' })
}

/** An officer of a regency's Dinas Kominfo. */
export function anOfficerOf(services: TestServices, regencyCode: string): Promise<Actor> {
  return person(services, 'Rina', {
    role: 'regency_officer',
    provinceCode: regencyCode.slice(0, 2),
    regencyCode,
  })
}

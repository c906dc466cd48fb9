import { eq } from 'drizzle-orm'
import type { Actor } from '~/features/identity/actor'
import { withWord } from '~/features/regions/places'
import { findPlace } from '~/features/regions/places.queries.server'
import { approveApplication } from '~/features/registration/approve-application.server'
import { createApplication } from '~/features/registration/create-application.server'
import { FormationForm } from '~/features/registration/formation-form.schema'
import { NewApplicationForm } from '~/features/registration/identity-form.schema'
import { rejectApplication } from '~/features/registration/reject-application.server'
import { returnApplication } from '~/features/registration/return-application.server'
import { saveAnswers } from '~/features/registration/save-answers.server'
import { saveFormation } from '~/features/registration/save-formation.server'
import { submitApplication } from '~/features/registration/submit-application.server'
import { takeApplication } from '~/features/registration/take-application.server'
import { withdrawApplication } from '~/features/registration/withdraw-application.server'
import { addDays, localDate } from '~/platform/calendar'
import { DAY, HOUR } from '~/platform/clock'
import { groupName, personName } from './names'
import { papersOf } from './papers'
import type { Chance } from './random'
import type { World } from './world'

/** How far an application of the example has come. */
export type Stage =
  | 'draft'
  | 'complete'
  | 'submitted'
  | 'under_review'
  | 'returned'
  | 'rejected'
  | 'withdrawn'
  | 'approved'

interface Example {
  applicant: Actor
  officer: Actor
  villageCode: string
  daysAgo: number
  stage: Stage
  /** Days until the office takes it up; one when left out. */
  takenAfter?: number
  /** Entered by the office from paper. */
  paper?: boolean
  /** Of the link by which a candidate of a mapping was invited. */
  invitation?: string
}

const boardPosts = [
  'ketua',
  'wakil_ketua',
  'sekretaris',
  'bendahara',
  'pengumpulan',
  'pengumpulan',
  'pengolahan',
  'penyebaran',
  'anggota',
  'anggota',
] as const

/** Takes one application through the same use cases as people do, up to a stage, and answers its group when approved. */
export async function makeApplication(
  world: World,
  chance: Chance,
  today: number,
  example: Example,
): Promise<{ applicationId: string; groupId: string | null }> {
  const { applicant, officer, villageCode, stage, paper = false, invitation } = example
  const start = today - example.daysAgo * DAY
  world.at(start)
  const place = await findPlace({ db: world.store.read, tables: world.store.tables }, villageCode)
  if (!place) throw new Error(`no village ${villageCode}`)
  const name = groupName(chance, place.village.name)
  const founded = addDays(localDate(start, place.zone), -60)
  const { id } = await createApplication(world, {
    actor: applicant,
    source: paper ? 'paper' : 'online',
    value: NewApplicationForm.parse({
      id: world.newId(),
      villageCode,
      name,
      scope: 'village',
      foundedOn: founded,
      address: `Balai ${withWord(place.village)}`,
      isDifferent: true,
      invitation,
    }),
  })
  const version = async () => (await read(world, id)).version
  const act = async (actor: Actor) => ({ actor, applicationId: id, expectedVersion: await version() })
  if (stage === 'draft') return { applicationId: id, groupId: null }

  const chair = applicant.name
  const decreeNumber = `188.45/${chance.between(1, 240)}/KPTS/${founded.slice(0, 4)}`
  const papers = await papersOf(
    { name, village: withWord(place.village), chair, decreeNumber },
    new Date(start),
  )
  const file = (bytes: Buffer, called: string) =>
    new File([new Uint8Array(bytes)], `${called}.pdf`, { type: 'application/pdf' })
  await saveFormation(world, {
    actor: applicant,
    applicationId: id,
    value: FormationForm.parse({
      version: await version(),
      meetingOn: addDays(founded, -14),
      meetingMinutes: `Warga ${withWord(place.village)} sepakat membentuk ${name} dan memilih ${chair} sebagai ketua.`,
      decreeNumber,
      decreeDate: founded,
      decreeIssuerKind: 'village_head',
      decreeIssuerName: personName(chance),
      decreeValidUntil: addDays(founded, 5 * 365),
      decreeFile: file(papers.decree, 'sk'),
      minutesFile: file(papers.minutes, 'berita-acara'),
      statutesFile: file(papers.statutes, 'ad-art'),
    }),
  })
  const members = boardPosts
    .slice(0, chance.often(0.8) ? 10 : 7)
    .map((post, at) => ({ post, name: at === 0 ? chair : personName(chance) }))
  await saveAnswers(world, {
    actor: applicant,
    applicationId: id,
    version: await version(),
    section: 'board',
    value: { members, adultsAttested: true },
  })
  await saveAnswers(world, {
    actor: applicant,
    applicationId: id,
    version: await version(),
    section: 'contact',
    value: {
      channels: { instagram: `https://www.instagram.com/contoh.${villageCode}/`, whatsapp: '+6281200000000' },
      publicChannels: ['instagram'],
      publicChairName: true,
      publicAddress: true,
      publicLocation: false,
    },
  })
  if (stage === 'complete') return { applicationId: id, groupId: null }

  world.at(start + 3 * HOUR)
  await submitApplication(world, {
    actor: applicant,
    applicationId: id,
    version: await version(),
    random: (below) => chance.between(0, below - 1),
  })
  if (stage === 'submitted') return { applicationId: id, groupId: null }
  if (stage === 'withdrawn') {
    await withdrawApplication(world, { actor: applicant, applicationId: id, version: await version() })
    return { applicationId: id, groupId: null }
  }

  world.at(start + Math.min((example.takenAfter ?? 1) * DAY, (today - start) / 2))
  await takeApplication(world, await act(officer))
  if (stage === 'under_review') return { applicationId: id, groupId: null }
  if (stage === 'returned') {
    await returnApplication(world, {
      ...(await act(officer)),
      judgements: {
        decree: {
          verdict: 'needs_fix',
          reason: 'Tanda tangan pada SK tidak terbaca. Mohon foto ulang seluruh halaman.',
        },
        statutes: { verdict: 'accepted', reason: null },
      },
      note: 'Bagian lain sudah baik.',
    })
  } else if (stage === 'rejected') {
    await rejectApplication(world, {
      ...(await act(officer)),
      judgements: {},
      reason: 'Kelompok ini sudah terdaftar dengan nama lain di kampung yang sama.',
    })
  } else {
    const { groupId } = await approveApplication(world, {
      ...(await act(officer)),
      judgements: {},
      acceptsRest: true,
    })
    return { applicationId: id, groupId }
  }
  return { applicationId: id, groupId: null }
}

async function read({ store }: World, id: string) {
  const { applications } = store.tables
  const [application] = await store.read.select().from(applications).where(eq(applications.id, id))
  if (!application) throw new Error(`no application ${id}`)
  return application
}

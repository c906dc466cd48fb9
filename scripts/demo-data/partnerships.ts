import { and, eq, inArray } from 'drizzle-orm'
import type { Actor } from '~/features/identity/actor'
import { addPartner } from '~/features/partners/keep-partner.server'
import { NewPartnerForm } from '~/features/partners/partner-form.schema'
import { proposePartnership } from '~/features/partnerships/keep-partnership.server'
import { activatePartnership, breakOffPartnership } from '~/features/partnerships/move-partnership.server'
import { AssessmentForm, NewPartnershipForm } from '~/features/partnerships/partnership-form.schema'
import { assessPartnership, linkActivity } from '~/features/partnerships/under-partnership.server'
import { addDays, localDate } from '~/platform/calendar'
import { DAY } from '~/platform/clock'
import type { DemoActors } from './accounts'
import type { DemoGroup } from './groups'
import { paper } from './papers'
import type { World } from './world'

interface Cast {
  today: number
  actors: DemoActors
  groups: DemoGroup[]
  officerOf: (regencyCode: string) => Actor
}

type PartnerLine = [name: string, kindCode: string, placeCode: string]

const mimika: PartnerLine[] = [
  ['Radio Swara Nemangkawi', 'media-massa', '9404'],
  ['Harian Timika Cermin', 'media-massa', '9404'],
  ['Politeknik Amungsa Raya', 'perguruan-tinggi', '9404'],
  ['Relawan TIK Mimika', 'relawan-tik', '9404'],
  ['Saka Milenial Kwartir Cabang Mimika', 'saka-milenial', '9404'],
  ['Distrik Wania', 'perangkat-daerah', '940416'],
  ['Bappeda Kabupaten Mimika', 'perangkat-daerah', '9404'],
  ['Sanggar Tari Kamoro Taware', 'pertunjukan-rakyat', '940401'],
  ['Koperasi Tailing Mandiri', 'dunia-usaha', '9404'],
  ['Pertuni Cabang Mimika', 'pertuni', '9404'],
]
const pacitan: PartnerLine[] = [
  ['Radio Suara Grindulu', 'media-massa', '3501'],
  ['STKIP Teleng Ria', 'perguruan-tinggi', '3501'],
  ['Forum KIM Pacitan', 'forum-kim', '3501'],
  ['Relawan TIK Pacitan', 'relawan-tik', '3501'],
  ['Paguyuban Kethoprak Arjosari', 'pertunjukan-rakyat', '350106'],
  ['Kecamatan Arjosari', 'perangkat-daerah', '350106'],
  ['Karang Taruna Kabupaten Pacitan', 'organisasi-kemasyarakatan', '3501'],
  ['Batik Pace Lestari', 'dunia-usaha', '3501'],
]
const eastJava: PartnerLine[] = [
  ['Universitas Airlangga Raya Contoh', 'perguruan-tinggi', '3578'],
  ['Majalah Warta Brang Wetan', 'media-massa', '35'],
  ['Forum KIM Jawa Timur', 'forum-kim', '35'],
  ['Relawan TIK Jawa Timur', 'relawan-tik', '35'],
  ['PKK Provinsi Jawa Timur', 'organisasi-kemasyarakatan', '35'],
  ['Pertuni Jawa Timur', 'pertuni', '35'],
]
const papua: PartnerLine[] = [
  ['Universitas Meepago', 'perguruan-tinggi', '9401'],
  ['Suara Papua Tengah', 'media-massa', '94'],
  ['Relawan TIK Papua Tengah', 'relawan-tik', '94'],
  ['Forum KIM Papua Tengah', 'forum-kim', '94'],
]
const nation: PartnerLine[] = [
  ['Jaringan Cek Informasi Nusantara', 'komunitas', 'indonesia'],
  ['Kementerian Desa dan Daerah Tertinggal', 'kementerian-lembaga', 'indonesia'],
  ['Asosiasi Radio Komunitas Nusantara', 'media-massa', 'indonesia'],
]
/** For every other regency: two of these, by turns. */
const anywhere: [string, string][] = [
  ['Radio Suara Warga', 'media-massa'],
  ['Relawan TIK', 'relawan-tik'],
  ['Karang Taruna', 'organisasi-kemasyarakatan'],
  ['Akademi Komunitas', 'perguruan-tinggi'],
]

/** Days before and after today between which a partnership holds, and what became of it. */
interface Story {
  title: string
  from: number
  until: number | null
  becomes?: 'proposed' | 'broken_off'
  topics?: string[]
  kind?: 'memorandum' | 'agreement' | 'decree' | 'informal'
}

const stories: Story[] = [
  {
    title: 'Siaran informasi publik bersama',
    from: 335,
    until: 30,
    topics: ['layanan-publik', 'hoaks'],
    kind: 'agreement',
  },
  {
    title: 'Kelas cek fakta untuk pengurus KIM',
    from: 200,
    until: 530,
    topics: ['hoaks'],
    kind: 'memorandum',
  },
  { title: 'Magang mahasiswa di KIM', from: 400, until: 700, topics: ['pendidikan'], kind: 'memorandum' },
  {
    title: 'Pendampingan situs dan media sosial KIM',
    from: 640,
    until: -60,
    topics: ['umkm'],
    kind: 'agreement',
  },
  {
    title: 'Panggung rakyat untuk pesan stunting',
    from: 120,
    until: 85,
    topics: ['stunting'],
    kind: 'agreement',
  },
  { title: 'Jalur kabar bencana dari kampung', from: 90, until: null, topics: ['bencana'], kind: 'informal' },
  {
    title: 'Promosi produk warga lewat KIM',
    from: -14,
    until: 380,
    becomes: 'proposed',
    topics: ['umkm'],
    kind: 'agreement',
  },
  {
    title: 'Pelatihan foto jurnalistik',
    from: 300,
    until: 200,
    becomes: 'broken_off',
    topics: ['pendidikan'],
    kind: 'memorandum',
  },
]

/** Partners of offices of each level and their partnerships in every state, one about to be reminded of. */
export async function makePartnerships(
  world: World,
  { today, actors, groups, officerOf }: Cast,
): Promise<number> {
  world.at(today - 660 * DAY)
  const keep = async (actor: Actor, lines: PartnerLine[]) => {
    const ids: string[] = []
    for (const [at, [name, kindCode, placeCode]] of lines.entries()) {
      const value = NewPartnerForm.parse({
        id: world.newId(),
        name,
        kindCode,
        placeCode,
        person: `Narahubung Contoh ${at + 1}`,
        phone: `0812 0000 ${String(1000 + at)}`,
        isOther: true,
      })
      await addPartner(world, { actor, value })
      ids.push(`mitra:${value.id}`)
    }
    return ids
  }
  const inMimika = await keep(actors.mimika, mimika)
  const inPacitan = await keep(actors.pacitan, pacitan)
  const ofEastJava = await keep(actors.jatim, eastJava)
  const ofPapua = await keep(actors.papuaTengah, papua)
  const ofNation = await keep(actors.national, nation)
  const kimIn = (regencyCode: string) =>
    `kim:${groups.find((group) => group.regencyCode === regencyCode)?.id ?? ''}`
  const others = ['3578', '3573', '3509', '9401', '9403']
  let made = 0
  const play = async (actor: Actor, counterparts: string[], first = 0) => {
    for (const [at, counterpart] of counterparts.entries()) {
      const story = stories[(first + at) % stories.length]
      if (story) await tell(world, { actor, counterpart, story, serial: ++made, today })
    }
  }
  await play(actors.mimika, [...inMimika.slice(0, 7), kimIn('9404')])
  await play(actors.pacitan, [...inPacitan.slice(0, 6), kimIn('3501')])
  await play(actors.jatim, ofEastJava.slice(0, 4), 1)
  await play(actors.papuaTengah, ofPapua.slice(0, 3), 2)
  await play(actors.national, ofNation.slice(0, 2), 1)
  for (const [at, code] of others.entries()) {
    world.at(today - 660 * DAY)
    const actor = officerOf(code)
    const lines = [0, 1].map((next): PartnerLine => {
      const [name, kind] = anywhere[(at + next) % anywhere.length] ?? ['Mitra', 'lainnya']
      return [`${name} ${code}`, kind, code]
    })
    const [one] = await keep(actor, lines)
    if (one) await play(actor, [one], at)
  }
  world.at(today)
  return made
}

interface Telling {
  actor: Actor
  counterpart: string
  story: Story
  serial: number
  today: number
}

/** One partnership through time: proposed with its paper, put in force, used, assessed, or broken off. */
async function tell(world: World, { actor, counterpart, story, serial, today }: Telling): Promise<void> {
  const day = (daysAhead: number) => addDays(localDate(today, 'WIB'), daysAhead)
  const number = `480/${String(serial).padStart(3, '0')}/KIM`
  world.at(today - Math.max(story.from + 20, 1) * DAY)
  const bytes = await paper(
    `NASKAH KEMITRAAN ${number}`,
    [`Kedua pihak bersepakat tentang: ${story.title}.`, 'Naskah ini dibuat untuk data contoh.'],
    new Date(today),
  )
  const value = NewPartnershipForm.parse({
    id: world.newId(),
    counterpart,
    kind: story.kind,
    title: story.title,
    number: story.kind === 'informal' ? undefined : number,
    startsOn: day(-story.from),
    endsOn: story.until === null ? undefined : day(story.until),
    scope: `${story.title}, bersama KIM di wilayah kerja dinas. Pertemuan sekurang-kurangnya sekali tiga bulan.`,
    topics: story.topics,
    officeDuties: 'Menyediakan bahan informasi dan menghubungkan dengan KIM.',
    partnerDuties: 'Menyediakan pengajar, ruang atau waktu siar.',
    budgetCode: '2.16.02.2.01.08',
    fundingSource: story.kind === 'informal' ? 'none' : 'apbd_regency',
    responsible: 'Kepala Bidang Informasi dan Komunikasi Publik',
    isPublic: serial % 2 === 0,
    file:
      story.kind === 'informal'
        ? undefined
        : new File([new Uint8Array(bytes)], 'naskah.pdf', { type: 'application/pdf' }),
  })
  await proposePartnership(world, { actor, value })
  if (story.becomes === 'proposed') return
  const act = { actor, partnershipId: value.id }
  world.at(today - story.from * DAY)
  await activatePartnership(world, { ...act, version: 1 })
  if (story.becomes === 'broken_off') {
    world.at(today - 100 * DAY)
    await breakOffPartnership(world, { ...act, version: 2, reason: 'Mitra tidak dapat melanjutkan.' })
    return
  }
  world.at(today - 3 * DAY)
  await linkLatest(world, act)
  if (story.from > 150) await assess(world, act, Number(day(-story.from).slice(0, 4)))
}

/** Links up to three confirmed activities of the office's own regency. */
async function linkLatest(world: World, act: { actor: Actor; partnershipId: string }): Promise<void> {
  const { activities } = world.store.tables
  const regencyCodes = act.actor.grants.flatMap(({ regencyCode }) => regencyCode ?? [])
  if (regencyCodes.length === 0) return
  const found = await world.store.read
    .select({ id: activities.id })
    .from(activities)
    .where(and(inArray(activities.regencyCode, regencyCodes), eq(activities.status, 'confirmed')))
    .orderBy(activities.localDate, activities.id)
    .limit(3)
  for (const { id } of found) await linkActivity(world, { ...act, activityId: id })
}

async function assess(
  world: World,
  act: { actor: Actor; partnershipId: string },
  year: number,
): Promise<void> {
  await assessPartnership(world, {
    ...act,
    value: AssessmentForm.parse({
      intent: 'assess',
      year,
      seen: 0,
      officeKept: 'full',
      partnerKept: 'partly',
      officeSays: 'Kegiatan berjalan, meskipun dua pertemuan bergeser karena cuaca.',
      partnerSays: 'Kami berharap jadwalnya diberitahukan sebulan sebelumnya.',
      partnerSpeaker: 'Narahubung mitra',
      outlook: 'continue',
    }),
  })
}

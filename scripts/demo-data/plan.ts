import type { Actor } from '~/features/identity/actor'
import { DAY } from '~/platform/clock'
import type { DemoActors, NewAccount } from './accounts'
import { makeApplication, type Stage } from './applications'
import type { DemoGroup } from './groups'
import { askForName, closeOne, type NameStage, some, startHandover, suspendOne } from './lives'
import type { Chance } from './random'
import type { World } from './world'

interface Cast {
  today: number
  actors: DemoActors
  groups: DemoGroup[]
  open: (account: NewAccount) => Promise<Actor>
}

/** Villages of Kabupaten Mimika and Kabupaten Pacitan whose applications the guide's accounts see. */
const mimika = [
  '9404011007',
  '9404011010',
  '9404161002',
  '9404031001',
  '9404091001',
  '9404131001',
  '9404022001',
]
const pacitan = ['3501012001', '3501022001', '3501032001', '3501041001', '3501052001']

const mimikaStages: [Stage, number][] = [
  ['rejected', 40],
  ['withdrawn', 33],
  ['submitted', 16],
  ['returned', 12],
  ['under_review', 9],
  ['submitted', 8],
  ['submitted', 3],
]
const pacitanStages: [Stage, number][] = [
  ['returned', 15],
  ['under_review', 10],
  ['submitted', 9],
  ['submitted', 4],
  ['submitted', 2],
]

/** Who acts on, after `playOut`. */
interface Played {
  officerOf: (regencyCode: string) => Actor
  /** The chair of the guide's group. */
  chair: Actor
}

/** Lets every state of applications, groups and names occur, so that each screen has something to show. */
export async function playOut(world: World, chance: Chance, cast: Cast): Promise<Played> {
  const { today, actors, groups, open } = cast
  world.at(today - 60 * DAY)
  const officers = await openOfficers(cast)
  const officerOf = (regencyCode: string): Actor => {
    const officer = officers.get(regencyCode)
    if (!officer) throw new Error(`no officer for ${regencyCode}`)
    return officer
  }

  // What waits in the queues of the two regencies of the guide.
  const inMimika = { applicant: actors.neighbour, officer: actors.mimika }
  for (const [at, [stage, daysAgo]] of mimikaStages.entries()) {
    await makeApplication(world, chance, today, {
      ...inMimika,
      villageCode: mimika[at] ?? '',
      stage,
      daysAgo,
    })
  }
  const inPacitan = { applicant: actors.neighbour, officer: actors.pacitan }
  for (const [at, [stage, daysAgo]] of pacitanStages.entries()) {
    await makeApplication(world, chance, today, {
      ...inPacitan,
      villageCode: pacitan[at] ?? '',
      stage,
      daysAgo,
    })
  }
  await makeApplication(world, chance, today, {
    applicant: actors.mimikaSecond,
    officer: actors.mimika,
    villageCode: '9404011008',
    stage: 'submitted',
    daysAgo: 5,
    paper: true,
  })
  await makeApplication(world, chance, today, {
    applicant: actors.villager,
    officer: actors.mimika,
    villageCode: '9404011009',
    stage: 'draft',
    daysAgo: 1,
  })

  // The chair of the guide: a group from its registration to its name and a handover.
  const { groupId } = await makeApplication(world, chance, today, {
    applicant: actors.chair,
    officer: actors.mimika,
    villageCode: '9404011003',
    stage: 'approved',
    daysAgo: 30,
  })
  if (!groupId) throw new Error('the group of the guide was not approved')
  const chair: Actor = {
    ...actors.chair,
    grants: [{ role: 'volunteer', provinceCode: null, regencyCode: null, groupId, post: 'ketua' }],
  }
  await askForName(
    world,
    { chair, officer: actors.mimika, registrar: actors.registrar },
    { groupId, stage: 'endorsed', daysAgo: 14, today },
  )

  // Elsewhere: waiting applications, names at each stage, groups suspended and closed.
  const elsewhere = groups.filter(({ regencyCode }) => regencyCode !== '9404' && regencyCode !== '3501')
  for (const { villageCode, regencyCode } of some(chance, elsewhere, 12)) {
    await makeApplication(world, chance, today, {
      applicant: actors.neighbour,
      officer: officerOf(regencyCode),
      villageCode,
      stage: chance.pick(['submitted', 'submitted', 'under_review', 'returned'] as const),
      daysAgo: chance.between(1, 20),
    })
  }
  for (const group of some(chance, groups, 24))
    await suspendOne(world, officerOf(group.regencyCode), group.id, today)
  const leftOpen = await openGroups(world, groups)
  for (const group of some(chance, leftOpen, 14))
    await closeOne(world, officerOf(group.regencyCode), group.id, today)
  await nameGroups(world, chance, cast, officerOf)
  const [handing] = some(
    chance,
    (await openGroups(world, groups)).filter((group) => group.regencyCode === '9404'),
    1,
  )
  if (handing) {
    const handingChair = await openChair(open, handing)
    await startHandover(world, handingChair, handing.id, today)
  }
  return { officerOf, chair }
}

/** One officer for each regency that has none in the guide. */
async function openOfficers({ actors, groups, open }: Cast): Promise<Map<string, Actor>> {
  const officers = new Map<string, Actor>([
    ['9404', actors.mimika],
    ['3501', actors.pacitan],
  ])
  for (const { regencyCode } of groups) {
    if (officers.has(regencyCode)) continue
    const grant = { role: 'regency_officer', provinceCode: regencyCode.slice(0, 2), regencyCode } as const
    officers.set(
      regencyCode,
      await open({ name: `Petugas ${regencyCode} Contoh`, email: `dinas.${regencyCode}@contoh.id`, grant }),
    )
  }
  return officers
}

/** Names asked for by groups all over, at each stage. */
async function nameGroups(
  world: World,
  chance: Chance,
  { today, actors, groups, open }: Cast,
  officerOf: (regencyCode: string) => Actor,
): Promise<void> {
  const stages: NameStage[] = [
    'requested',
    'endorsed',
    'active',
    'active',
    'refused',
    'requested',
    'endorsed',
    'active',
  ]
  const chosen = some(chance, await openGroups(world, groups), 48)
  for (const [at, group] of chosen.entries()) {
    const chair = await openChair(open, group)
    await askForName(
      world,
      { chair, officer: officerOf(group.regencyCode), registrar: actors.registrar },
      {
        groupId: group.id,
        stage: stages[at % stages.length] ?? 'requested',
        daysAgo: chance.between(1, 30),
        today,
      },
    )
  }
}

/** An account for a group's chair. */
async function openChair(open: Cast['open'], group: DemoGroup): Promise<Actor> {
  const grant = { role: 'volunteer', groupId: group.id, post: 'ketua' } as const
  return open({ name: group.chair, email: `ketua.${group.number}@contoh.id`, grant })
}

/** The groups that are still registered. */
async function openGroups({ store }: World, groups: DemoGroup[]): Promise<DemoGroup[]> {
  const { groups: table } = store.tables
  const rows = await store.read.select({ id: table.id, status: table.status }).from(table)
  const registered = new Set(rows.filter(({ status }) => status === 'registered').map(({ id }) => id))
  return groups.filter(({ id }) => registered.has(id))
}

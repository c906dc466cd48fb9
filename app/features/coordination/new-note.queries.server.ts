import type { Actor } from '~/features/identity/actor'
import { officersOfOffices } from '~/features/identity/grants.server'
import { addDays } from '~/platform/calendar'
import type { Instant } from '~/platform/clock'
import type { Services } from '~/platform/services'
import { boardFrame, readBoard, regionsBelow } from './board.queries.server'
import { columnOf } from './board-columns'
import { keeps } from './board-filters'
import type { BoardRow } from './board-row'
import { type Choice, choices } from './coordination.schema'
import type { Figure } from './figures'
import { nameOffices } from './office-names.server'
import { dueDay } from './offices'

/** How long an answer may take unless the sender says otherwise. */
const ANSWER_DAYS = 7

interface Asked {
  wilayah?: string
  /** Offices that are chosen already. */
  ke: string[]
  /** Those that a filter of the board keeps are chosen too. */
  saring?: Choice
  angka?: Figure
}

/** An empty note with the offices it may go to. @throws not_found */
export async function newNoteScreen(services: Services, actor: Actor, { wilayah, ke, saring, angka }: Asked) {
  const frame = await boardFrame(services, actor, wilayah)
  const { region, officeCode, now } = frame
  const { regions } = await regionsBelow(services, region.code)
  const { rows } = await readBoard(services, regions, frame)
  const officers = await officersOfOffices(
    { db: services.store.read, tables: services.store.tables },
    regions.map(({ code }) => code),
  )
  const names = await nameOffices({ db: services.store.read, tables: services.store.tables }, [officeCode])
  const column = angka && columnOf(angka)
  return {
    formId: services.newId(),
    region: { code: region.code, name: region.name },
    isBelow: officeCode !== region.code,
    sender: names.get(officeCode) ?? '',
    firstDay: dueDay(now),
    dueOn: addDays(dueDay(now), ANSWER_DAYS),
    figure: column ? { key: column.key, name: column.header } : null,
    /** How many each filter of the board would choose. */
    filters: choices.map((filter) => ({
      filter,
      many: rows.filter((row) => chooses(filter, row, now)).length,
    })),
    offices: rows.map((row) => ({
      code: row.code,
      name: row.name,
      chosen: ke.includes(row.code) || chooses(saring, row, now),
      /** False where nobody would read the note yet. */
      reads: (officers.get(row.code) ?? []).length > 0,
      says: column ? column.words(row, now) : null,
    })),
  }
}

function chooses(choice: Choice | undefined, row: BoardRow, now: Instant): boolean {
  return choice !== undefined && keeps(choice === 'semua' ? undefined : choice, row, now)
}
export type NewNoteScreen = Awaited<ReturnType<typeof newNoteScreen>>

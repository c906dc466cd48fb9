import { NATION } from '~/features/regions/places'
import { endedBefore, type Period } from '~/features/reporting/periods'
import { readRules } from '~/features/reporting/reporting-rules.queries.server'
import type { Services } from '~/platform/services'

/** How far back a period whose day has passed is looked for. */
const PERIODS = 12

/** The latest period, by the rule of the region above, whose reports were due before today. */
export async function lastDuePeriod(
  { store }: Pick<Services, 'store'>,
  codes: string[],
  today: string,
): Promise<Period> {
  const [code = ''] = codes
  const above = code.length === 4 ? code.slice(0, 2) : NATION
  const rules = await readRules({ db: store.read, tables: store.tables })
  const ended = endedBefore(rules.kindsOf(above), today, PERIODS)
  const due = ended.find((period) => rules.deadlinesOf(above, period).dueOn < today) ?? ended.at(-1)
  if (!due) throw new Error('no period has ended')
  return due
}

import { ActivityId } from '~/features/activities/activities.schema'
import { confirmActivities } from '~/features/activities/decide-activities.server'
import { postActivity } from '~/features/activities/post-activity.server'
import { addDays, localDate } from '~/platform/calendar'
import { openStore } from '~/platform/db/open'
import { aMemberOf, anActivity, anOfficerOf } from './activities'
import { aGroup } from './groups'
import { testServices } from './services'

/**
 * Registers a group, then reports and confirms activities until it is killed; each confirmed id is a line.
 * Arguments: the database and a folder for files.
 */
const [databaseUrl = '', folder = '', villageCode = ''] = process.argv.slice(2)
const services = testServices(await openStore(databaseUrl), folder)
const group = await aGroup(services, {}, villageCode)
const member = await aMemberOf(services, group.id)
const officer = await anOfficerOf(services, villageCode.slice(0, 4))
for (let at = 0; ; at++) {
  const id = ActivityId.parse(services.newId())
  const date = addDays(localDate(services.now, 'WIT'), -((at * 37) % 700))
  const content = anActivity(villageCode, { localDate: date })
  await postActivity(services, { actor: member, requestId: 'uji', id, groupId: group.id, content })
  await confirmActivities(services, { actor: officer, requestId: 'uji', chosen: [{ id, version: 1 }] })
  process.stdout.write(`${id}\n`)
}

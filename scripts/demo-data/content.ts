import type { ActivityContent, HoaxClarification, Verdict } from '~/features/activities/activities.schema'
import { addDays } from '~/platform/calendar'
import type { Diarist, Entry } from './diary'
import type { Chance } from './random'
import { hoaxes } from './stories/hoaxes'

/** Writes an activity in the words of its place. */
export function tell(chance: Chance, entry: Entry, diarist: Diarist, reportedOn: string): ActivityContent {
  const { story, late } = entry
  const knowsReach = chance.often(0.93)
  const source = chance.pick(story.sources)
  const [low, high] = story.reach
  const present = story.present && chance.often(0.75) ? chance.between(...story.present) : null
  const women = present === null ? null : Math.round(present * (0.3 + chance.next() * 0.5))
  const content: ActivityContent = {
    localDate: addDays(reportedOn, -late),
    title: chance.pick(story.titles)(diarist.place),
    story: chance.pick(story.stories)(diarist.place),
    topicCode: story.topic,
    functions: chance.pick(story.functions),
    channels: chance.pick(story.channels).map(({ channel, platforms }) => ({
      channel,
      platform: chance.often(0.85) ? chance.pick(platforms) : null,
      link: null,
    })),
    reach: knowsReach ? chance.between(low, high) : null,
    reachSource: knowsReach ? source : null,
    reachEstimated: knowsReach && (source === 'guess' || chance.often(0.15)),
    men: present === null || women === null ? null : present - women,
    women,
    partners: chance.pick(story.partners) || null,
    hoax: null,
    isPublic: chance.often(0.93),
    placeCode: diarist.villageCode,
  }
  return entry.hoax ? { ...content, ...clarified(chance, entry.hoax, diarist) } : content
}

function clarified(chance: Chance, which: 'wave' | 'other', { place }: Diarist): Partial<ActivityContent> {
  const common = { topicCode: 'hoaks', partners: null, men: null, women: null }
  if (which === 'other') {
    const { claim, title, verdict, reference } = chance.pick(hoaxes.others)
    return {
      ...common,
      title,
      story:
        'Kami menelusuri asal kabar ini, menanyakannya ke yang berwenang, lalu membagikan jawabannya di tempat kabar itu beredar.',
      functions: ['akses', 'diseminasi'],
      hoax: { claim, where: chance.pick(hoaxes.wave.wheres), verdict, reference },
    }
  }
  const { claim, wheres, titles, story, reference } = hoaxes.wave
  const verdict: Verdict = chance.often(0.85) ? 'false' : chance.pick(['misleading', 'unproven'] as const)
  const hoax: HoaxClarification = { claim, where: chance.pick(wheres), verdict, reference }
  return {
    ...common,
    title: chance.pick(titles)(place),
    story,
    functions: chance.often(0.5) ? ['diseminasi'] : ['akses', 'diseminasi', 'diskusi'],
    hoax,
  }
}

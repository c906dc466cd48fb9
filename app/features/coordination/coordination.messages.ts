import type { Tone } from '~/ui/callout'
import type { ThreadStatus } from './coordination.state'
import type { ThreadStage } from './threads.schema'

/** A thread's state in words; an open one whose day has passed says so. */
export function threadBadge(status: ThreadStatus, overdue: boolean): { words: string; tone: Tone } {
  if (overdue) return { words: 'Lewat tenggat', tone: 'bad' }
  return {
    open: { words: 'Menunggu jawaban', tone: 'wait' as const },
    answered: { words: 'Sudah dijawab', tone: 'info' as const },
    closed: { words: 'Selesai', tone: 'plain' as const },
  }[status]
}

export const threadStageWords: Record<ThreadStage, string> = {
  terbuka: 'Menunggu jawaban',
  lewat: 'Lewat tenggat',
  dijawab: 'Sudah dijawab',
  selesai: 'Selesai',
  semua: 'Semua',
}

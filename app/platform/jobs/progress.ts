import { eq } from 'drizzle-orm'
import type { Store } from '~/platform/db/store'
import type { JobStatus } from './jobs.tables'

export interface JobProgress {
  status: JobStatus
  /** In parts of the work's own choice; 0 of 0 until it says so. */
  done: number
  total: number
}

/** How far a job has come; undefined when it was never asked for, or was done long ago. */
export async function jobProgress(
  { read, tables: { jobs } }: Pick<Store, 'read' | 'tables'>,
  id: string,
): Promise<JobProgress | undefined> {
  const [job] = await read
    .select({ status: jobs.status, done: jobs.partsDone, total: jobs.partsTotal })
    .from(jobs)
    .where(eq(jobs.id, id))
  return job && { status: job.status, done: job.done ?? 0, total: job.total ?? 0 }
}

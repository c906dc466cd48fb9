import { createServer, type Server } from 'node:http'
import type { ServerBuild } from '@remix-run/node'
import sharp from 'sharp'
import { firstAdminAddress } from '~/features/identity/first-admin.server'
import { warmRegionSearch } from '~/features/regions/search-regions.server'
import { jobHandlers, scheduledJobs } from '~/jobs'
import { makePlanner } from '~/platform/jobs/scheduled'
import { startWorker } from '~/platform/jobs/worker'
import { makeApp } from './app'
import { readyData } from './ready-data'
import { openServices } from './services'

/**
 * Starts the portal: settings, migrations, regions, then the web server and the worker.
 */
export async function boot(build: ServerBuild): Promise<void> {
  // Pictures are rare and large: one at a time, and nothing of them is kept in memory.
  sharp.cache(false)
  sharp.concurrency(1)
  const services = await openServices()
  await readyData(services, (line) => console.log(line))
  await warmRegionSearch(services)
  const app = makeApp({ services, build })
  const worker = startWorker(services, jobHandlers, makePlanner(services, scheduledJobs))
  const { host, port, publicUrl } = services.config
  const beginning = await firstAdminAddress(services)
  const server = createServer(app).listen(port, host, () => {
    console.log(`Simpul KIM siap di ${publicUrl}`)
    if (beginning) {
      console.log(`Belum ada administrator. Buat yang pertama di alamat sekali pakai ini: ${beginning}`)
    }
  })
  stopGracefully(server, async () => {
    await worker.stop()
    await services.store.close()
  })
}

/** Finishes the requests in hand, then closes what is open; a second signal ends at once. */
function stopGracefully(server: Server, close: () => Promise<void>): void {
  let stopping = false
  const stop = () => {
    if (stopping) process.exit(1)
    stopping = true
    server.close(() => {
      close().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
    server.closeIdleConnections()
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

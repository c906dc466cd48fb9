import { createServer } from 'node:http'
import type { ServerBuild } from '@remix-run/node'
import { createServer as createVite } from 'vite'
import { firstAdminAddress } from '~/features/identity/first-admin.server'
import { loadRegions } from '~/features/regions/load-regions.server'
import { seedLegalBases } from '~/features/settings/seed-legal-bases.server'
import { jobHandlers, scheduledJobs } from '~/jobs'
import { makePlanner } from '~/platform/jobs/scheduled'
import { startWorker } from '~/platform/jobs/worker'
import { makeApp } from './app'
import { openServices } from './services'

const vite = await createVite({ server: { middlewareMode: true } })
const services = await openServices()
await loadRegions(services, (line) => console.log(line))
await seedLegalBases(services)
const app = makeApp({
  services,
  assets: vite.middlewares,
  build: async () => (await vite.ssrLoadModule('virtual:remix/server-build')) as unknown as ServerBuild,
})
startWorker(services, jobHandlers, makePlanner(services, scheduledJobs))
const beginning = await firstAdminAddress(services)
createServer(app).listen(services.config.port, () => {
  console.log(`Simpul KIM (pengembangan) di ${services.config.publicUrl}`)
  if (beginning) console.log(`Belum ada administrator. Buat yang pertama di ${beginning}`)
})

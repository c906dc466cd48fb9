import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { demoGuide, makeDemoData } from '../scripts/demo-data'
import type { Prepare } from './boot'

/** Makes the example once and serves it; with `--stop` only makes it, so that the server starts small afterwards. */
const prepare: Prepare = async (services) => {
  await makeDemoData(services, (line) => console.log(line))
  for (const line of demoGuide(services.config.publicUrl)) console.log(line)
  if (!process.argv.includes('--stop')) return
  await services.store.close()
  process.exit(0)
}

const portal = await import(pathToFileURL(resolve('build/server/index.js')).href)
portal.start(prepare).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})

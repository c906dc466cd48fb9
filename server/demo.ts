import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readConfig } from '~/platform/config/config'
import { demoGuide, makeDemoData } from '../scripts/demo-data'
import { readyData } from './ready-data'
import { openServices } from './services'

const say = (line: string) => console.log(line)

/**
 * Makes the example once and serves it; with `--stop` only makes it, so that the server starts small afterwards.
 * While it is made nobody waits for an answer that must outlive a power cut, so the disk is not asked to confirm each of
 * some twenty thousand changes. An example that was interrupted is refused, with the words which folder to delete.
 */
async function main(): Promise<void> {
  const services = await openServices(readConfig(), { durable: false })
  try {
    await readyData(services, say)
    await makeDemoData(services, say)
  } finally {
    await services.store.close()
  }
  for (const line of demoGuide(services.config.publicUrl)) say(line)
  if (process.argv.includes('--stop')) return
  const portal = await import(pathToFileURL(resolve('build/server/index.js')).href)
  await portal.start()
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})

import { demoGuide, makeDemoData } from '../scripts/demo-data'
import { boot } from './boot'

boot(async (services) => {
  await makeDemoData(services, (line) => console.log(line))
  for (const line of demoGuide(services.config.publicUrl)) console.log(line)
}).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})

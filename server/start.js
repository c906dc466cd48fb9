// Plain JavaScript: production runs what the build made, and nothing translates TypeScript on the way.
import { start } from '../build/server/index.js'

start().catch((error) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})

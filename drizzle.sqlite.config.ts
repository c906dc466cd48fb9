import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'sqlite',
  schema: './app/platform/db/schema.sqlite.ts',
  out: './drizzle/sqlite',
})

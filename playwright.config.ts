import { defineConfig } from '@playwright/test'

const port = Number(process.env.E2E_PORT ?? 3210)
const dataDir = process.env.E2E_DATA_DIR ?? '.cache/e2e-data'

const onlyLooking = /(every-page|guide|map-of-the-country)\.spec\.ts/

/** The real server with its own database, and the system's Chromium; nothing is downloaded. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.cache/e2e-results',
  fullyParallel: false,
  workers: 2,
  // Stories change what others count and take turns; what is only looked at is looked at beside them.
  projects: [
    { name: 'pages', testMatch: onlyLooking, workers: 1 },
    { name: 'stories', testIgnore: onlyLooking, workers: 1 },
  ],
  retries: 0,
  timeout: 300_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'id-ID',
    actionTimeout: 30_000,
    navigationTimeout: 30_000,
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    // `npm test` has made the example already.
    command: `${process.env.E2E_PREPARED ? '' : `rm -rf ${dataDir} && `}NODE_ENV=production npx tsx server/demo.ts`,
    env: {
      PORT: String(port),
      DATA_DIR: dataDir,
      PUBLIC_URL: `http://localhost:${port}`,
      LOG_LEVEL: 'error',
      DATABASE_URL: process.env.E2E_DATABASE_URL ?? '',
    },
    url: `http://localhost:${port}/readyz`,
    timeout: 600_000,
    reuseExistingServer: process.env.E2E_REUSE === '1',
  },
})

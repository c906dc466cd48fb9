import { type Browser, type BrowserContext, type Cookie, expect, type Page } from '@playwright/test'
import axe from 'axe-core'
import { DEMO_PASSWORD } from '../../scripts/demo-data/accounts'

export const phone = { width: 360, height: 740 }
export const desktop = { width: 1280, height: 860 }

export interface Person {
  context: BrowserContext
  page: Page
}

/** Opens a browser of its own, signed in as one of the example's people when an address is given. */
export async function open(
  browser: Browser,
  {
    email,
    scripts = true,
    viewport = desktop,
  }: { email?: string; scripts?: boolean; viewport?: typeof phone },
): Promise<Person> {
  const context = await browser.newContext({ javaScriptEnabled: scripts, viewport, locale: 'id-ID' })
  if (!scripts) withoutScripts.add(context)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    // A refused form answers 4xx on purpose; the browser notes that by itself.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      complaints.push(message.text())
    }
  })
  page.on('pageerror', (error) => {
    // The router gives up what it was reading when the person goes on, and says so (remix-run/react-router#14203).
    if (error.name !== 'AbortError') complaints.push(String(error))
  })
  context.on('close', () => expect(complaints).toEqual([]))
  if (email) await context.addCookies(sessions.get(email) ?? (await signIn(page, email)))
  return { context, page }
}

/** Of those who have signed in: whoever comes again need not. */
const sessions = new Map<string, Cookie[]>()

async function signIn(page: Page, email: string): Promise<Cookie[]> {
  await page.goto('/masuk')
  await page.getByLabel('Nomor HP atau e-mail').fill(email)
  await page.getByLabel('Sandi').fill(DEMO_PASSWORD)
  await page.getByRole('main').getByRole('button', { name: 'Masuk' }).click()
  await page.waitForURL((url) => url.pathname !== '/masuk')
  const cookies = await page.context().cookies()
  sessions.set(email, cookies)
  return cookies
}

/** Contexts without JavaScript, in which a page cannot be examined from within. */
const withoutScripts = new WeakSet<BrowserContext>()

/**
 * No accessibility violation that a machine can find (WCAG 2.2 A and AA), one h1, nothing wider than the screen.
 * @param options.contrast false where the same page had its colours looked at: two thirds of the time go there
 */
export async function looksRight(
  page: Page,
  { contrast = true }: { contrast?: boolean } = {},
): Promise<void> {
  const path = new URL(page.url()).pathname
  await expect(page.locator('h1')).toHaveCount(1)
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider, `${path} is wider than the screen`).toBeLessThanOrEqual(0)
  if (withoutScripts.has(page.context())) return
  await page.evaluate(axe.source)
  expect(await page.evaluate(violations, contrast), path).toEqual([])
}

/** What axe finds, in the page; only what is wrong is told: the rest would take most of the time. */
async function violations(contrast: boolean): Promise<string[]> {
  const { axe: here } = window as unknown as { axe: typeof axe }
  const found = await here.run(document, {
    resultTypes: ['violations'],
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    rules: { 'color-contrast': { enabled: contrast } },
  })
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  )
}

/** The same on a phone and on a desk, where it has the same colours; the page keeps the size that it had. */
export async function looksRightEverywhere(page: Page): Promise<void> {
  const size = page.viewportSize()
  for (const viewport of [phone, desktop]) {
    await page.setViewportSize(viewport)
    await looksRight(page, { contrast: viewport === phone })
  }
  if (size) await page.setViewportSize(size)
}

import { type Browser, expect, type Page, test } from '@playwright/test'
import sharp from 'sharp'
import { coastColours } from '../../app/ui/map/coast'
import { drawnPage } from '../support/pdf'
import { desktop, open, phone } from './support'

/** Fetches of pictures of the coast, in order; what the browser still had is none. */
async function coastsFetchedBy(page: Page): Promise<string[]> {
  const client = await page.context().newCDPSession(page)
  await client.send('Network.enable')
  const fetched: string[] = []
  const known = new Set<string>()
  client.on('Network.requestServedFromCache', ({ requestId }) => known.add(requestId))
  client.on('Network.responseReceived', ({ requestId, response: { url, fromDiskCache } }) => {
    const [name] = /coast-\d+/.exec(url) ?? []
    if (name && !fromDiskCache && !known.has(requestId)) fetched.push(name)
  })
  return fetched
}

/** Holds what is seen on the map against the picture of the coast: land where it is land, sea where it is sea. */
async function landLies(page: Page): Promise<void> {
  const sheet = page.locator('svg[data-peta]:visible')
  await sheet.scrollIntoViewIfNeeded()
  const background = await sheet.evaluate((svg) => getComputedStyle(svg).backgroundImage)
  const [, address = ''] = /url\("(.+)"\)/.exec(background) ?? []
  const picture = await (await page.request.get(address)).text()
  const points = await sheet.evaluate((svg: SVGSVGElement, text) => {
    const coast = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement
    document.body.append(coast)
    const shapes = [...coast.querySelectorAll('path')]
    const toSheet = svg.getScreenCTM()?.inverse()
    const { left, top, right, bottom } = svg.getBoundingClientRect()
    const found: { x: number; y: number; place: 'neighbours' | 'land' | 'sea' }[] = []
    for (let x = Math.ceil(left); x < Math.min(right, innerWidth); x += 4) {
      for (let y = Math.max(0, Math.ceil(top)); y < Math.min(bottom, innerHeight); y += 4) {
        const point = new DOMPoint(x + 0.5, y + 0.5).matrixTransform(toSheet)
        const [neighbours, land] = shapes.map((shape) => shape.isPointInFill(point))
        found.push({ x, y, place: land ? 'land' : neighbours ? 'neighbours' : 'sea' })
      }
    }
    coast.remove()
    return found
  }, picture)
  const { data, info } = await sharp(await page.screenshot())
    .raw()
    .toBuffer({ resolveWithObject: true })
  const colourAt = (x: number, y: number) =>
    `#${data.subarray((y * info.width + x) * info.channels).toString('hex', 0, 3)}`
  const seen = points.map(({ x, y, place }) => ({ place, colour: colourAt(x, y) }))
  for (const [place, colour] of [
    ['land', coastColours.land],
    ['sea', '#f3f7f7'],
  ] as const) {
    const there = seen.filter((point) => point.colour === colour)
    expect(there.length).toBeGreaterThan(40)
    // A point on the very line may fall to either side.
    expect(there.filter((point) => point.place === place).length / there.length).toBeGreaterThan(0.98)
  }
}

async function look(browser: Browser, viewport: typeof phone, scripts: boolean) {
  const { page, context } = await open(browser, { viewport, scripts })
  const fetched = await coastsFetchedBy(page)
  for (const path of ['/', '/peta', '/peta?ukuran=kim-aktif']) {
    await page.goto(path, { waitUntil: 'networkidle' })
    await landLies(page)
  }
  await context.close()
  return fetched
}

for (const scripts of [true, false]) {
  test(`the country lies on its coast, fetched once and for this screen alone, ${scripts ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    expect(await look(browser, phone, scripts)).toEqual(['coast-360'])
    expect(await look(browser, desktop, scripts)).toEqual(['coast-960'])
  })
}

for (const [name, viewport] of Object.entries({ phone, desktop })) {
  test(`on a ${name} the coast stays under its regions when the map is zoomed and moved`, async ({
    browser,
  }) => {
    const { page, context } = await open(browser, { viewport })
    await page.goto('/peta', { waitUntil: 'networkidle' })
    const closer = page.getByRole('button', { name: 'Perbesar peta' }).and(page.locator(':visible'))
    for (let press = 0; press < 3; press++) {
      await closer.click()
      await landLies(page)
    }
    const box = await page.locator('svg[data-peta]:visible').boundingBox()
    if (!box) throw new Error('no map')
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 70, y + 30, { steps: 4 })
    await page.mouse.up()
    await landLies(page)
    await page.getByRole('button', { name: 'Tampilkan seluruh peta' }).and(page.locator(':visible')).click()
    await landLies(page)
    await context.close()
  })
}

test('on paper the country has its coast, too', async ({ browser }) => {
  const { page, context } = await open(browser, {})
  await page.goto('/', { waitUntil: 'networkidle' })
  const { data } = await drawnPage(await page.pdf({ format: 'A4' }))
  const colours = Buffer.from(data).toString('hex').match(/.{8}/g) ?? []
  expect(colours.filter((colour) => `#${colour}` === `${coastColours.land}ff`).length).toBeGreaterThan(5000)
  await context.close()
})

for (const path of ['/peta/35', '/peta/940401']) {
  test(`the slider of ${path} says its date while it is moved`, async ({ browser }) => {
    const { page, context } = await open(browser, { viewport: phone })
    await page.goto(path)
    const slider = page.getByLabel('Geser ke akhir bulan')
    const told = page.locator('output')
    const today = (await told.textContent()) ?? ''
    await expect(slider).toHaveAttribute('aria-valuetext', today)
    await slider.press('ArrowLeft')
    await expect(told).not.toHaveText(today)
    await expect(slider).toHaveAttribute('aria-valuetext', (await told.textContent()) ?? '')
    const chosen = (await told.textContent()) ?? ''
    await page.getByRole('button', { name: 'Lihat' }).first().click()
    await expect(page.getByText(`per ${chosen}`).first()).toBeVisible()
    await expect(told).toHaveText(chosen)
    await context.close()
  })
}

import { matchRoutes } from '@remix-run/react'
import { expect, test } from 'vitest'
import portal from '~/routes'
import { narrowing } from './narrow-routes'

const all = await portal
const routes = Object.fromEntries([
  ['root', { id: 'root', path: '', module: {} }],
  ...all.map(({ file, path, index }) => [file, { id: file, parentId: 'root', path, index, module: {} }]),
])
const build = { routes, assets: { routes } } as unknown as Parameters<typeof narrowing>[0]
const narrowFor = narrowing(build)

function matched({ routes: some }: typeof build, pathname: string) {
  const children = Object.values(some).filter(({ parentId }) => parentId)
  const tree = [{ id: 'root', path: '', children }] as unknown as Parameters<typeof matchRoutes>[0]
  return matchRoutes(tree, pathname)?.map(({ route, params }) => [route.id, params])
}

const addresses = all.flatMap(({ path, index }) => {
  const address = `/${index ? '' : (path ?? '').replace(/:\w+/g, 'satu').replace('*', 'tidak/ada')}`
  return [address, `${address}/`, address.toUpperCase(), `/${address}`, `${address}/lagi`, `${address}%20`]
})

test('with the routes that are left an address leads to the page that it leads to with all', () => {
  for (const address of [...addresses, '/kim/%62aru', '/d%69nas', '/peta/indonesia']) {
    expect(matched(narrowFor(address), address), address).toEqual(matched(build, address))
  }
})

test('an address is looked for among few routes, data like the page that it is for', () => {
  const few = narrowFor('/dinas/pemetaan')
  expect(Object.keys(few.routes).length).toBeLessThan(4)
  expect(Object.keys(few.assets.routes)).toEqual(Object.keys(few.routes))
  expect(narrowFor('/dinas/pemetaan.data')).toBe(few)
  expect(narrowFor('/_root.data')).toBe(narrowFor('/'))
})

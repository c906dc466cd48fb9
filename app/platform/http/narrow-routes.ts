import type { ServerBuild } from '@remix-run/node'

type Build = Pick<ServerBuild, 'routes' | 'assets'>

/**
 * Makes out of a build, for an address, one with only the routes that can match it; the same one for the same routes.
 * Remix looks for the page of an address three times for each answer, each time among all routes with every pattern
 * made anew. Where none but a catch-all is left, and where the address is written with `%`, it gets the whole build.
 */
export function narrowing<B extends Build>(build: B): (pathname: string) => B {
  const pages = Object.values(build.routes)
    .filter(({ path, index }) => path || index)
    .map(({ id }) => idsDownTo(build, id))
    .map((ids) => ({ ids, pattern: patternOf(ids.map((id) => build.routes[id]?.path ?? '').join('/')) }))
  const made = new Map<string, B>()
  return (pathname) => {
    const address = pathname.replace(/\.data$/, '').replace(/^\/_root$/, '/')
    const ids = new Set(pages.flatMap((page) => (page.pattern.test(address) ? page.ids : [])))
    if (ids.size === 0 || address.includes('%')) return build
    const key = [...ids].join(' ')
    const narrow = made.get(key) ?? {
      ...build,
      routes: pick(build.routes, ids),
      assets: { ...build.assets, routes: pick(build.assets.routes, ids) },
    }
    made.set(key, narrow)
    return narrow
  }
}

/** A route with those around it, from the root. */
function idsDownTo({ routes }: Pick<Build, 'routes'>, id: string): string[] {
  const above = routes[id]?.parentId
  return above === undefined ? [id] : [...idsDownTo({ routes }, above), id]
}

/** Matches all that the router matches by a path, but nothing by a catch-all. */
function patternOf(path: string): RegExp {
  const segments = path.split('/').filter(Boolean)
  const written = segments.map((segment) => {
    if (segment === '*') return '(?!)'
    return segment.startsWith(':') ? '/[^/]+' : `/${segment.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`
  })
  return new RegExp(`^${written.join('')}/*$`, 'i')
}

function pick<T>(all: Record<string, T>, ids: Set<string>): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([id]) => ids.has(id)))
}

import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import routes from '../../app/routes'
import { leaves } from '../support/routes'

const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
const files = tracked
  .split('\n')
  .filter((path) => /^(app|server|scripts)\/.*\.tsx?$/.test(path) && !/\.(test|d)\.tsx?$/.test(path))
  .filter((path) => existsSync(path))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }))

/** What a file imports, as paths from the top of the repository or package names. */
function importsOf({ path, text }: { path: string; text: string }): string[] {
  const found = [...text.matchAll(/(?:from\s+|import\s+|import\()\s*'([^']+)'/g)].map(
    (match) => match[1] ?? '',
  )
  return found.map((specifier) => {
    if (specifier.startsWith('~/')) return `app/${specifier.slice(2)}`
    if (!specifier.startsWith('.')) return specifier
    const parts = path.split('/').slice(0, -1)
    for (const part of specifier.split('/')) {
      if (part === '..') parts.pop()
      else if (part !== '.') parts.push(part)
    }
    return parts.join('/')
  })
}

/** Imports from files under `from` (except those let through) of something under `to`. */
function arrows(from: RegExp, to: RegExp, except = /^$/): string[] {
  return files
    .filter(({ path }) => from.test(path) && !except.test(path))
    .flatMap((file) =>
      importsOf(file)
        .filter((target) => to.test(target))
        .map((target) => `${file.path} -> ${target}`),
    )
}

describe('arrows point down', () => {
  test('features know no routes', () => {
    expect(arrows(/^app\/features\//, /^app\/(routes|root|entry)/)).toEqual([])
  })
  test('the platform knows no features and no routes; its database knows the list of tables', () => {
    expect(arrows(/^app\/platform\//, /^app\/(features|routes|ui|root|jobs)/)).toEqual([])
    expect(arrows(/^app\/platform\//, /^app\/tables/, /^app\/platform\/db\//)).toEqual([])
  })
  test('the design system knows nobody but the platform', () => {
    expect(arrows(/^app\/ui\//, /^app\/(features|routes|root|jobs|tables)/)).toEqual([])
  })
  test('Remix stays in the doors, the screens, the entries, platform/http and the server', () => {
    const rooms = /^app\/(routes|ui|platform\/http|root|entry|env|features\/[^/]+\/ui\/)/
    expect(arrows(/^(app|scripts)\//, /^@remix-run\//, rooms)).toEqual([])
  })
  test('links are those of the design system, which cost nothing where nothing runs', () => {
    const remixLinks = /import \{[^}]*\b(?:Link|NavLink)\b[^}]*\} from '@remix-run\/react'/
    const found = files.filter(({ text }) => remixLinks.test(text)).map(({ path }) => path)
    expect(found).toEqual(['app/ui/link.tsx'])
  })
  test('only the platform knows a database driver, and the bench, which makes databases and a bare page', () => {
    const drivers = /^(better-sqlite3|pg|drizzle-orm\/(sqlite-core|pg-core|better-sqlite3|node-postgres).*)$/
    expect(arrows(/^(app|server|scripts)\//, drivers, /^(app\/platform\/db|scripts\/bench)\//)).toEqual([])
  })
})

/** Lines of the files under `where` (except those let through) that match; comments do not count. */
function lines(where: RegExp, what: RegExp, except = /^$/): string[] {
  return files
    .filter(({ path }) => where.test(path) && !except.test(path))
    .flatMap(({ path, text }) =>
      text
        .split('\n')
        .map((line, at) => ({ line, place: `${path}:${at + 1}` }))
        .filter(({ line }) => what.test(line) && !/^\s*(\*|\/\/|\/\*)/.test(line))
        .map(({ place, line }) => `${place} ${line.trim()}`),
    )
}

describe('what is written where', () => {
  test('routes hold no SQL and open no transaction', () => {
    expect(lines(/^app\/routes\//, /drizzle-orm|store\.(read|transact)|\bsql`/)).toEqual([])
  })
  test('only the configuration reads the environment', () => {
    expect(lines(/^app\//, /process\.env/, /^app\/platform\/config\//)).toEqual([])
  })
  test('features take the time from the clock', () => {
    expect(lines(/^app\/features\//, /new Date\(\)|Date\.now\(\)/)).toEqual([])
  })
  test('queries are awaited, never run by a synchronous call', () => {
    expect(lines(/^app\/features\//, /\.(get|all|run)\(\)/)).toEqual([])
  })
  test('colours are the same at every width: the browser tests look at them on a phone', () => {
    const coloured =
      /\b(sm|md|lg|xl):([a-z-]+:)*(bg|opacity|fill|text-(?!\[\d|\d?(xs|sm|base|lg|xl)|left|right|center))/
    expect(lines(/^app\//, coloured)).toEqual([])
  })
  test('no type check is bypassed', () => {
    expect(lines(/^(app|server|scripts)\//, /\bas any\b|@ts-ignore|@ts-nocheck|: any\b/)).toEqual([])
  })
})

const modules = import.meta.glob<Record<string, unknown>>('../../app/routes/**/*.{ts,tsx}')

describe('every route declares its access', () => {
  test.each(leaves(routes))('$path ($file)', async ({ file }) => {
    const module = await modules[`../../app/${file}`]?.()
    if (!module) throw new Error(`${file} does not exist`)
    const doors = ['loader', 'action'].filter((name) => module[name] !== undefined)
    expect(doors.length).toBeGreaterThan(0)
    for (const door of doors) expect(module[door]).toHaveProperty('access')
  })
})

/** What only runs where Remix's scripts are. */
const runs =
  /\buse(Effect|State|Ref|Fetcher|Navigation|Form|Submit|Revalidator)\b|\bon(Click|Change|Input|Submit)=/
/** Parts that also work on pages without scripts. */
const still = /^app\/ui\/(form|print-button|work-progress|map\/map-picture)\.tsx$/

/** The files that a page is made of, itself among them; what runs on the server only is left out. */
function madeOf(path: string, found = new Set<string>()): Set<string> {
  const file = files.find((one) => one.path === path || one.path.replace(/\.tsx?$/, '') === path)
  if (!file || found.has(file.path) || file.path.includes('.server.')) return found
  found.add(file.path)
  for (const target of importsOf(file)) madeOf(target, found)
  return found
}

describe('a page ships scripts exactly where something runs (ADR 7)', () => {
  test.each(leaves(routes).filter(({ file }) => file.endsWith('.tsx')))('$path ($file)', ({ file }) => {
    const parts = [...madeOf(`app/${file}`)]
    const running = parts.filter((path) => runs.test(files.find((one) => one.path === path)?.text ?? ''))
    const saysNone = files.some(({ path, text }) => path === `app/${file}` && /scripts: false/.test(text))
    if (saysNone) expect(running.filter((path) => !still.test(path))).toEqual([])
    else expect(running).not.toEqual([])
  })
})

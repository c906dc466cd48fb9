import { data, type MetaFunction } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import { type ReactNode, useContext, useState } from 'react'
import { wantsScripts } from '~/platform/http/wants-scripts'
import { pageLoader } from '~/routes/door'
import { ButtonLink } from '~/ui/button'
import { Callout } from '~/ui/callout'
import { SiteFooter, SiteHeader } from '~/ui/chrome'
import { NonceContext } from '~/ui/nonce'
import { Page } from '~/ui/page'
import { SearchBox } from '~/ui/search-box'
import stylesheet from '~/ui/styles.css?url'

export const links = () => [
  { rel: 'stylesheet', href: stylesheet },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

export const meta: MetaFunction = ({ error }) => [{ title: titleOf(error) }]

function titleOf(error: unknown): string {
  if (error === undefined) return 'Simpul KIM'
  const missing = isRouteErrorResponse(error) && error.status === 404
  return `${missing ? 'Tidak ditemukan' : 'Ada gangguan'} · Simpul KIM`
}

export const loader = pageLoader({ access: 'public' }, async ({ request, actor, services }) => {
  const { frameOf } = await import('~/routes/frame.server')
  const { value, cookies } = await frameOf(services, actor, request)
  return data(value, { headers: cookies.map((cookie) => ['Set-Cookie', cookie] as [string, string]) })
})

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useContext(NonceContext)
  const frame = useRouteLoaderData<typeof loader>('root')
  const wanted = useMatches().every((match) => wantsScripts(match.handle))
  // What came with scripts keeps them: a page without any that is shown in its place must begin at its top too.
  const [scripts] = useState(wanted)
  return (
    <html lang="id">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#0b5a5a" />
        <Meta />
        <Links />
      </head>
      <body className="flex min-h-screen flex-col">
        <SiteHeader viewer={frame?.viewer ?? null} demo={frame?.demo ?? false} />
        <main id="isi" tabIndex={-1} className="flex-1 outline-none">
          {children}
        </main>
        <SiteFooter />
        {scripts && (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        )}
      </body>
    </html>
  )
}

export default function App() {
  const { flash } = useLoaderData<typeof loader>()
  return (
    <>
      {flash && (
        <div className="mx-auto max-w-7xl px-4 sm:px-6">
          <Callout tone="good" role="status">
            {flash}
          </Callout>
        </div>
      )}
      <Outlet />
    </>
  )
}

/** What went wrong in words, and ways on; the catch-all page comes here too. */
export function ErrorBoundary() {
  const error = useRouteError()
  const known = isRouteErrorResponse(error) ? error : undefined
  const message: unknown = known?.data?.message
  const missing = known?.status === 404
  return (
    <Page title={missing ? 'Tidak ditemukan' : 'Ada gangguan'}>
      <p className="max-w-prose text-lg">
        {typeof message === 'string'
          ? message
          : missing
            ? 'Halaman ini tidak ditemukan. Periksa kembali alamatnya, atau mulai dari beranda.'
            : 'Portal tidak dapat menjawab permintaan ini. Yang sudah tersimpan tetap ada. Coba muat ulang sebentar lagi.'}
      </p>
      {missing && (
        <div className="mt-8 max-w-lg">
          <SearchBox action="/kim" name="q" label="Cari KIM, desa, kelurahan atau kampung" />
        </div>
      )}
      <p className="mt-8 flex flex-wrap gap-3">
        <ButtonLink to="/">Ke beranda</ButtonLink>
        <ButtonLink to="/verifikasi" variant="secondary">
          Cek nomor KIM
        </ButtonLink>
      </p>
    </Page>
  )
}

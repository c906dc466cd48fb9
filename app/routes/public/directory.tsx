import { redirect } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { activityWords, directoryHref } from '~/features/groups/directory-address'
import { directoryScreen } from '~/features/groups/directory-screen.server'
import { groupStatuses } from '~/features/groups/groups.state'
import { DirectoryFilter } from '~/features/groups/ui/directory-filter'
import { DirectoryList } from '~/features/groups/ui/directory-list'
import { withWord } from '~/features/regions/places'
import { RegionCode } from '~/features/regions/regions.schema'
import { tidy } from '~/platform/text'
import { pageLoader } from '~/routes/door'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/callout'
import { Pagination } from '~/ui/data'
import { formatNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { Page } from '~/ui/page'

/** A strange query shows the nearest sensible page. */
const query = z.object({
  q: z
    .string()
    .transform((typed) => tidy(typed).slice(0, 100))
    .catch(''),
  wilayah: RegionCode.optional().catch(undefined),
  status: z.enum(groupStatuses).optional().catch(undefined),
  keaktifan: z.enum(['aktif', 'kurang-aktif', 'vakum']).optional().catch(undefined),
  halaman: z.coerce.number().int().min(1).catch(1),
})

export const loader = pageLoader({ access: 'public', query }, async ({ query, services }) => {
  const screen = await directoryScreen(services, {
    text: query.q,
    regionCode: query.wilayah,
    status: query.keaktifan ? undefined : query.status,
    activity: query.keaktifan && activityWords[query.keaktifan],
    page: query.halaman,
  })
  if (screen.exactly) throw redirect(`/kim/${screen.exactly}`)
  return screen
})

export const handle = { scripts: false }

const description =
  'Semua KIM terdaftar di Indonesia menurut provinsi, kabupaten, kecamatan dan desa, dengan nomor dan statusnya.'

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const here = data?.drill.path.at(-1)
  const title = `${here ? `KIM di ${withWord(here)}` : 'Direktori KIM'} · Simpul KIM`
  return [
    { title },
    { name: 'description', content: description },
    { property: 'og:title', content: title },
    { property: 'og:description', content: description },
    { property: 'og:type', content: 'website' },
    { property: 'og:locale', content: 'id_ID' },
  ]
}

export default function Directory() {
  const { search, drill, rows, page, pageCount, total, nearby } = useLoaderData<typeof loader>()
  const here = drill.path.at(-1)
  return (
    <Page
      wide
      title={here ? `KIM di ${withWord(here)}` : 'Direktori KIM'}
      lead="Komunitas Informasi Masyarakat yang sudah memegang nomor registrasi."
    >
      <div className="grid items-start gap-x-12 gap-y-6 lg:grid-cols-[19rem_1fr]">
        <DirectoryFilter search={search} drill={drill} />
        <div>
          {nearby.length > 0 && (
            <div className="mb-4">
              <p className="text-sm text-soft">Wilayah yang namanya cocok:</p>
              <ul className="flex flex-wrap gap-x-5">
                {nearby.map(({ code, label }) => (
                  <li key={code}>
                    <Link
                      to={directoryHref({ regionCode: code })}
                      className="inline-flex min-h-11 items-center"
                    >
                      KIM di {label}
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          )}
          {rows.length === 0 ? (
            <NothingFound search={search} />
          ) : (
            <>
              <p className="border-b border-edge pb-2 text-sm text-soft" role="status">
                {formatNumber(total)} KIM{search.text && ` cocok dengan “${search.text}”`}
              </p>
              <DirectoryList rows={rows} />
              <Pagination
                page={page}
                pageCount={pageCount}
                total={total}
                hrefFor={(to) => directoryHref({ ...search, page: to })}
              />
            </>
          )}
        </div>
      </div>
    </Page>
  )
}

function NothingFound({ search }: { search: ReturnType<typeof useLoaderData<typeof loader>>['search'] }) {
  const filtered = search.text || search.status || search.regionCode
  if (!filtered) {
    return (
      <EmptyState
        title="Belum ada KIM terdaftar"
        action={<ButtonLink to="/kelompok/baru">Daftarkan KIM</ButtonLink>}
      >
        Setiap KIM yang pendaftarannya disetujui Dinas Kominfo akan tampil di sini.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title={search.text ? `Tidak ada KIM yang cocok dengan “${search.text}”` : 'Belum ada KIM di sini'}
      action={
        <span className="flex flex-wrap justify-center gap-3">
          <ButtonLink to="/kim" variant="secondary">
            Hapus semua saringan
          </ButtonLink>
          <ButtonLink to="/kelompok/baru" variant="secondary">
            Daftarkan KIM
          </ButtonLink>
        </span>
      }
    >
      {search.text
        ? 'Coba satu kata saja dari namanya, atau cari nama desanya. Kelompok yang belum terdaftar tidak tampil di sini.'
        : 'Belum ada kelompok dengan status ini di wilayah ini. Kelompok Anda bisa menjadi yang pertama.'}
    </EmptyState>
  )
}

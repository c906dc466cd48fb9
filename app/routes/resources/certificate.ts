import { createReadableStreamFromReadable } from '@remix-run/node'
import { z } from 'zod'
import { readableCertificate } from '~/features/certificates/certificates.queries.server'
import { CertificateId } from '~/features/certificates/certificates.schema'
import { pageLoader } from '~/routes/door'

export const loader = pageLoader(
  { access: 'signedIn', params: z.object({ certificateId: CertificateId }) },
  async ({ params, actor, services }) => {
    const { number, version, sha256, bytes } = await readableCertificate(
      services,
      actor,
      params.certificateId,
    )
    if (!sha256 || !bytes) return stillBeingMade(version)
    return new Response(createReadableStreamFromReadable(services.storage.stream(sha256)), {
      headers: {
        'Content-Type': 'application/pdf',
        'Content-Length': String(bytes),
        'Content-Disposition': `inline; filename="Tanda-Daftar-KIM-${number}.pdf"`,
        'Cache-Control': 'private, no-store',
      },
    })
  },
)

const RELOAD_SECONDS = 5

/** For the seconds between the decision and the finished PDF: a page that asks again by itself. */
function stillBeingMade(version: number): Response {
  const page = `<!doctype html>
<html lang="id">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Tanda daftar sedang dibuat · Simpul KIM</title>
<body style="font: 1.05rem/1.6 system-ui, sans-serif; color: #1f2724; max-width: 34rem; margin: 18vh auto; padding: 0 1.25rem">
<h1 style="font-size: 1.5rem; color: #0b5a5a">Tanda daftar sedang dibuat</h1>
<p role="status">Tanda daftar versi ${version} biasanya jadi dalam beberapa detik. Halaman ini memuat ulang sendiri setiap ${RELOAD_SECONDS} detik; Anda juga boleh menutupnya, kami beri tahu begitu sudah jadi.</p>
<p><a href="" style="color: #0b5a5a">Muat ulang sekarang</a></p>
</body>
</html>`
  return new Response(page, {
    status: 202,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      Refresh: String(RELOAD_SECONDS),
    },
  })
}

import { Button } from '~/ui/button'
import { Callout } from '~/ui/callout'
import { ActionButton, Form } from '~/ui/form'
import type { ReviewScreen } from '../review.queries.server'

/** Who has the application, and the ways to take it, pass it on or put it back. */
export function Assignment({ screen }: { screen: ReviewScreen }) {
  const { status, holder, version, mayTake, mayDecide, onlyReads } = screen
  const values = { version: String(version) }
  if (status !== 'submitted' && status !== 'under_review') return null
  if (onlyReads) {
    return (
      <Callout tone="plain" title={holder ? `Dipegang ${holder.name}` : 'Belum ada yang mengambil'}>
        {onlyReads}
      </Callout>
    )
  }
  return (
    <div className="no-print my-4 flex flex-wrap items-center gap-x-6 gap-y-3 rounded-md border border-line px-4 py-3">
      <p className="mr-auto">
        <strong className="font-semibold">{heading(screen)}</strong>
        {status === 'submitted' && (
          <span className="block text-sm text-soft">
            Membaca saja tidak mengambil. Penilaian dapat diisi setelah permohonan diambil.
          </span>
        )}
        {mayDecide && holder && !holder.isMe && (
          <span className="block text-sm text-soft">
            Anda tetap dapat menilai dan memutuskan. Ambil alih bila Anda yang melanjutkan.
          </span>
        )}
      </p>
      {mayTake && !(status === 'under_review' && holder?.isMe) && (
        <ActionButton
          values={{ ...values, intent: 'take' }}
          variant={status === 'submitted' ? 'primary' : 'secondary'}
        >
          {status === 'submitted' ? 'Ambil untuk diperiksa' : 'Ambil alih'}
        </ActionButton>
      )}
      <HandOver screen={screen} />
      {mayDecide && (
        <ActionButton values={{ ...values, intent: 'release' }} variant="quiet">
          Kembalikan ke antrean
        </ActionButton>
      )}
    </div>
  )
}

function heading({ status, holder }: ReviewScreen): string {
  if (!holder) return 'Belum ada yang mengambil'
  if (status === 'submitted') {
    return holder.isMe ? 'Anda yang memeriksa sebelumnya' : `Sebelumnya diperiksa ${holder.name}`
  }
  return holder.isMe ? 'Anda yang memeriksa' : `Dipegang ${holder.name}`
}

function HandOver({ screen: { colleagues, version } }: { screen: ReviewScreen }) {
  if (colleagues.length === 0) return null
  return (
    <Form className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="version" value={version} />
      <label>
        <span className="sr-only">Serahkan kepada rekan</span>
        <select
          name="colleagueId"
          className="min-h-11 rounded-md border border-edge bg-white px-3 py-2 hover:border-teal-700"
          defaultValue=""
        >
          <option value="">Serahkan kepada…</option>
          {colleagues.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Button name="intent" value="handOver" variant="secondary">
        Serahkan
      </Button>
    </Form>
  )
}

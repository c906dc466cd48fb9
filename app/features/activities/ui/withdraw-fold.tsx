import { useId } from 'react'
import { Fold } from '~/ui/fold'
import { Form, SubmitButton } from '~/ui/form'

/** Taking an activity back: folded away, and asked once more in words before the button. */
export function WithdrawFold({ version }: { version: number }) {
  const id = useId()
  return (
    <Fold look="danger" label="Tarik kegiatan ini" className="mt-10 border-t border-line pt-4">
      <Form className="mt-2 max-w-prose">
        <input type="hidden" name="intent" value="withdraw" />
        <input type="hidden" name="version" value={version} />
        <p>
          Yang ditarik tidak dihitung lagi, hilang dari halaman umum, dan tidak dapat dikembalikan. Kelompok
          dan dinas tetap dapat membacanya. Bila hanya ada yang keliru, pakai “Ubah”.
        </p>
        <label htmlFor={id} className="mt-4 mb-1 block font-semibold">
          Alasan <span className="font-normal text-soft">(boleh kosong)</span>
        </label>
        <textarea
          id={id}
          name="comment"
          rows={2}
          className="mb-4 w-full rounded-md border border-edge bg-white px-3 py-2.5 text-base"
        />
        <SubmitButton variant="danger">Ya, tarik kegiatan ini</SubmitButton>
      </Form>
    </Fold>
  )
}

import { expect, test } from 'vitest'
import { readForm } from './form-data.server'

function sent(megabytes: number): Request {
  const form = new FormData()
  form.set('title', 'Pemetaan')
  form.set('file', new File([new Uint8Array(megabytes * 1024 * 1024)], 'daftar.csv'))
  return new Request('http://localhost/', { method: 'POST', body: form })
}

test('a form is read with its files, up to the limit', async () => {
  const form = await readForm(sent(24))
  expect([...form.keys()]).toEqual(['title', 'file'])
})

test('a file that is too big is refused with the limit that it broke', async () => {
  await expect(readForm(sent(26))).rejects.toMatchObject({
    code: 'form_too_large',
    status: 413,
    message: expect.stringContaining('Satu berkas paling besar 25 MB'),
  })
})

import { expect, test } from 'vitest'
import { MAX_PHOTO_BYTES, MAX_PHOTOS } from '~/features/activities/activity-kinds'
import { readForm } from './form-data.server'

function sent(...megabytes: number[]): Request {
  const form = new FormData()
  form.set('title', 'Pemetaan')
  for (const size of megabytes) {
    form.append('file', new File([new Uint8Array(size * 1024 * 1024)], 'daftar.csv'))
  }
  return new Request('http://localhost/', { method: 'POST', body: form })
}

test('a form is read with its files, up to the limit', async () => {
  const form = await readForm(sent(24))
  expect([...form.keys()]).toEqual(['title', 'file'])
})

test('as many and as large photos as the form for an activity allows are read, and some more', async () => {
  const photo = MAX_PHOTO_BYTES / 1024 / 1024
  const form = await readForm(sent(...Array.from({ length: MAX_PHOTOS }, () => photo)))
  expect(form.getAll('file')).toHaveLength(MAX_PHOTOS)
  const many = await readForm(sent(...Array.from({ length: MAX_PHOTOS * 4 }, () => 1)))
  expect(many.getAll('file')).toHaveLength(MAX_PHOTOS * 4)
})

test('too many files are refused in words of their own', async () => {
  await expect(readForm(sent(...Array.from({ length: 25 }, () => 0)))).rejects.toMatchObject({
    code: 'form_too_many_files',
    status: 413,
    message: expect.stringContaining('paling banyak 24 berkas'),
  })
})

test('a file that is too big is refused with the limit that it broke', async () => {
  await expect(readForm(sent(26))).rejects.toMatchObject({
    code: 'form_too_large',
    status: 413,
    message: expect.stringContaining('Satu berkas paling besar 25 MB'),
  })
})

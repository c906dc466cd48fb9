import type { FieldMetadata, FormMetadata } from '@conform-to/react'
import { postWords } from '~/features/groups/groups.messages'
import { type Post, posts } from '~/features/groups/groups.schema'
import { Button } from '~/ui/button'
import { SelectField, TextField } from '~/ui/form'
import type { BoardForm } from '../board-form.schema'

interface Row {
  name?: string
  post: Post
}

const usual: Post[] = ['ketua', 'sekretaris', 'bendahara', 'pengumpulan', 'pengolahan', 'penyebaran']
const MIN_ROWS = 10

/** The rows of the form: who is named already, the usual posts that are still free, and some empty ones. */
export function boardRows(members: Row[]): Row[] {
  const free = usual.filter((post) => !members.some((member) => member.post === post))
  const rows = [...members, ...free.map((post) => ({ post }))].sort(
    (a, b) => posts.indexOf(a.post) - posts.indexOf(b.post),
  )
  const spare = Math.max(MIN_ROWS - rows.length, 2)
  return [...rows, ...Array.from({ length: spare }, (): Row => ({ post: 'anggota' }))]
}

/** Name and post, row by row; a row without a name is left out. Adding one works without JavaScript too. */
export function MemberRows({
  form,
  members,
}: {
  form: FormMetadata<BoardForm, string[]>
  members: FieldMetadata<BoardForm['members'], BoardForm, string[]>
}) {
  const rows = members.getFieldList()
  return (
    <>
      <p className="mt-4 text-soft">Baris tanpa nama diabaikan; kosongkan nama untuk menghapus orangnya.</p>
      <ol>
        {rows.map((row, at) => {
          const fields = row.getFieldset()
          return (
            <li
              key={row.key}
              className="border-b border-line py-2 sm:grid sm:grid-cols-2 sm:gap-4 [&>div]:my-2"
            >
              <TextField field={fields.name} label={`Nama orang ke-${at + 1}`} autoComplete="off" />
              <SelectField
                field={fields.post}
                label={`Jabatan orang ke-${at + 1}`}
                options={posts.map((value) => ({ value, label: postWords[value] }))}
              />
            </li>
          )
        })}
      </ol>
      <p className="my-4">
        <Button
          variant="secondary"
          {...form.insert.getButtonProps({ name: members.name, defaultValue: { post: 'anggota' } })}
        >
          Tambah baris
        </Button>
      </p>
    </>
  )
}

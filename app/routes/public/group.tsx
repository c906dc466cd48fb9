import { pageLoader } from '~/routes/door'

export const loader = pageLoader({ access: 'public' }, () => ({ belum: true }))

export const handle = { scripts: false }

export default function Stub() {
  return null
}

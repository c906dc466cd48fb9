import { pageLoader } from '~/routes/door'

export const loader = pageLoader({ access: 'public' }, () => ({ belum: true }))

export default function Stub() {
  return null
}

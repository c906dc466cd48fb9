import { pageLoader } from '~/routes/door'

export const loader = pageLoader({ access: 'signedIn' }, () => ({ belum: true }))

export default function Stub() {
  return null
}

import { pageLoader } from '~/routes/door'

export const loader = pageLoader({ access: { can: 'subdomain.activate' } }, () => ({ belum: true }))

export default function Stub() {
  return null
}

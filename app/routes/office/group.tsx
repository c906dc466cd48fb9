import { pageLoader } from '~/routes/door'

export const loader = pageLoader({ access: { can: 'office.read' } }, () => ({ belum: true }))

export default function Stub() {
  return null
}

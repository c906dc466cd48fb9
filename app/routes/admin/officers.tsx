import { pageLoader } from '~/routes/door'

export const loader = pageLoader({ access: { can: 'admin.manage' } }, () => ({ belum: true }))

export default function Stub() {
  return null
}

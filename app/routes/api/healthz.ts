import { pageLoader } from '~/routes/door'

export const loader = pageLoader({ access: 'public' }, () => ({ belum: true }))

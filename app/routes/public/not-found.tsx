import { notFound } from '~/platform/errors'
import { pageLoader } from '~/routes/door'

export const loader = pageLoader({ access: 'public' }, () => {
  throw notFound()
})

export const handle = { scripts: false }

/** Never shown: the loader's 404 is answered by the root's error page. */
export default function NotFound() {
  return null
}

import { useEffect, useState } from 'react'
import { Button } from './button'
import { PageScript } from './page-script'

/**
 * Opens the browser's print dialogue; without JavaScript the browser's own menu does.
 * On pages without Remix's scripts `public/cetak.js` does it.
 */
export function PrintButton() {
  const [able, setAble] = useState(false)
  useEffect(() => setAble(true), [])
  return (
    <>
      <Button type="button" variant="secondary" hidden={!able} data-cetak onClick={() => window.print()}>
        Cetak
      </Button>
      <PageScript src="/cetak.js" />
    </>
  )
}

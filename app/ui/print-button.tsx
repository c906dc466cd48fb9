import { useContext, useEffect, useState } from 'react'
import { Button } from './button'
import { NonceContext } from './nonce'

/**
 * Opens the browser's print dialogue; without JavaScript the browser's own menu does.
 * On pages without Remix's scripts `public/cetak.js` does it.
 */
export function PrintButton() {
  const nonce = useContext(NonceContext)
  const [able, setAble] = useState(false)
  useEffect(() => setAble(true), [])
  return (
    <>
      <Button type="button" variant="secondary" hidden={!able} data-cetak onClick={() => window.print()}>
        Cetak
      </Button>
      <script type="module" src="/cetak.js" nonce={nonce} suppressHydrationWarning />
    </>
  )
}

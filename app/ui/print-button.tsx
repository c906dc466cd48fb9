import { useEffect, useState } from 'react'
import { Button } from './button'

/** Opens the browser's print dialogue; without JavaScript the browser's own menu does. */
export function PrintButton({ children = 'Cetak' }: { children?: string }) {
  const [able, setAble] = useState(false)
  useEffect(() => setAble(true), [])
  if (!able) return null
  return (
    <Button type="button" variant="secondary" onClick={() => window.print()}>
      {children}
    </Button>
  )
}

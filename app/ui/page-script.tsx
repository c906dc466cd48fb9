import { useContext } from 'react'
import { NonceContext } from './nonce'

/** A small script of `public/`, for a page that does not load those of Remix. */
export function PageScript({ src }: { src: string }) {
  const nonce = useContext(NonceContext)
  // The browser hides the nonce from scripts, so that React finds another one than it wrote.
  return <script type="module" src={src} nonce={nonce} suppressHydrationWarning />
}

import { createContext } from 'react'

/** The content-security nonce of the page being rendered. */
export const NonceContext = createContext<string | undefined>(undefined)

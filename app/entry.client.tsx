import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'

/**
 * Reads the data that came with the page. Remix would read them while React takes the page over, and whoever presses a
 * key just then finds a page that never answers (remix-run/remix#10214): what it throws is the promise of the data.
 */
async function readData() {
  try {
    RemixBrowser({})
  } catch (reading) {
    await reading
  }
}

readData().then(() =>
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <RemixBrowser />
      </StrictMode>,
    )
  }),
)

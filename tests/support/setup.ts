import { afterEach, beforeEach, expect, vi } from 'vitest'

/** Nothing may complain on the console while tests run. */
beforeEach(() => {
  vi.spyOn(console, 'error')
})
afterEach(() => {
  expect(console.error).not.toHaveBeenCalled()
  vi.restoreAllMocks()
})

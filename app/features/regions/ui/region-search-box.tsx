import { Form, useNavigate } from '@remix-run/react'
import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { Button } from '~/ui/button'
import { levelNames } from '../places'
import type { RegionLevel } from '../regions.tables'
import { Kept } from './kept'

interface Suggestion {
  kode: string
  nama: string
  lengkap: string
}

interface RegionSearchBoxProps {
  label: string
  hint: string
  typed: string
  /** Words of the address that the search keeps. */
  hidden: Record<string, string>
  /** Where the choice of a region leads. */
  hrefFor: (code: string) => string
  /** Suggestions go down to this level, a village unless told, and stay inside this region. */
  suggest: { level?: RegionLevel; within?: string }
}

const WAIT_MS = 200

/**
 * One box over all names. It is a plain search form; with JavaScript it suggests while one types
 * (WAI-ARIA combobox with a list box).
 */
export function RegionSearchBox({ label, hint, typed, hidden, hrefFor, suggest }: RegionSearchBoxProps) {
  const id = useId()
  const navigate = useNavigate()
  const [text, setText] = useState(typed)
  const [active, setActive] = useState(-1)
  const [open, setOpen] = useState(false)
  const enhanced = useHydrated()
  const suggestions = useSuggestions(text, open, suggest)
  const shown = open && suggestions.length > 0

  const choose = (suggestion: Suggestion) => {
    setOpen(false)
    navigate(hrefFor(suggestion.kode), { preventScrollReset: true })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (!shown) return
    const picked = suggestions[active]
    if (event.key === 'ArrowDown') setActive((active + 1) % suggestions.length)
    else if (event.key === 'ArrowUp') setActive(active <= 0 ? suggestions.length - 1 : active - 1)
    else if (event.key === 'Enter' && picked) choose(picked)
    else if (event.key === 'Escape') setOpen(false)
    else return
    event.preventDefault()
  }

  return (
    <Form method="get" preventScrollReset role="search" className="relative">
      <Kept values={hidden} />
      <label htmlFor={id} className="mb-1 block font-semibold">
        {label}
      </label>
      <p id={`${id}-hint`} className="mb-1.5 text-sm text-soft">
        {hint}
      </p>
      <div className="flex flex-col gap-2 sm:flex-row">
        <div className="relative w-full">
          <input
            id={id}
            type="search"
            name="cari"
            value={text}
            maxLength={80}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            onChange={(event) => {
              setText(event.target.value)
              setActive(-1)
              setOpen(true)
            }}
            onKeyDown={onKeyDown}
            onBlur={() => setOpen(false)}
            aria-describedby={`${id}-hint`}
            {...(enhanced && {
              role: 'combobox',
              'aria-autocomplete': 'list',
              'aria-expanded': shown,
              'aria-controls': `${id}-list`,
              'aria-activedescendant': shown && active >= 0 ? `${id}-${active}` : undefined,
            })}
            className="min-h-11 w-full rounded-md border border-edge bg-white px-3 py-2.5 text-base hover:border-teal-700"
          />
          <div
            id={`${id}-list`}
            role="listbox"
            aria-label="Saran wilayah"
            hidden={!shown}
            className="absolute z-10 mt-1 max-h-80 w-full overflow-auto rounded-md border border-edge bg-white py-1 shadow-lg"
          >
            {suggestions.map((suggestion, at) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard works through the input
              <div
                key={suggestion.kode}
                id={`${id}-${at}`}
                role="option"
                tabIndex={-1}
                aria-selected={at === active}
                // The box would lose the focus, and the list with it, before the click arrives.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(suggestion)}
                className="min-h-11 cursor-pointer px-3 py-1.5 hover:bg-teal-50 aria-selected:bg-teal-100"
              >
                <span className="block font-medium">{suggestion.nama}</span>
                <span className="block text-sm text-soft">
                  {suggestion.lengkap.slice(suggestion.nama.length + 2)}
                </span>
              </div>
            ))}
          </div>
        </div>
        <Button variant="secondary">Cari</Button>
      </div>
    </Form>
  )
}

/** True once JavaScript runs: only then is the box a combobox. */
function useHydrated(): boolean {
  const [hydrated, setHydrated] = useState(false)
  useEffect(() => setHydrated(true), [])
  return hydrated
}

/** Asks for suggestions when typing pauses; a failed or outdated answer is left out, the form works without. */
function useSuggestions(
  text: string,
  wanted: boolean,
  { level = 'village', within = '' }: RegionSearchBoxProps['suggest'],
): Suggestion[] {
  const [suggestions, setSuggestions] = useState<Suggestion[]>([])
  useEffect(() => {
    if (!wanted || text.trim().length < 2) {
      setSuggestions([])
      return
    }
    const outdated = new AbortController()
    const timer = setTimeout(async () => {
      try {
        const query = new URLSearchParams({ q: text, sampai: levelNames[level], di: within })
        const answer = await fetch(`/wilayah/cari?${query}`, { signal: outdated.signal })
        if (answer.ok) setSuggestions(suggestionsIn(await answer.json()))
      } catch {
        setSuggestions([])
      }
    }, WAIT_MS)
    return () => {
      clearTimeout(timer)
      outdated.abort()
    }
  }, [text, wanted, level, within])
  return suggestions
}

function suggestionsIn(answer: unknown): Suggestion[] {
  if (typeof answer !== 'object' || answer === null || !('hasil' in answer)) return []
  return Array.isArray(answer.hasil) ? answer.hasil : []
}

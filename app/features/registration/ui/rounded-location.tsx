import { useEffect, useState } from 'react'
import { Button } from '~/ui/button'

type State = 'idle' | 'asking' | 'done' | 'failed'

const words: Record<State, string> = {
  idle: '',
  asking: 'Menunggu lokasi dari perangkat…',
  done: 'Lokasi diisikan, sudah dibulatkan.',
  failed: 'Perangkat tidak memberi lokasi. Isi sendiri, atau kosongkan saja.',
}

/**
 * Fills in the device's place, rounded before it leaves the device. Shown only where JavaScript runs
 * and the device can tell its place.
 */
export function RoundedLocation({ formId }: { formId: string }) {
  const [able, setAble] = useState(false)
  const [state, setState] = useState<State>('idle')
  useEffect(() => setAble('geolocation' in navigator), [])
  if (!able) return null
  const fill = () => {
    setState('asking')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        write(`${formId}-latitude`, coords.latitude)
        write(`${formId}-longitude`, coords.longitude)
        setState('done')
      },
      () => setState('failed'),
      { enableHighAccuracy: false, timeout: 15_000, maximumAge: 600_000 },
    )
  }
  return (
    <p className="mt-2 flex flex-wrap items-center gap-x-3">
      <Button type="button" variant="secondary" onClick={fill}>
        Pakai lokasi saya (dibulatkan)
      </Button>
      <span role="status" className="text-sm text-soft">
        {words[state]}
      </span>
    </p>
  )
}

/** Sets the value of an uncontrolled field so that the form hears of it. */
function write(id: string, degrees: number): void {
  const input = document.getElementById(id)
  if (!(input instanceof HTMLInputElement)) return
  input.value = degrees.toFixed(2).replace('.', ',')
  input.dispatchEvent(new Event('input', { bubbles: true }))
}

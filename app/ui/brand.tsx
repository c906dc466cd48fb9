/** The portal's own mark: a knot of dots. Decorative; the name stands beside it. */
export function Mark({ className = 'size-8' }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={className} aria-hidden="true">
      <g stroke="#0b5a5a" strokeWidth="2" fill="none">
        <path d="M8 8 24 24M24 8 8 24M8 8h16M8 24h16" opacity=".35" />
      </g>
      <g fill="#0b5a5a">
        <circle cx="8" cy="8" r="3.6" />
        <circle cx="24" cy="8" r="3.6" />
        <circle cx="8" cy="24" r="3.6" />
        <circle cx="24" cy="24" r="3.6" />
      </g>
      <circle cx="16" cy="16" r="4.6" fill="#d08a12" />
    </svg>
  )
}

/** Mark and name in one line. */
export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2.5">
      <Mark />
      <span className="text-lg font-bold tracking-tight">Simpul KIM</span>
    </span>
  )
}

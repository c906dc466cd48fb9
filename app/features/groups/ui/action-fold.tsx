import type { ReactNode } from 'react'

/** Something that may be done, folded until it is wanted; open when its form came back with words. */
export function ActionFold({ title, open, children }: { title: string; open: boolean; children: ReactNode }) {
  return (
    <details open={open || undefined} className="border-b border-line">
      <summary className="fold flex min-h-12 cursor-pointer items-center justify-between py-2 font-semibold text-teal-800">
        {title}
      </summary>
      <div className="pb-5">{children}</div>
    </details>
  )
}

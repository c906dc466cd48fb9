import { type ComponentType, createContext, type ReactElement, useContext } from 'react'

/** Answers the markup of an element; what has the same key is drawn once. */
export type KeepDrawing = (key: string, element: ReactElement) => string

/** Set by the server for pages without scripts; where React runs in the browser, it draws itself. */
export const DrawingContext = createContext<KeepDrawing | undefined>(undefined)

/**
 * A chart, a map or a mosaic of hundreds of elements that depends on its properties alone: on pages without scripts the
 * server remembers its markup. The component must use no context, no link of Remix and no function as a property.
 */
export function Drawn<P extends object>({
  as: Drawing,
  of,
  className,
}: {
  as: ComponentType<P>
  of: P
  className?: string
}) {
  const keep = useContext(DrawingContext)
  if (!keep) {
    return (
      <div className={className}>
        <Drawing {...of} />
      </div>
    )
  }
  const html = keep(`${Drawing.name} ${JSON.stringify(of)}`, <Drawing {...of} />)
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React itself wrote this markup.
  return <div className={className} dangerouslySetInnerHTML={{ __html: html }} />
}

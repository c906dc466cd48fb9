import { Link as RemixLink, useLocation } from '@remix-run/react'
import { type AnchorHTMLAttributes, useContext } from 'react'
import { DrawingContext } from './drawn'

export interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  to: string
  /** Leaves the page as a plain link does: for files and documents. */
  reloadDocument?: boolean
  preventScrollReset?: boolean
}

/**
 * A link to a page of the portal. Where nothing runs in the browser (ADR 7) an address from the root is written as it
 * is: what the router does for a link costs more than the link.
 */
export function Link({ reloadDocument, preventScrollReset, ...props }: LinkProps) {
  const isStill = useContext(DrawingContext) !== undefined
  if (isStill && props.to.startsWith('/')) {
    const { to, children, ...attributes } = props
    return (
      <a href={to} {...attributes}>
        {children}
      </a>
    )
  }
  return <RemixLink reloadDocument={reloadDocument} preventScrollReset={preventScrollReset} {...props} />
}

/** A link that says when it leads to where one is: to that very page, or without `end` also to one below it. */
export function NavLink({ end = false, ...props }: LinkProps & { end?: boolean }) {
  const { pathname } = useLocation()
  const [page = ''] = props.to.split('?')
  const isHere = pathname === page || (!end && pathname.startsWith(`${page}/`))
  return <Link aria-current={isHere ? 'page' : undefined} {...props} />
}

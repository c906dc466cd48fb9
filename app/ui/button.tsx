import type { ButtonHTMLAttributes } from 'react'
import { Link, type LinkProps } from './link'

type Variant = 'primary' | 'secondary' | 'quiet' | 'danger'

const base =
  'inline-flex min-h-11 items-center justify-center gap-2 rounded-md px-4 py-2 text-base font-semibold no-underline cursor-pointer disabled:cursor-not-allowed disabled:opacity-60'
const variants: Record<Variant, string> = {
  primary: 'bg-teal-700 text-white hover:bg-teal-800',
  secondary: 'border border-edge bg-white text-teal-800 hover:border-teal-700 hover:bg-teal-50',
  quiet: 'px-2 text-teal-700 underline hover:text-teal-900',
  danger: 'border border-red-700 bg-white text-red-700 hover:bg-red-50',
}

/** A button that does something. One primary a screen. */
export function Button({
  variant = 'primary',
  className = '',
  type = 'submit',
  ...props
}: ButtonHTMLAttributes<HTMLButtonElement> & { variant?: Variant }) {
  return <button type={type} className={`${base} ${variants[variant]} ${className}`} {...props} />
}

/** A link that looks like a button, for going somewhere. */
export function ButtonLink({
  variant = 'primary',
  className = '',
  ...props
}: LinkProps & { variant?: Variant }) {
  return <Link className={`${base} ${variants[variant]} ${className}`} {...props} />
}

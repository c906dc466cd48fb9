import type { FieldMetadata, FormMetadata, SubmissionResult } from '@conform-to/react'
import { type FormProps, Form as RemixForm, useNavigation, useRouteLoaderData } from '@remix-run/react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Button } from './button'

/** A form that carries the browser's token. `method` is post; use a plain `<form>` for searches. */
export function Form({ children, ...props }: FormProps) {
  return (
    <RemixForm method="post" noValidate {...props}>
      <CsrfField />
      {children}
    </RemixForm>
  )
}

function CsrfField() {
  const root = useRouteLoaderData<{ csrf: string }>('root')
  return <input type="hidden" name="csrf" value={root?.csrf ?? ''} />
}

/** A small form with one button, for a single act such as signing out or withdrawing. */
export function ActionButton({
  action,
  values,
  children,
  variant = 'secondary',
}: {
  action?: string
  values: Record<string, string>
  children: ReactNode
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger'
}) {
  return (
    <Form action={action}>
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button variant={variant}>{children}</Button>
    </Form>
  )
}

/** The button that sends a form; it says so while the line is slow and keeps a second press from sending twice. */
export function SubmitButton({
  children,
  name,
  value,
  variant,
}: {
  children: ReactNode
  name?: string
  value?: string
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger'
}) {
  const { state, formMethod } = useNavigation()
  // Until the page shows what the answer changed, a second press would send what it no longer is.
  const sending = state !== 'idle' && formMethod === 'POST'
  return (
    <Button
      name={name}
      value={value}
      variant={variant}
      aria-disabled={sending}
      onClick={(event) => sending && event.preventDefault()}
    >
      {sending ? 'Mengirim…' : children}
    </Button>
  )
}

/**
 * What has to be put right, on top of the form, each line a link to its field; it takes the focus.
 * `labels` names the fields; a field without a label shows its message alone.
 */
export function ErrorSummary({
  form,
  labels = {},
}: {
  form: FormMetadata<never> | AnyForm | Omit<ReturnType<typeof answeredForm>, 'field'>
  labels?: Record<string, string>
}) {
  const box = useRef<HTMLDivElement>(null)
  const errors = Object.entries(form.allErrors as Record<string, string[]>)
  const shown = errors.length > 0
  const signature = JSON.stringify(errors)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new set of errors takes the focus again
  useEffect(() => {
    if (shown) box.current?.focus()
  }, [shown, signature])
  if (!shown) return null
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      // biome-ignore lint/a11y/noAutofocus: without JavaScript this is how the summary takes the focus
      autoFocus
      className="my-4 rounded-md border-l-4 border-red-700 bg-red-50 px-4 py-3"
    >
      <p className="font-semibold">Ada yang perlu diperbaiki. Isian lain tetap tersimpan di halaman ini.</p>
      <ul className="mt-1 list-disc pl-5">
        {errors.flatMap(([name, messages]) =>
          (messages ?? []).map((message) => (
            <li key={name + message}>
              {name === '' ? (
                message
              ) : (
                <a href={`#${form.id}-${name}`}>
                  {labels[name] ? `${labels[name]}: ` : ''}
                  {message}
                </a>
              )}
            </li>
          )),
        )}
      </ul>
    </div>
  )
}

// biome-ignore lint/suspicious/noExplicitAny: conform's metadata is invariant in its schema; only id and allErrors are read
type AnyForm = Pick<FormMetadata<any, string[]>, 'id' | 'allErrors'>
// biome-ignore lint/suspicious/noExplicitAny: a field component takes a field of any form
type FormField = FieldMetadata<any, any, string[]>
/** What a field component reads of it. */
type AnyField = Pick<FormField, 'id' | 'name' | 'formId' | 'initialValue' | 'errors' | 'errorId'>

/** A form of a page on which nothing runs: what came back with a refusal, as `useForm` tells it elsewhere. */
export function answeredForm(id: string, result: SubmissionResult<string[]> | undefined) {
  return {
    id,
    allErrors: result?.error ?? {},
    field: (name: string): AnyField => ({
      id: `${id}-${name}`,
      name,
      formId: id,
      initialValue: result?.initialValue?.[name],
      errors: result?.error?.[name] ?? undefined,
      errorId: `${id}-${name}-error`,
    }),
  }
}

/** One field of a form that has one schema for what is new and another for what is known. */
export function fieldOf(fields: Record<string, FormField | undefined>, name: string): FormField {
  const found = fields[name]
  if (!found) throw new Error(`the form has no field ${name}`)
  return found
}

interface FieldProps {
  field: AnyField
  label: ReactNode
  hint?: ReactNode
  /** Fields are asked for unless they say otherwise. */
  optional?: boolean
}

const control =
  'w-full rounded-md border border-edge bg-white px-3 py-2.5 text-base aria-invalid:border-red-700 aria-invalid:ring-1 aria-invalid:ring-red-700 hover:border-teal-700'

/** The attributes that every control shares: id, name, value, and what describes it. */
function controlProps(field: AnyField, hint: ReactNode, hintId = `${field.id}-hint`) {
  const described = [hint ? hintId : '', field.errors ? field.errorId : ''].filter(Boolean).join(' ')
  return {
    id: `${field.formId}-${field.name}`,
    name: field.name,
    defaultValue: typeof field.initialValue === 'string' ? field.initialValue : undefined,
    'aria-invalid': field.errors ? true : undefined,
    'aria-describedby': described || undefined,
  }
}

/** Label, hint, control and error of one field. */
function Labelled({ field, label, hint, optional, children }: FieldProps & { children: ReactNode }) {
  return (
    <div className="my-5">
      <label htmlFor={`${field.formId}-${field.name}`} className="mb-1 block font-semibold">
        {label} {optional && <span className="font-normal text-soft">(boleh kosong)</span>}
      </label>
      {hint && (
        <p id={`${field.id}-hint`} className="mb-1.5 text-sm text-soft">
          {hint}
        </p>
      )}
      {children}
      <FieldError field={field} />
    </div>
  )
}

export function FieldError({ field }: { field: AnyField }) {
  if (!field.errors) return null
  return (
    <p id={field.errorId} className="mt-1.5 font-medium text-red-700">
      {field.errors.join(' ')}
    </p>
  )
}

export function TextField({
  type = 'text',
  className = '',
  field,
  label,
  hint,
  optional,
  ...rest
}: FieldProps & {
  type?: 'text' | 'email' | 'tel' | 'password' | 'date' | 'time' | 'url' | 'number' | 'search'
  className?: string
  autoComplete?: string
  inputMode?: 'text' | 'numeric' | 'tel' | 'email' | 'url' | 'decimal'
  maxLength?: number
  min?: string
  max?: string
  list?: string
  readOnly?: boolean
}) {
  const { defaultValue, ...props } = controlProps(field, hint)
  return (
    <Labelled field={field} label={label} hint={hint} optional={optional}>
      <input
        type={type}
        className={`${control} min-h-11 ${className}`}
        {...props}
        // A password is never sent back to the page.
        defaultValue={type === 'password' ? undefined : defaultValue}
        {...rest}
      />
    </Labelled>
  )
}

export function TextArea({ field, label, hint, optional, rows = 4 }: FieldProps & { rows?: number }) {
  return (
    <Labelled field={field} label={label} hint={hint} optional={optional}>
      <textarea rows={rows} className={control} {...controlProps(field, hint)} />
    </Labelled>
  )
}

export interface Option {
  value: string
  label: string
}

export function SelectField({
  field,
  label,
  hint,
  optional,
  options,
  placeholder = 'Pilih…',
}: FieldProps & { options: Option[]; placeholder?: string }) {
  return (
    <Labelled field={field} label={label} hint={hint} optional={optional}>
      <select className={`${control} min-h-11`} {...controlProps(field, hint)}>
        <option value="">{placeholder}</option>
        {options.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

export function RadioField({
  field,
  label,
  hint,
  options,
}: FieldProps & { options: (Option & { hint?: string })[] }) {
  const { defaultValue, id, name, ...described } = controlProps(field, hint)
  return (
    <fieldset className="my-5" {...described}>
      <legend className="mb-1 font-semibold">{label}</legend>
      {hint && (
        <p id={`${field.id}-hint`} className="mb-1.5 text-sm text-soft">
          {hint}
        </p>
      )}
      {options.map((option, at) => (
        <label key={option.value} className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
          <input
            type="radio"
            id={at === 0 ? id : undefined}
            name={name}
            value={option.value}
            defaultChecked={defaultValue === option.value}
            className="mt-1 size-5 shrink-0 accent-teal-700"
          />
          <span>
            {option.label}
            {option.hint && <span className="block text-sm text-soft">{option.hint}</span>}
          </span>
        </label>
      ))}
      <FieldError field={field} />
    </fieldset>
  )
}

/** One yes or no. For several boxes of one name give each its `value`. */
export function CheckboxField({ field, label, hint, value = 'on' }: FieldProps & { value?: string }) {
  const own = useId()
  const { defaultValue, id, ...props } = controlProps(field, hint, `${own}-hint`)
  const checked = holds(field.initialValue, value)
  return (
    <div className="my-3">
      <label className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
        <input
          type="checkbox"
          {...props}
          id={value === 'on' ? id : own}
          value={value}
          defaultChecked={checked}
          className="mt-1 size-5 shrink-0 accent-teal-700"
        />
        <span>
          {label}
          {hint && (
            <span id={`${own}-hint`} className="block text-sm text-soft">
              {hint}
            </span>
          )}
        </span>
      </label>
      {value === 'on' && <FieldError field={field} />}
    </div>
  )
}

/**
 * Which boxes of a list are ticked: those that were sent with a form that came back refused, or else all or none.
 *
 * @example
 * const isTicked = tickedIn(answer?.result, 'chosen')
 * <input type="checkbox" name="chosen" value={id} defaultChecked={isTicked(id)} />
 */
export function tickedIn(
  result: SubmissionResult<string[]> | undefined,
  name: string,
  otherwise = false,
): (value: string) => boolean {
  const sent = result?.initialValue?.[name]
  return (value) => (sent === undefined ? otherwise : holds(sent, value))
}

/** One box alone is sent as it is, several as a list. */
function holds(sent: unknown, value: string): boolean {
  return Array.isArray(sent) ? sent.includes(value) : sent === value
}

export function FileField({ field, label, hint, optional, accept }: FieldProps & { accept: string }) {
  const { defaultValue, ...props } = controlProps(field, hint)
  return (
    <Labelled field={field} label={label} hint={hint} optional={optional}>
      <input
        type="file"
        accept={accept}
        className="block w-full rounded-md border border-dashed border-edge bg-mist p-3 text-base file:mr-3 file:min-h-11 file:cursor-pointer file:rounded-md file:border file:border-edge file:bg-white file:px-3 file:font-semibold file:text-teal-800 aria-invalid:border-red-700"
        {...props}
      />
    </Labelled>
  )
}

import type { ReactNode } from 'react'
import { useController } from 'react-hook-form'
import { BigText } from '../big-text.tsx'
import { CheckLine } from '../check-line.tsx'
import { ChoiceChips } from '../choice-chips.tsx'
import type { ChipOption } from '../chips.tsx'
import { DateLine } from '../date-line.tsx'
import { MultiChips } from '../multi-chips.tsx'
import { PickOne } from '../pick-one.tsx'
import { TextLine, type TextLineProps } from '../text-line.tsx'
import { useFieldId } from './field-id.ts'

interface FieldProps {
  /** The key in the schema. */
  name: string
  label: string
  hint?: ReactNode
}

function useField(name: string) {
  const id = useFieldId(name)
  const { field, fieldState } = useController({ name })
  const value: unknown = field.value
  const change: (value: unknown) => void = field.onChange
  return { id, value, change, onBlur: field.onBlur, error: fieldState.error?.message }
}

const asText = (value: unknown) => (typeof value === 'string' ? value : '')
const asList = (value: unknown) =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : []

export interface TextFieldProps
  extends FieldProps, Pick<TextLineProps, 'type' | 'inputMode' | 'autoComplete' | 'short'> {}

/** One line of text in a Form. */
export function TextField({ name, ...rest }: TextFieldProps) {
  const { id, value, change, onBlur, error } = useField(name)
  return (
    <TextLine
      {...rest}
      id={id}
      value={asText(value)}
      onChange={change}
      onBlur={onBlur}
      error={error}
    />
  )
}

/** Several lines of text in a Form. */
export function TextAreaField({ name, minRows = 3, ...rest }: FieldProps & { minRows?: number }) {
  const { id, value, change, onBlur, error } = useField(name)
  return (
    <BigText
      {...rest}
      id={id}
      minRows={minRows}
      value={asText(value)}
      onChange={change}
      onBlur={onBlur}
      error={error}
    />
  )
}

export interface ChoiceFieldProps extends FieldProps {
  options: readonly ChipOption[]
  clearable?: boolean
}

/** One of a few, as chips, in a Form. Nothing chosen is null. */
export function ChoiceField({ name, ...rest }: ChoiceFieldProps) {
  const { id, value, change, error } = useField(name)
  const chosen = typeof value === 'string' && value !== '' ? value : null
  return <ChoiceChips {...rest} id={id} value={chosen} onChange={change} error={error} />
}

/** Any of a few, as chips, in a Form. */
export function MultiChoiceField({
  name,
  ...rest
}: FieldProps & { options: readonly ChipOption[] }) {
  const { id, value, change, error } = useField(name)
  return <MultiChips {...rest} id={id} values={asList(value)} onChange={change} error={error} />
}

export interface PickFieldProps extends FieldProps {
  options: readonly { value: string; label: string }[]
  empty?: string
}

/** One of many, with the device's own picker, in a Form. Nothing picked is null. */
export function PickField({ name, ...rest }: PickFieldProps) {
  const { id, value, change, onBlur, error } = useField(name)
  const picked = asText(value) === '' ? null : asText(value)
  return (
    <PickOne {...rest} id={id} value={picked} onChange={change} onBlur={onBlur} error={error} />
  )
}

/** A date typed dd/mm/yyyy in a Form; the schema sees "2025-11-18" (z.iso.date()). */
export function DateField({ name, ...rest }: FieldProps) {
  const { id, value, change, onBlur, error } = useField(name)
  return (
    <DateLine
      {...rest}
      id={id}
      value={asText(value)}
      onChange={change}
      onBlur={onBlur}
      error={error}
    />
  )
}

/** A tick box in a Form. */
export function CheckField({ name, label, hint }: { name: string; label: string; hint?: string }) {
  const { id, value, change, error } = useField(name)
  return (
    <CheckLine
      id={id}
      label={label}
      hint={hint}
      checked={value === true}
      onChange={change}
      error={error}
    />
  )
}

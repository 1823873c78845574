import { createContext, useContext } from 'react'

/** The form's name, before the name of each field, so that ids stay apart. */
export const FieldPrefix = createContext('form')

/** The id of a field's control: the error summary links to it. */
export function fieldId(prefix: string, name: string): string {
  return `${prefix}-${name.replaceAll('.', '-')}`
}

/** The id of a field inside the form round it. */
export function useFieldId(name: string): string {
  return fieldId(useContext(FieldPrefix), name)
}

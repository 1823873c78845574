import { useEffect, useState, type ReactNode } from 'react'
import { zodResolver } from '@hookform/resolvers/zod'
import {
  FormProvider,
  useForm,
  type DefaultValues,
  type FieldErrors,
  type FieldValues,
} from 'react-hook-form'
import type { z } from 'zod'
import { Button, type ButtonTone } from '../button.tsx'
import type { IconType } from '../glyph.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { FieldPrefix } from './field-id.ts'
import styles from './form.module.css'

export interface FormProps<Input extends FieldValues, Output> {
  schema: z.ZodType<Output, Input>
  defaultValues: DefaultValues<Input>
  /** Called with what the schema made of the words. A promise keeps the button busy. */
  onSubmit: (values: Output) => void | Promise<void>
  children: ReactNode
  /** The verb on the button: "Add action". */
  submit: { label: string; icon?: IconType; tone?: ButtonTone }
  cancel?: { label: string; onCancel: () => void }
  /** Every change, checked or not, so that a half-filled form can be kept on the device. */
  onDraft?: (values: Input) => void
  /** Sets the ids of the fields; give one when two forms share a screen. */
  id?: string
}

/**
 * A form is its schema plus its fields. Errors show after the first try to send, in a summary that
 * takes focus and beside each field.
 */
export function Form<Input extends FieldValues, Output>(props: FormProps<Input, Output>) {
  const { schema, defaultValues, onSubmit, children, submit, cancel, onDraft, id = 'form' } = props
  const [tries, setTries] = useState(0)
  const form = useForm<Input, unknown, Output>({
    resolver: zodResolver<Input, unknown, Output>(schema),
    defaultValues,
    shouldFocusError: false,
  })
  useEffect(() => {
    if (onDraft === undefined) return
    return form.subscribe({
      formState: { values: true },
      callback: ({ values }) => onDraft(values),
    })
  }, [form, onDraft])
  const { errors, isSubmitting } = form.formState
  const send = form.handleSubmit(
    (values) => onSubmit(values),
    () => setTries((count) => count + 1),
  )
  return (
    <FormProvider {...form}>
      <FieldPrefix value={id}>
        <form
          noValidate
          className={styles.form}
          onSubmit={(event) => {
            void send(event)
          }}
        >
          <ErrorSummary key={tries} prefix={id} problems={listProblems(errors)} focus={tries > 0} />
          {children}
          <div className={styles.actions}>
            <Button
              type="submit"
              tone={submit.tone ?? 'primary'}
              icon={submit.icon}
              busy={isSubmitting}
            >
              {submit.label}
            </Button>
            {cancel === undefined ? null : (
              <Button tone="plain" onClick={cancel.onCancel}>
                {cancel.label}
              </Button>
            )}
          </div>
        </form>
      </FieldPrefix>
    </FormProvider>
  )
}

function listProblems(errors: FieldErrors): { name: string; message: string }[] {
  return Object.entries(errors).flatMap(([name, error]) => {
    if (error === undefined) return []
    const message = typeof error.message === 'string' ? error.message : 'Look at this again.'
    return [{ name, message }]
  })
}

import { useState } from 'react'
import { z } from 'zod'
import { Form } from '../form/form.tsx'
import {
  CheckField,
  ChoiceField,
  DateField,
  MultiChoiceField,
  PickField,
  TextAreaField,
  TextField,
} from '../form/fields.tsx'
import { IconPlus } from '../icons.ts'
import { Notice } from '../notice.tsx'

const schema = z.object({
  what: z.string().min(1, 'Say what will be done.'),
  why: z.string(),
  owner: z.string('Pick who owns it.').min(1, 'Pick who owns it.'),
  by: z.iso.date('Give the date as dd/mm/yyyy.'),
  size: z.enum(['small', 'large'], 'Choose a size.'),
  years: z.array(z.string()).min(1, 'Choose at least one year.'),
  agreed: z.boolean(),
})

/** A form with every kind of field; send it empty to see the errors. */
export default function KitForm() {
  const [done, setDone] = useState('')
  if (done !== '') return <Notice tone="ok" title={`Added: ${done}`} />
  return (
    <Form
      schema={schema}
      defaultValues={{ what: '', why: '', by: '', years: [], agreed: false }}
      submit={{ label: 'Add action', icon: IconPlus }}
      onSubmit={(values) => setDone(values.what)}
    >
      <TextField name="what" label="What will be done" hint="One action, in one sentence" />
      <TextAreaField name="why" label="Why" />
      <PickField
        name="owner"
        label="Who owns it"
        options={[{ value: 'p1', label: 'Primrose Inkwell' }]}
      />
      <DateField name="by" label="By when" />
      <ChoiceField
        name="size"
        label="How large is it?"
        options={[
          { value: 'small', label: 'A week or less' },
          { value: 'large', label: 'More than a week' },
        ]}
      />
      <MultiChoiceField
        name="years"
        label="Which years?"
        options={[
          { value: '3', label: 'Year 3' },
          { value: '4', label: 'Year 4' },
        ]}
      />
      <CheckField name="agreed" label="Agreed with the headteacher" />
    </Form>
  )
}

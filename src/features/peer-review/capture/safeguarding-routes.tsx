import type { Pack } from '../../../domain/peer-review/pack.ts'
import { KeyValue } from '../../../ui/key-value.tsx'
import styles from './capture.module.css'

const phone = (number: string) =>
  number === '' ? (
    'Not in the pack'
  ) : (
    <a className={styles.phone} href={`tel:${number.replace(/[^\d+]/g, '')}`}>
      {number}
    </a>
  )

/** To the DSL, in person. */
export function DslRoute({ pack }: { pack: Pack | null }) {
  const { dslName = '', dslRoom = '', dslPhone = '' } = pack?.review ?? {}
  return (
    <>
      <p>
        <strong>Write nothing about it here.</strong> Tell the DSL yourself, in person, now. They
        record it where it belongs.
      </p>
      {dslName === '' ? (
        <p>The pack names no DSL. Ask for the DSL at the school office.</p>
      ) : (
        <KeyValue
          items={[
            { label: 'DSL', value: dslName },
            { label: 'Where', value: dslRoom || 'Ask at the school office' },
            { label: 'Telephone', value: phone(dslPhone) },
          ]}
        />
      )}
      <p>
        When you press “I have told them”, Corridor keeps only the time and the name of the DSL, and
        the review team can see that.
      </p>
    </>
  )
}

/** A concern about the head: to the DSL or the CEO, never through the head, and nothing of it is kept. */
export function HeadRoute({ pack }: { pack: Pack | null }) {
  const {
    dslName = '',
    dslRoom = '',
    dslPhone = '',
    ladoName = '',
    ladoPhone = '',
  } = pack?.review ?? {}
  return (
    <>
      <p>
        <strong>Write nothing about it here, and do not raise it with the headteacher.</strong> Tell
        the DSL or your trust’s CEO yourself, now. If the DSL is the headteacher, go to the CEO.
      </p>
      <KeyValue
        items={[
          {
            label: 'DSL',
            value: [dslName || 'Not named in the pack', dslRoom].filter(Boolean).join(', '),
          },
          { label: 'DSL’s telephone', value: phone(dslPhone) },
          {
            label: 'Local authority designated officer (LADO)',
            value: ladoName || 'The duty officer of the school’s local authority',
          },
          { label: 'LADO’s telephone', value: phone(ladoPhone) },
        ]}
      />
      {ladoPhone === '' ? (
        <p>The pack has no number for the LADO. The DSL or your trust’s office has it.</p>
      ) : null}
      <p>You may ring the LADO yourself. If a child is in danger now, ring 999.</p>
      <p>
        Corridor keeps nothing of this: no time, no name, not that you opened it. Whoever you tell
        keeps the record.
      </p>
    </>
  )
}

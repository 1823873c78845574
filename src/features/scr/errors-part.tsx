import { type ScrFix, scrFixRecord, type ScrRow, type SpotCheck } from '../../domain/checks/scr.ts'
import {
  errorsOf,
  fixOf,
  maySayFixed,
  maySayVerified,
  type ScrError,
} from '../../domain/checks/scr-errors.ts'
import { useDesk } from '../../store/react.tsx'
import type { LiveDocument } from '../../store/use-document.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { sayTime } from '../../ui/uk-time.ts'
import { Fault } from './cell.tsx'
import { useComplies, usePersonName } from './use-scr.ts'
import { checkNames, errorNames, groupNames } from './words.ts'
import styles from './scr.module.css'

export interface ErrorsPartProps {
  check: SpotCheck
  rows: readonly ScrRow[]
  fixes: readonly ScrFix[]
  document: LiveDocument
  writes: boolean
  /** Something of the result has changed. */
  onChanged: () => void
}

/** Every error with where it stands: found, put right, looked at again. */
export function ErrorsPart(props: ErrorsPartProps) {
  const errors = errorsOf(props.rows, props.check)
  const right = errors.filter((error) => fixOf(props.fixes, error) !== null).length
  return (
    <Section
      title={`Errors (${errors.length})`}
      lead={
        errors.length === 0
          ? undefined
          : `${right} of ${errors.length} put right. Put the school’s own record right first, then say so here.`
      }
    >
      {errors.length === 0 ? <p>None so far.</p> : null}
      <ul className={styles.errors} aria-label="Errors">
        {errors.map((error) => (
          <ErrorLine key={`${error.row.id} ${error.column}`} error={error} {...props} />
        ))}
      </ul>
    </Section>
  )
}

function ErrorLine({ error, ...props }: ErrorsPartProps & { error: ScrError }) {
  const { row, column, kind } = error
  return (
    <li>
      <div>
        <b>{`${row.ref}, ${groupNames[row.group]}: ${checkNames[column]}`}</b>
        <Fault words={errorNames[kind]} />
      </div>
      {props.check.finishedAt === null ? null : <Standing error={error} {...props} />}
    </li>
  )
}

function Standing(props: ErrorsPartProps & { error: ScrError }) {
  const { error, check, fixes, document, writes, onChanged } = props
  const { me, now } = useDesk()
  const nameOf = usePersonName()
  const complies = useComplies()
  const fix = fixOf(fixes, error)
  const name = `${error.row.ref}, ${checkNames[error.column]}`
  if (fix === null) {
    if (!writes) return <Badge tone="warn">Open</Badge>
    if (!maySayFixed(check, me.person)) return <Badge tone="warn">The school puts it right</Badge>
    const say = () => {
      const { row, column } = error
      document.create(scrFixRecord, { row: row.id, column, by: me.person, madeAt: now() })
      onChanged()
    }
    return (
      <Button onClick={say} aria-label={`Put right: ${name}`}>
        Put right
      </Button>
    )
  }
  const said = `Put right, ${nameOf(fix.by)}, ${sayTime(fix.madeAt, 'date')}`
  if (fix.verifiedBy !== '')
    return <Badge tone="ok">{`${said}. Looked at again: ${nameOf(fix.verifiedBy)}`}</Badge>
  const look = () => {
    document.change(scrFixRecord, fix.id, { verifiedBy: me.person, verifiedAt: now() })
    onChanged()
  }
  return (
    <>
      <Badge tone="info">{said}</Badge>
      {writes && maySayVerified(fix, me.person, complies) ? (
        <Button onClick={look} aria-label={`Looked at again: ${name}`}>
          Looked at again
        </Button>
      ) : null}
    </>
  )
}

import { parseDocumentName } from '../../../domain/documents.ts'
import { type RepPass, repPassRecord } from '../../../domain/qla/rep-pass.ts'
import { useLocated } from '../../../store/use-located.ts'
import { Section } from '../../../ui/section.tsx'
import styles from '../analysis/table.module.css'
import { sayCount, sayShare } from '../analysis/words.ts'
import { WideTable } from '../analysis/wide-table.tsx'
import { useSchoolNames } from '../use-schools.ts'

interface Passed {
  readonly urn: string
  readonly pass: RepPass
}

/** Areas that schools passed to their REP, the latest first. */
export function usePasses(): readonly Passed[] {
  return useLocated(repPassRecord)
    .rows.flatMap(({ doc, record }): Passed[] => {
      const ref = parseDocumentName(doc)
      if (!ref.ok || ref.value.kind !== 'qla-counts' || record.removedAt !== null) return []
      return [{ urn: ref.value.urn, pass: record }]
    })
    .sort((a, b) => b.pass.madeAt - a.pass.madeAt)
}

const say = (share: number | null): string => (share === null ? 'Masked' : sayShare(share))

/** What the retest left unsecure and was passed on; nothing where there is none. */
export function PassedPart({ passed }: { passed: readonly Passed[] }) {
  const schoolOf = useSchoolNames()
  if (passed.length === 0) return null
  return (
    <Section
      title="Passed to the REP"
      lead="Areas that a retest left unsecure. They wait here until a rapid enhancement plan takes them up."
    >
      <WideTable label="Areas passed to the REP">
        <table className={styles.table}>
          <caption>The latest first; no pupil, class or teacher is in it</caption>
          <thead>
            <tr>
              <th scope="col">School</th>
              <th scope="col">Area</th>
              <th scope="col">Paper</th>
              <th scope="col">Before</th>
              <th scope="col">After the retest</th>
              <th scope="col">Pupils</th>
            </tr>
          </thead>
          <tbody>
            {passed.map(({ urn, pass }) => (
              <tr key={pass.id}>
                <th scope="row">{schoolOf(urn)}</th>
                <td>
                  {pass.name}
                  <div className={styles.soft}>
                    {sayCount(pass.questions.length, 'question')}: {pass.questions.join(', ')}
                  </div>
                </td>
                <td>{pass.paperName}</td>
                <td>{say(pass.before)}</td>
                <td>{say(pass.after)}</td>
                <td>{pass.n ?? 'Masked'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </Section>
  )
}

import { mayOfClass } from '../../../domain/access/assessment.ts'
import { documentName, parseDocumentName } from '../../../domain/documents.ts'
import { classRecord, sittingRefRecord } from '../../../domain/qla/classes.ts'
import { classOfSitting } from '../../../domain/qla/names.ts'
import { useDesk } from '../../../store/react.tsx'
import { useDocument } from '../../../store/use-document.ts'
import { MultiChips } from '../../../ui/multi-chips.tsx'
import { Section } from '../../../ui/section.tsx'
import { useStaff } from '../analysis/use-staff.ts'
import type { SittingAddress } from '../paths.ts'

/** Asking colleagues to mark this paper too: it opens to them, and nothing else of the class does (B10). */
export function MarkersHere({ at }: { at: SittingAddress }) {
  const { me } = useDesk()
  const ref = parseDocumentName(`class/${at.urn}/${at.year}/${classOfSitting(at.sitting)}`)
  if (!ref.ok || ref.value.kind !== 'class' || !mayOfClass(me, ref.value)) return null
  return <Markers list={documentName(ref.value)} at={at} />
}

function Markers({ list, at }: { list: string; at: SittingAddress }) {
  const document = useDocument(list)
  const staff = useStaff(at.urn)
  const paper = document.all(sittingRefRecord).rows.find((ref) => ref.sitting === at.sitting)
  if (!paper || document.readOnly) return null
  const teachers = document.all(classRecord).rows.flatMap((group) => group.teachers)
  return (
    <Section title="Who else marks it">
      <MultiChips
        label="Colleagues asked to mark this paper"
        hint="It opens to them once the trust has heard of it; the class list and its other papers do not."
        options={staff.filter(({ value }) => !teachers.includes(value))}
        values={paper.markers}
        onChange={(markers) =>
          document.change(sittingRefRecord, paper.id, { markers: [...markers] })
        }
      />
    </Section>
  )
}

import { foundIn } from '../../domain/checks/hazards.ts'
import { type ReportPhoto, reportOf } from '../../domain/checks/report.ts'
import { signatureRecord } from '../../domain/checks/signature.ts'
import type { PaperSheet } from '../../domain/paper.ts'
import { type Photo, photoRecord } from '../../domain/photos/photo.ts'
import { photoBytes } from '../../store/photos/photo-bytes.ts'
import { useDesk } from '../../store/react.tsx'
import { sayUkDate } from '../../ui/uk-date.ts'
import { sayTime } from '../../ui/uk-time.ts'
import type { RunHere } from './use-run.ts'
import { usePeople, useSchools } from './use-trust.ts'

/** Photos that show something of this run. */
function photosIn({ document, before, run, answers, defects }: RunHere): Photo[] {
  const shown = new Set([
    ...[...answers.values()].flatMap(({ records }) => records.map(({ id }) => id)),
    ...foundIn(defects, run).map(({ id }) => id),
  ])
  return [document, before]
    .flatMap((each) => each.all(photoRecord).rows)
    .filter(({ of, removedAt }) => removedAt === null && shown.has(of))
    .sort((a, b) => a.madeAt - b.madeAt)
}

/** Puts the report of a walk together, with the photos that this device has or can fetch. */
export function useReport(here: RunHere): () => Promise<PaperSheet> {
  const { db, me, now } = useDesk()
  const schoolOf = useSchools()
  const nameOf = usePeople()
  return async () => {
    const wanted = photosIn(here)
    const got = await Promise.all(
      wanted.map(async ({ of, sha256, caption, place }): Promise<ReportPhoto | null> => {
        const bytes = await photoBytes(db, sha256)
        return bytes && { of, bytes, caption: caption.trim() === '' ? place : caption }
      }),
    )
    const photos = got.filter((photo) => photo !== null)
    return reportOf({
      school: schoolOf(here.ref.urn),
      run: here.run,
      answers: here.answers,
      defects: here.defects,
      actions: here.actions,
      signatures: here.document.all(signatureRecord).rows,
      photos,
      photosElsewhere: wanted.length - photos.length,
      nameOf,
      sayDay: (day) => sayUkDate(day) ?? day,
      sayMoment: (at) => sayTime(at, 'moment'),
      by: me.name,
      madeAt: now(),
    })
  }
}

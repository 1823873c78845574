import type { Fields } from '../../../crdt/records.ts'
import { may } from '../../../domain/access/table.ts'
import { settled } from '../../../domain/choice.ts'
import { parseDocumentName } from '../../../domain/documents.ts'
import {
  judgementRecord,
  type Judgement,
  moderationRecord,
  type ModerationRound,
} from '../../../domain/qla/moderation.ts'
import { agreementOf, drawSample, sampleSize } from '../../../domain/qla/moderation-rules.ts'
import { useDesk } from '../../../store/react.tsx'
import { type LiveDocument, useDocument } from '../../../store/use-document.ts'
import { BigText } from '../../../ui/big-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { ChoiceChips } from '../../../ui/choice-chips.tsx'
import { Page } from '../../../ui/page.tsx'
import { PickOne } from '../../../ui/pick-one.tsx'
import { Section } from '../../../ui/section.tsx'
import { LoadingState } from '../../../ui/states.tsx'
import { sayUkDate } from '../../../ui/uk-date.ts'
import { sayCount, sayShare } from '../analysis/words.ts'
import { NotHere } from '../not-here.tsx'
import { paths, useText } from '../paths.ts'
import { useSchoolNames } from '../use-schools.ts'
import { chance } from './chance.ts'
import { JudgementTable } from './judgement-table.tsx'
import { useCohort } from './use-cohort.ts'
import { ruleWords, steps } from './words.ts'

const back = { to: paths.moderation, label: 'Moderation' }

function NoSample() {
  return (
    <NotHere
      page="No such sample"
      back={back}
      title="This sample is not here"
      next={{ to: back.to, label: 'See the samples' }}
    >
      It is another school’s, was taken away, or has not come to this device yet.
    </NotHere>
  )
}

/** One sample: each script judged by the teacher, by the moderator, and then agreed. */
export default function RoundScreen() {
  const { me } = useDesk()
  const [urn, year, id] = [useText('urn'), useText('year'), useText('round')]
  const ref = parseDocumentName(`moderation/${urn}/${year}`)
  const open = ref.ok && may(me, 'read', ref.value)
  const document = useDocument(open ? `moderation/${urn}/${year}` : 'moderation/000000/0000-00')
  if (!open) return <NoSample />
  if (!document.ready) return <LoadingState label="Opening the sample" />
  const round = document.all(moderationRecord).rows.find((one) => one.id === id)
  if (!round || round.removedAt !== null) return <NoSample />
  const judgements = document
    .all(judgementRecord)
    .rows.filter((one) => one.round === id && one.removedAt === null)
    .sort((a, b) => a.localId.localeCompare(b.localId))
  return <OneRound key={id} {...{ urn, year, document, round, judgements }} />
}

interface OneRoundProps {
  urn: string
  year: string
  document: LiveDocument
  round: ModerationRound
  judgements: readonly Judgement[]
}

function OneRound({ urn, year, document, round, judgements }: OneRoundProps) {
  const schoolOf = useSchoolNames()
  const { me } = useDesk()
  const write = (fields: Fields) => document.change(moderationRecord, round.id, fields)
  const { judged, agreed, share, open } = agreementOf(judgements)
  const wanted = sampleSize(round.cohort, round.rule)
  const others = (me.schools ?? []).filter((other) => other !== urn)
  return (
    <Page
      title={`${round.subject}, Year ${round.yearGroup}`}
      lead={`${schoolOf(urn)}. ${ruleWords[round.rule]}: ${wanted} of ${sayCount(round.cohort, 'pupil')}. Drawn ${sayUkDate(round.drawnOn) ?? round.drawnOn}. ${round.method}.`}
      back={back}
      width="full"
    >
      {others.length > 0 ? (
        <PickOne
          label="School that moderates"
          options={others.map((value) => ({ value, label: schoolOf(value) }))}
          value={round.moderatingSchool === '' ? null : round.moderatingSchool}
          onChange={(school) => write({ moderatingSchool: school ?? '' })}
        />
      ) : null}
      <ChoiceChips
        label="Where it stands"
        options={steps}
        value={settled(round.step)}
        clearable={false}
        onChange={(step) => write({ step })}
      />
      <Section
        title="Scripts"
        lead={
          share === null
            ? 'No script has both judgements yet.'
            : `Agreed on ${agreed} of ${judged} (${sayShare(share)}).${open > 0 ? ` ${sayCount(open, 'script')} to agree on.` : ''}`
        }
      >
        <JudgementTable document={document} round={round} judgements={judgements} />
        <Extend {...{ urn, year, document, round, judgements }} />
      </Section>
      <BigText
        label="What was discussed"
        minRows={3}
        placeholder="What the judgements showed. No names."
        value={round.note}
        onChange={(note) => write({ note })}
      />
    </Page>
  )
}

/** Where too few agree, people may draw as many scripts again out of those that are left. */
function Extend({ urn, year, document, round, judgements }: OneRoundProps) {
  const { me, now } = useDesk()
  const { share } = agreementOf(judgements)
  const drawn = new Set(judgements.map(({ localId }) => localId))
  const left = useCohort(urn, year, round.yearGroup).filter(({ localId }) => !drawn.has(localId))
  const more = Math.min(left.length, sampleSize(round.cohort, round.rule))
  if (share === null || share === 1 || more === 0) return null
  const extend = () => {
    for (const { localId } of drawSample(left, ({ prior }) => prior, more, chance))
      document.create(judgementRecord, {
        by: me.person,
        madeAt: now(),
        round: round.id,
        localId,
        extended: true,
      })
    document.change(moderationRecord, round.id, { step: 'extended' })
  }
  return <Button onClick={extend}>Extend the sample by {sayCount(more, 'script')}</Button>
}

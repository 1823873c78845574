import { useState } from 'react'
import { may } from '../../domain/access/table.ts'
import { visitKindWords } from '../../domain/schedule/kinds.ts'
import {
  READY_RULES,
  rhythmWords,
  ruleTitle,
  type VisitRule,
  visitRuleRecord,
} from '../../domain/schedule/rule.ts'
import { schoolYearOf } from '../../domain/school-year.ts'
import { type Located, useLocatedRows } from '../../store/use-located.ts'
import { useDesk } from '../../store/react.tsx'
import { type LiveDocument, useDocument } from '../../store/use-document.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { IconPlus } from '../../ui/icons.ts'
import { Page } from '../../ui/page.tsx'
import { PickOne } from '../../ui/pick-one.tsx'
import { Section } from '../../ui/section.tsx'
import { LoadingState } from '../../ui/states.tsx'
import { type RuleFields, RuleForm } from './rule-form.tsx'
import { schoolDocument, type SchoolHere, usePeople, useSchoolsHere } from './use-schools.ts'
import styles from './schedule.module.css'

/** What comes again: for every school, or for one. */
export default function RulesScreen() {
  const { me } = useDesk()
  const schools = useSchoolsHere()
  const trustWide = may(me, 'write', { kind: 'templates' })
  const own = schools.filter(({ writes }) => writes)
  const filed = useLocatedRows(visitRuleRecord)
  const standing = filed?.filter(
    ({ record: row }) => row.removedAt === null && (row.until === '' || row.until > me.today),
  )
  return (
    <Page
      title="Plan visits"
      lead="Say once what comes again. The days follow from the school calendar."
      back={{ to: '/visits', label: 'Visits' }}
    >
      {standing === undefined ? (
        <LoadingState label="Looking up what is planned" />
      ) : (
        <Standing rules={standing} schools={schools} trustWide={trustWide} />
      )}
      {trustWide ? (
        <Planner
          key="trust"
          place="templates"
          schools={schools}
          rules={standing ?? []}
          choose={[{ urn: '', name: 'Every school' }, ...schools]}
        />
      ) : own.length > 0 ? (
        <OwnPlanner schools={own} rules={standing ?? []} />
      ) : (
        <p>Leaders of the trust and of each school plan visits. Ask one of them for a change.</p>
      )}
    </Page>
  )
}

/** Whoever leads a school plans in the school's own documents. */
function OwnPlanner({
  schools,
  rules,
}: {
  schools: readonly SchoolHere[]
  rules: readonly Located<VisitRule>[]
}) {
  const { me } = useDesk()
  const [urn, setUrn] = useState(schools[0]?.urn ?? '')
  const place = schoolDocument(urn, schoolYearOf(me.today))
  const chosen = schools.filter((school) => school.urn === urn)
  return (
    <>
      {schools.length > 1 ? (
        <PickOne
          label="School"
          options={schools.map(({ urn: value, name }) => ({ value, label: name }))}
          value={urn}
          onChange={(picked) => setUrn(picked ?? urn)}
        />
      ) : null}
      <Planner key={place} place={place} schools={chosen} rules={rules} choose={chosen} />
    </>
  )
}

interface PlannerProps {
  place: string
  schools: readonly SchoolHere[]
  rules: readonly Located<VisitRule>[]
  choose: readonly { urn: string; name: string }[]
}

/** Ready-made plans to add with one press, and a form for any other. */
function Planner({ place, rules, choose }: PlannerProps) {
  const { me, now } = useDesk()
  const document = useDocument(place)
  const [open, setOpen] = useState(false)
  if (!document.ready) return <LoadingState label="Opening the plan" />
  if (document.readOnly) return null
  const first = choose[0]?.urn ?? ''
  const add = (fields: RuleFields) =>
    document.create(visitRuleRecord, { ...fields, from: me.today, by: me.person, madeAt: now() })
  const planned = new Set(
    rules.filter(({ record: row }) => row.urn === first).map(({ record: row }) => row.kind),
  )
  const ready = READY_RULES.filter(({ kind }) => !planned.has(kind))
  return (
    <>
      {ready.length === 0 ? null : (
        <Section
          title="Usual plans"
          lead={`Added for ${first === '' ? 'every school' : 'your school'} with one press, from today.`}
        >
          {ready.map(({ why, ...fields }) => (
            <div key={fields.kind} className={styles.line}>
              <p className={styles.lineName}>
                <strong>{visitKindWords(fields.kind)}</strong>
                {why}
              </p>
              <Button
                icon={IconPlus}
                aria-label={`Add: ${visitKindWords(fields.kind)}`}
                onClick={() => add({ ...fields, urn: first })}
              >
                Add
              </Button>
            </div>
          ))}
        </Section>
      )}
      {open ? (
        <RuleForm
          choose={choose}
          onKeep={(fields) => {
            add(fields)
            setOpen(false)
          }}
          onLeave={() => setOpen(false)}
        />
      ) : (
        <div>
          <Button icon={IconPlus} onClick={() => setOpen(true)}>
            Plan another visit
          </Button>
        </div>
      )}
    </>
  )
}

interface StandingProps {
  rules: readonly Located<VisitRule>[]
  schools: readonly SchoolHere[]
  trustWide: boolean
}

function Standing({ rules, schools, trustWide }: StandingProps) {
  if (rules.length === 0) return <p>Nothing is planned yet.</p>
  const sorted = [...rules].sort((a, b) => ruleTitle(a.record).localeCompare(ruleTitle(b.record)))
  return (
    <Section title="What comes again">
      {sorted.map(({ doc, record: row }) => {
        const urn = doc === 'templates' ? row.urn : (doc.split('/')[1] ?? '')
        const school = schools.find((one) => one.urn === urn)
        const where = urn === '' ? 'Every school' : (school?.name ?? `School ${urn}`)
        const writes = doc === 'templates' ? trustWide : school?.writes === true
        return <Rule key={row.id} doc={doc} rule={row} where={where} writes={writes} />
      })}
    </Section>
  )
}

interface RuleProps {
  doc: string
  rule: VisitRule
  where: string
  writes: boolean
}

function Rule({ doc, rule, where, writes }: RuleProps) {
  const { nameOf } = usePeople()
  const who = rule.who === '' ? '' : `, ${nameOf(rule.who)}`
  return (
    <div className={styles.line}>
      <p className={styles.lineName}>
        <strong>{ruleTitle(rule)}</strong>
        {where}. {rhythmWords(rule)}
        {who}.
      </p>
      {writes ? <StopRule doc={doc} rule={rule} /> : null}
    </div>
  )
}

function StopRule({ doc, rule }: { doc: string; rule: VisitRule }) {
  const [asked, setAsked] = useState(false)
  return (
    <>
      <Button aria-label={`Stop: ${ruleTitle(rule)}`} onClick={() => setAsked(true)}>
        Stop
      </Button>
      {asked ? <StopDialog doc={doc} rule={rule} onClose={() => setAsked(false)} /> : null}
    </>
  )
}

function StopDialog({ doc, rule, onClose }: { doc: string; rule: VisitRule; onClose: () => void }) {
  const { now, me } = useDesk()
  const document: LiveDocument = useDocument(doc)
  return (
    <Dialog
      open
      title={`Stop “${ruleTitle(rule)}”?`}
      onClose={onClose}
      closeLabel="Leave it"
      confirm={{
        label: 'Stop it',
        busy: !document.ready,
        onConfirm: () => {
          // With a last day the visits before it stay; one that has had none goes altogether.
          const fresh = rule.from >= me.today
          document.change(
            visitRuleRecord,
            rule.id,
            fresh ? { removedAt: now() } : { until: me.today },
          )
          onClose()
        },
      }}
    >
      <p>No more visits follow from it. What was done and said of earlier ones stays.</p>
    </Dialog>
  )
}

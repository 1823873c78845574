import { useState } from 'react'
import { differs, settled } from '../../domain/choice.ts'
import { ragOfScore } from '../../domain/checks/rating.ts'
import type { Defect } from '../../domain/checks/run.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceChips } from '../../ui/choice-chips.tsx'
import { IconChartBar } from '../../ui/icons.ts'
import { useDueRule } from './use-trust.ts'
import type { Walk } from './use-walk.ts'
import styles from './walk.module.css'
import { ragOptions, ragWords, sayCount } from './words.ts'

const scale = (least: string, most: string) =>
  ['1', '2', '3', '4', '5'].map((value) => ({
    value,
    label: value === '1' ? `1 ${least}` : value === '5' ? `5 ${most}` : value,
  }))
const LIKELY = scale('hardly', 'almost sure')
const SEVERE = scale('a scratch', 'death')

/** Red, amber or green: at once, or by likelihood x severity for those who rate so. */
export function HazardRating({ hazard, walk }: { hazard: Defect; walk: Walk }) {
  const rule = useDueRule()
  const [scored, setScored] = useState(hazard.likelihood !== null || hazard.severity !== null)
  const score = (likelihood: number | null, severity: number | null) => {
    const fields = { likelihood, severity }
    if (likelihood === null || severity === null) walk.changeHazard(hazard, fields)
    else walk.rate(hazard, ragOfScore(likelihood, severity), fields)
  }
  const { likelihood, severity } = hazard
  return (
    <>
      <ChoiceChips
        label="How bad is it"
        hint={
          differs(hazard.rag)
            ? 'Two of you chose different colours: choose the one that holds.'
            : `Red is seen to within ${sayCount(rule.red, 'day')}, amber ${sayCount(rule.amber, 'day')}, green ${sayCount(rule.green, 'day')}.`
        }
        clearable={false}
        options={ragOptions}
        value={settled(hazard.rag)}
        onChange={(rag) => {
          if (rag !== null) walk.rate(hazard, rag)
        }}
      />
      {scored ? (
        <div className={styles.two}>
          <ChoiceChips
            label="How likely is harm"
            options={LIKELY}
            value={likelihood === null ? null : String(likelihood)}
            onChange={(value) => score(value === null ? null : Number(value), severity)}
          />
          <ChoiceChips
            label="How severe would it be"
            options={SEVERE}
            value={severity === null ? null : String(severity)}
            onChange={(value) => score(likelihood, value === null ? null : Number(value))}
          />
          {likelihood !== null && severity !== null ? (
            <p>
              {likelihood} × {severity} = {likelihood * severity}:{' '}
              {ragWords[ragOfScore(likelihood, severity)].toLowerCase()}.
            </p>
          ) : null}
        </div>
      ) : (
        <Button tone="plain" icon={IconChartBar} onClick={() => setScored(true)}>
          Rate by likelihood and severity
        </Button>
      )}
    </>
  )
}

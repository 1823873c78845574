import type { LiveMarks } from '../../../store/use-marks.ts'
import { Button } from '../../../ui/button.tsx'
import { CardList, IndexCard } from '../../../ui/index-card.tsx'
import { Section } from '../../../ui/section.tsx'
import type { SittingHere } from '../sittings/use-sitting.ts'
import { count } from '../words.ts'
import { sayMarkWord } from './cell-words.ts'
import type { Marking } from './marking.ts'
import { openClashes } from './open-clashes.ts'
import { useClashes } from './use-marking.ts'
import { useHandNames } from '../use-hand-names.ts'

interface ClashesProps {
  here: SittingHere
  live: LiveMarks
  marking: Marking
}

const SHOWN = 12

/** Marks that were typed twice and differ: both are shown until somebody picks (HC03). */
export function Clashes({ here, live, marking }: ClashesProps) {
  const by = useHandNames(live)
  const places = useClashes(marking)
  const clashes = openClashes(places, here.pupils, here.items, live.marks)
  if (clashes.length === 0) return null
  return (
    <Section
      title={`${count(clashes.length, 'mark was', 'marks were')} typed differently`}
      lead="Both stay until you pick. Look at the paper; until then neither counts."
    >
      <CardList label="Marks typed differently">
        {clashes.slice(0, SHOWN).map((clash) => (
          <IndexCard
            key={`${clash.place.pupil} ${clash.place.item}`}
            title={`${clash.name}, question ${clash.label}`}
            meta={clash.typed.map((mark) => `${sayMarkWord(mark.value)}: ${by(mark)}`)}
            actions={
              <>
                {clash.values.map((value) => (
                  <Button
                    key={value}
                    aria-label={`${sayMarkWord(value)} is right: ${clash.name}, question ${clash.label}`}
                    onClick={() => live.pick('marks', clash.place, value)}
                  >
                    {sayMarkWord(value)}
                  </Button>
                ))}
                <Button tone="plain" onClick={() => marking.goTo(clash.at)}>
                  Show it
                </Button>
              </>
            }
          >
            Out of {clash.max}. Which is on the paper?
          </IndexCard>
        ))}
      </CardList>
      {clashes.length > SHOWN ? <p>And {clashes.length - SHOWN} more after these.</p> : null}
    </Section>
  )
}

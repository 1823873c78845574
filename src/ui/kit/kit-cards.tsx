import { Badge } from '../badge.tsx'
import { Button } from '../button.tsx'
import { IconBook, IconEye, IconPencil } from '../icons.ts'
import { CardList, IndexCard } from '../index-card.tsx'
import { KeyValue } from '../key-value.tsx'
import { Section } from '../section.tsx'
import { WhereWord } from '../where-word.tsx'
import { sayWhere } from '../where-words.ts'

/** Index cards, with and without links, and a list of facts. */
export function KitCards() {
  return (
    <>
      <Section title="Index cards">
        <CardList label="Notes">
          <IndexCard
            title="Year 3, reading"
            meta={['Willow', '09:21', 'Question 1']}
            ruled
            chips={<Badge icon={IconEye}>Seen</Badge>}
            actions={<Button icon={IconPencil}>Change</Button>}
          >
            26 of 28 folders had this week’s book and a signed card. Pupils chose the next book from
            the right band without being told.
          </IndexCard>
          <IndexCard
            title="Folders with the reading lead"
            meta={['Library', '11:32', 'Question 1']}
            ruled
            chips={
              <>
                <Badge icon={IconBook}>Read</Badge>
                <WhereWord {...sayWhere({ at: 'device', count: 0 })} />
              </>
            }
          >
            Same chart in every class.
          </IndexCard>
          <IndexCard
            title="Peer review at Riverside Primary"
            meta={['Tuesday 18 November 2025', 'led by Otto Thimble']}
            to="#review"
            chips={<Badge tone="info">On the day</Badge>}
          >
            Reading routines and behaviour steps in Years 3 to 5.
          </IndexCard>
        </CardList>
      </Section>
      <Section title="Facts">
        <KeyValue
          items={[
            { label: 'Base room', value: 'The library, next to the hall' },
            { label: 'Designated safeguarding lead', value: 'Juno Paperclip, room 4' },
            { label: 'Photographs', value: 'Books and displays only; no faces' },
          ]}
        />
      </Section>
    </>
  )
}

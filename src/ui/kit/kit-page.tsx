import { lazy, Suspense } from 'react'
import { Frame } from '../frame.tsx'
import {
  IconCalendarEvent,
  IconDots,
  IconHome,
  IconNotebook,
  IconSettings,
  IconListCheck,
} from '../icons.ts'
import { Page } from '../page.tsx'
import { SchemeChoice } from '../scheme-choice.tsx'
import { Section } from '../section.tsx'
import { LoadingState } from '../states.tsx'
import { sayWhere } from '../where-words.ts'
import { WhereLink } from '../where-word.tsx'
import { KitActions } from './kit-actions.tsx'
import { KitCards } from './kit-cards.tsx'
import { KitInputs } from './kit-inputs.tsx'
import { KitPeople } from './kit-people.tsx'
import { KitTimetable } from './kit-timetable.tsx'
import { KitWords } from './kit-words.tsx'

const KitForm = lazy(() => import('./kit-form.tsx'))

const nav = [
  { to: '#today', label: 'Today', icon: IconHome, current: true },
  { to: '#reviews', label: 'Reviews', icon: IconNotebook },
  { to: '#calendar', label: 'Calendar', icon: IconCalendarEvent },
  { to: '#actions', label: 'Actions', icon: IconListCheck },
  { to: '#settings', label: 'Settings', icon: IconSettings },
]

/** The whole kit in all its states, for looking at and for the accessibility test. */
export function KitPage() {
  return (
    <Frame
      title="Riverside Primary"
      banner="Demonstration: all people and schools are made up"
      status={<WhereLink to="#where" {...sayWhere({ at: 'device', count: 3 })} />}
      nav={nav}
      more={{ to: '#more', label: 'More', icon: IconDots }}
    >
      <Page
        title="The kit"
        lead="Every part of the app’s face, in every state it can be in."
        back={{ to: '#today', label: 'Today' }}
        width="full"
      >
        <Section title="Timetable">
          <KitTimetable />
        </Section>
        <KitWords />
        <KitCards />
        <KitInputs />
        <Section title="A form">
          <Suspense fallback={<LoadingState label="Opening the form" />}>
            <KitForm />
          </Suspense>
        </Section>
        <KitPeople />
        <Section title="Light and dark">
          <SchemeChoice />
        </Section>
        <KitActions />
      </Page>
    </Frame>
  )
}

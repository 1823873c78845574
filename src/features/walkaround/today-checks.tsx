import { monthOf, standingOf } from '../../domain/checks/month.ts'
import { heldOn, type Role } from '../../domain/roles.ts'
import { useDesk } from '../../store/react.tsx'
import { CardList, IndexCard } from '../../ui/index-card.tsx'
import { Section } from '../../ui/section.tsx'
import { paths } from './routing.ts'
import { useRuns } from './use-runs.ts'
import { useSchools } from './use-trust.ts'
import { monthWords, standingWords } from './words.ts'

/** Whose job the monthly walkaround is (C40). */
const WALK: readonly Role[] = ['Site', 'Head', 'HoS', 'Compliance Manager']

/** For the home screen: how the month's walkarounds stand, for those who walk. */
export default function TodayChecks() {
  const { me } = useDesk()
  const runs = useRuns()
  const schoolOf = useSchools()
  const held = me.roles.filter((one) => WALK.includes(one.role) && heldOn(one, me.today))
  const urns = held.some(({ urn }) => urn === null)
    ? (me.schools ?? [])
    : [...new Set(held.flatMap(({ urn }) => urn ?? []))]
  if (urns.length === 0) return null
  const month = monthOf(me.today)
  const standings = urns.map((urn) => {
    const walks = (runs.get(urn) ?? []).map(({ run }) => run)
    const own = walks.filter(({ template }) => template.job === 'walkaround')
    return { urn, standing: standingOf(own, month, me.today) }
  })
  const open = standings.filter(({ standing }) => standing === 'due' || standing === 'started')
  const [first] = open
  if (!first) return null
  return (
    <Section title="Walkarounds">
      <CardList label="Walkarounds">
        <IndexCard
          title={
            open.length === 1
              ? schoolOf(first.urn)
              : `${open.length} of ${urns.length} schools to walk`
          }
          to={paths.checks}
        >
          {open.length === 1
            ? `${monthWords(month)}: ${standingWords[first.standing].word.toLowerCase()}.`
            : open.length === urns.length
              ? `${monthWords(month)}: none is handed in yet.`
              : `${monthWords(month)}: the others are handed in or owe none.`}
        </IndexCard>
      </CardList>
    </Section>
  )
}

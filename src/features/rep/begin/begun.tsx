import { useDesk } from '../../../store/react.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { paths } from '../paths.ts'

/** The trust has it; the rights to write it come back with the next breath of the line. */
export function Begun({ rep, words }: { rep: string; words: string }) {
  const { me } = useDesk()
  const mine = me.reps?.some(({ id }) => id === rep) ?? false
  return (
    <Page title="The plan is begun" back={{ to: paths.all, label: 'Rapid enhancement plans' }}>
      <Notice tone="ok" title={words}>
        Next, write why, the priorities and the items. From here on it works with no signal too.
      </Notice>
      <div>
        {mine ? (
          <LinkButton tone="primary" to={paths.write(rep)}>
            Write the plan
          </LinkButton>
        ) : (
          <LinkButton tone="primary" to={paths.all}>
            See all plans
          </LinkButton>
        )}
      </div>
    </Page>
  )
}

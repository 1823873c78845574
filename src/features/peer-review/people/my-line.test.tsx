// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { deskFor, factsOf, show } from '../../../../test/helpers/planning-desk.tsx'
import { rawRecords } from '../../../crdt/records.ts'
import { memberRecord } from '../../../domain/peer-review/members.ts'
import { MyLine } from './my-line.tsx'
import { useMembers } from './use-members.ts'

it('a reviewer’s own line is one record, whatever they say in whatever order', async () => {
  const desk = await deskFor(factsOf('p04', 'Head', '900002'))
  const Own = () => {
    const members = useMembers('r1')
    return members.ready ? <MyLine members={members} school="Rookery Pond" /> : null
  }
  show(desk, <Own />)
  await userEvent.type(await screen.findByLabelText('What I bring'), 'Early reading')
  await userEvent.click(screen.getByRole('checkbox', { name: /I have read how we review/ }))
  await userEvent.click(screen.getByRole('radio', { name: 'I declare one' }))
  await userEvent.type(screen.getByLabelText('What it is'), 'A relative works there')
  const { doc } = await desk.documents.open('review/r1')
  const read = rawRecords(doc).map((raw) => memberRecord.read(raw))
  expect(read).toMatchObject([
    {
      ok: true,
      value: {
        person: 'p04',
        strengths: 'Early reading',
        readProtocolAt: 1,
        conflict: 'declared',
        conflictText: 'A relative works there',
      },
    },
  ])
})

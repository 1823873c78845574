// @vitest-environment jsdom
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import * as Y from 'yjs'
import { expect, it } from 'vitest'
import { reviewDesk, type ReviewDesk } from '../../../test/helpers/review-desk.ts'
import { changeRecord, createRecord, rawRecords } from '../../crdt/records.ts'
import { actionChangeRecord, actionRecord, EMPTY_ACTION } from '../../domain/actions/action.ts'
import { DeskProvider } from '../../store/react.tsx'
import { useDocument } from '../../store/use-document.ts'
import { MoveAction } from './move-action.tsx'
import { useNames } from './use-names.ts'

const AT = Date.UTC(2026, 10, 24, 9)
const TODAY = '2026-11-24'
const DOC = 'school/900001/2026-27'
const own = { device: 'd'.repeat(32), at: AT }

async function desk(fields: Readonly<Record<string, unknown>>): Promise<ReviewDesk> {
  const made = await reviewDesk('p03', AT)
  const { doc } = await made.documents.open(DOC)
  createRecord(
    doc,
    actionRecord,
    'a1',
    {
      ...EMPTY_ACTION,
      source: { type: 'walkaround', id: 'd1' },
      what: 'Rope frayed',
      by: 'p09',
      madeAt: AT,
      ...fields,
    },
    own,
  )
  return made
}

function Move() {
  const document = useDocument(DOC)
  const names = useNames()
  const [action] = document.all(actionRecord).rows
  if (!action) return null
  const here = { action, document, name: DOC, urn: '900001', writes: true, changes: [] }
  return <MoveAction here={here} names={names} today={TODAY} />
}

const show = (made: ReviewDesk) =>
  render(
    <DeskProvider value={made}>
      <Move />
    </DeskProvider>,
  )

const say = async (status: string) =>
  userEvent.click(
    within(await screen.findByRole('group', { name: 'Where it stands' })).getByRole('radio', {
      name: status,
    }),
  )

async function kept(made: ReviewDesk) {
  const { doc } = await made.documents.open(DOC)
  const records = rawRecords(doc)
  return {
    action: records.find(({ id }) => id === 'a1'),
    changes: records.filter(({ type }) => type === actionChangeRecord.type),
  }
}

it('HC21 C25: a close is refused until what was done, what came of it and the day are told', async () => {
  const made = await desk({ doneBy: 'p13' })
  show(made)
  await say('Closed')
  const button = await screen.findByRole('button', { name: 'Say: closed' })
  await userEvent.click(button)
  expect(screen.getByText('Still needed: what was done and what came of it')).toBeTruthy()
  await userEvent.type(screen.getByRole('textbox', { name: 'What was done' }), 'New rope')
  await userEvent.type(screen.getByRole('textbox', { name: 'What came of it' }), 'Holds')
  await userEvent.click(screen.getByRole('button', { name: 'Say: closed' }))
  const { action, changes } = await kept(made)
  expect(action).toMatchObject({
    closedOn: TODAY,
    verifiedBy: 'p03',
    verifiedOn: TODAY,
    actionsTaken: 'New rope',
  })
  expect(changes).toMatchObject([{ action: 'a1', by: 'p03', from: 'open', to: 'closed' }])
})

it('whoever did the work does not close it, and the next step is said', async () => {
  const made = await desk({ doneBy: 'p03' })
  show(made)
  await say('Closed')
  expect(await screen.findByText('Somebody else has to see that it is done')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /^Say:/ })).toBeNull()
  expect((await kept(made)).changes).toEqual([])
})

it('an audit’s action is closed by Compliance; the school says that it is done (HC22, C24)', async () => {
  const made = await desk({ source: { type: 'audit', id: '' } })
  show(made)
  await say('Closed')
  expect(
    await screen.findByText('The Compliance Manager closes what an audit asked for'),
  ).toBeTruthy()
  await say('Done, the trust not told')
  await userEvent.click(
    await screen.findByRole('button', { name: 'Say: done, the trust not told' }),
  )
  expect((await kept(made)).action).toMatchObject({ doneBy: 'p03' })
})

it('C55: what two people said is both shown until one picks', async () => {
  const made = await desk({ doneBy: 'p13' })
  const { doc } = await made.documents.open(DOC)
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  changeRecord(other, actionRecord, 'a1', { status: 'in_progress' }, { device: 'e', at: AT })
  changeRecord(doc, actionRecord, 'a1', { status: 'done_hq_not_informed' }, own)
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  show(made)
  expect(await screen.findByText('Two people said different things')).toBeTruthy()
  expect(screen.getByText(/Begun/, { selector: 'div' })).toBeTruthy()
  await say('Begun')
  await waitFor(() => expect(screen.queryByText('Two people said different things')).toBeNull())
})

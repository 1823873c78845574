// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { chooseTable, LONG } from '../../../../test/helpers/bring-table.ts'
import { qlaCase } from '../../../../test/helpers/qla-case.ts'
import { AT, laySitting, qlaDesk, showAt, SITTING } from '../../../../test/helpers/qla-desk.tsx'
import { HERE } from '../../../../test/helpers/planning-desk.tsx'
import { personRecord } from '../../../domain/trust.ts'
import { markerRecord } from '../../../domain/qla/sitting.ts'
import BringMarksScreen from '../bring/bring-marks-screen.tsx'
import EnterScreen from './enter-screen.tsx'

afterEach(cleanup)

const PATH = '/qla/$urn/$year/$sitting'
const SCREENS = { [`${PATH}/bring-in`]: BringMarksScreen, [`${PATH}/enter`]: EnterScreen }

describe('marks that differ', () => {
  it('HC03: say where each came from, a table with who brought it in, until one is picked', async () => {
    const desk = await qlaDesk('p12', 'Teacher')
    await laySitting(desk, await qlaCase('y8-science'))
    const juno = { person: 'p12', name: 'Juno Paperclip', job: 'Teacher', urn: HERE }
    await desk.put('trust', personRecord, 'juno', juno)
    const by = { hand: 'hand1', person: 'p12', device: 'e'.repeat(32) }
    await desk.put(SITTING, markerRecord, 'typed', by)
    await showAt(desk, `${AT}/bring-in`, SCREENS)
    await screen.findByRole('heading', { level: 1, name: 'Bring in marks' })
    const [first] = (await qlaCase('y8-science')).first.pupils
    chooseTable(`Pupil,Q2,Paper 2\n${first?.localId},0,\n`)
    fireEvent.click(await screen.findByRole('button', { name: 'Bring in 1 pupil' }, LONG))
    await screen.findByText('1 mark brought in')
    cleanup()
    await showAt(desk, `${AT}/enter`, SCREENS)
    const list = within(await screen.findByRole('list', { name: 'Marks typed differently' }))
    expect(await list.findByText(/0: from a table, brought in by Juno Paperclip/)).toBeTruthy()
    expect(list.getByText(/2: Juno Paperclip/)).toBeTruthy()
    fireEvent.click(list.getByRole('button', { name: /^0 is right/ }))
    await waitFor(() => expect(screen.queryByText(/typed differently$/)).toBeNull())
  })
})

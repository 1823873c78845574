// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { createRecord } from '../../../crdt/records.ts'
import { qlaSettingsRecord, settingsOf, USUAL_SETTINGS } from '../../../domain/qla/settings.ts'
import { recordsIn } from '../../../store/records-in.ts'
import { deskFor, factsOf, HERE, show } from '../../../../test/helpers/planning-desk.tsx'
import SettingsScreen from './settings-screen.tsx'

afterEach(cleanup)

async function shown(role: string, urn: string | null, before?: (doc: Library) => void) {
  const desk = await deskFor(factsOf('p20', role, urn))
  const { doc } = await desk.documents.open('achievement')
  before?.(doc)
  show(desk, <SettingsScreen />)
  await screen.findByRole('heading', { name: 'Settings of the analysis' })
  return () => settingsOf(recordsIn(doc).all(qlaSettingsRecord).rows)
}
type Library = Parameters<typeof recordsIn>[0]

const box = (name: RegExp) => screen.getByRole('textbox', { name })
const type = (name: RegExp, value: string) => fireEvent.change(box(name), { target: { value } })

describe('the trust’s own numbers', () => {
  it('HC04 C51 are set by who leads achievement; what cannot be is said and changes nothing', async () => {
    const settings = await shown('AP Achievement', HERE)
    expect(settings()).toEqual(USUAL_SETTINGS)
    fireEvent.click(screen.getByRole('radio', { name: /better of the two/ }))
    type(/^Well below target/, '3')
    type(/^Near the boundary/, '8')
    type(/^Fewest pupils of a group/, '5')
    expect(screen.getByText(/Type a whole number from 6 to 30. 6 holds until then/)).toBeTruthy()
    expect(settings()).toEqual({ ...USUAL_SETTINGS, retest: 'best', wellBelow: 3, nearBand: 8 })
    type(/^Fewest pupils of a group/, '12')
    expect(settings().minGroup).toBe(12)
  })

  it('C55 what two devices set differently is shown, and setting it settles both', async () => {
    const settings = await shown('TIL', null, (doc) => {
      for (const [id, tolerance] of [
        ['s1', 2],
        ['s2', 3],
      ] as const)
        createRecord(
          doc,
          qlaSettingsRecord,
          id,
          { tolerance, by: 'p20', madeAt: 1 },
          { device: id, at: 1 },
        )
    })
    expect(screen.getByText(/Two devices set it differently: 2 and 3/)).toBeTruthy()
    expect(settings().tolerance).toBe(USUAL_SETTINGS.tolerance)
    type(/^Tolerance/, '4')
    expect(settings().tolerance).toBe(4)
    expect(screen.queryByText(/set it differently/)).toBeNull()
  })

  it('are for reading to everybody else, each with what it means', async () => {
    await shown('Teacher', HERE)
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(screen.getByText(/These are for reading/)).toBeTruthy()
    expect(screen.getByText(/^3. Grades go to the mark book/)).toBeTruthy()
  })
})

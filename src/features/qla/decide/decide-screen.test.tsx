// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { qlaCase } from '../../../../test/helpers/qla-case.ts'
import { AT, laySitting, qlaDesk, showAt, SITTING } from '../../../../test/helpers/qla-desk.tsx'
import { settled, type Choice } from '../../../domain/choice.ts'
import { areaRecord, retestRecord, waiverRecord } from '../../../domain/qla/follow-up.ts'
import AreaScreen from './area-screen.tsx'
import DecideScreen from './decide-screen.tsx'
import RetestScreen from './retest-screen.tsx'

afterEach(cleanup)
// jsdom has no CSS.escape, which the keyboard helper needs to find a radio's neighbours.
vi.stubGlobal('CSS', { escape: (text: string) => text })

const SITTING_AT = '/qla/$urn/$year/$sitting'
const SCREENS = {
  [`${SITTING_AT}/decide`]: DecideScreen,
  [`${SITTING_AT}/decide/$area`]: AreaScreen,
  [`${SITTING_AT}/retest`]: RetestScreen,
}

async function deskWith(role = 'Head') {
  const desk = await qlaDesk('p03', role)
  const of = await qlaCase('ks2-maths')
  await laySitting(desk, of)
  const keyOf = (q: string) => of.first.items.find((item) => item.q === q)?.key ?? ''
  const pupils = (...ids: string[]) =>
    of.first.pupils.flatMap(({ key, localId }) => (ids.includes(localId) ? [key] : []))
  return { desk, of, keyOf, pupils }
}
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))

describe('deciding what to do', () => {
  it('takes three areas and no fourth, and says how one makes room', async () => {
    const { desk } = await deskWith()
    await showAt(desk, `${AT}/decide`, SCREENS)
    await screen.findByRole('heading', { level: 1, name: 'Decide' })
    expect(
      screen.getByText('Nothing is chosen yet. Press Choose beside an area above.'),
    ).toBeTruthy()
    for (const area of ['4F10a', '6C7b', '6F5b']) await press(`Choose ${area}`)
    expect(screen.getByRole('button', { name: 'Print the groups' })).toBeTruthy()
    expect(screen.getByText(/^3 areas are chosen, the most at once\./)).toBeTruthy()
    const more = screen.getAllByRole('button', { name: /^Choose / })
    expect(more.every((button) => button.hasAttribute('disabled'))).toBe(true)
    await press('Take away: 6C7b')
    expect(screen.getByRole('heading', { name: 'Chosen: 2 of 3 at most' })).toBeTruthy()
    expect(screen.getAllByRole('button', { name: /^Choose / })[0]?.hasAttribute('disabled')).toBe(
      false,
    )
  })

  it('keeps what is done about an area and why marks were lost', async () => {
    const { desk } = await deskWith()
    await showAt(desk, `${AT}/decide`, SCREENS)
    await screen.findByRole('heading', { level: 1, name: 'Decide' })
    await press('Choose 4F10a')
    const card = within(await screen.findByRole('article', { name: '4F10a' }))
    await userEvent.click(card.getByRole('radio', { name: 'Reteach a small group' }))
    await userEvent.click(card.getByRole('radio', { name: 'Method not secure' }))
    const [area] = await desk.kept(SITTING, areaRecord)
    expect(settled(area?.['way'] as Choice<string>)).toBe('small_group')
    expect(settled(area?.['why'] as Choice<string>)).toBe('method')
    expect(card.getByRole('link', { name: 'Reteach and group: 4F10a' })).toBeTruthy()
    await userEvent.click(card.getByRole('radio', { name: 'Leave it' }))
    expect(card.queryByRole('link', { name: /^Reteach and group/ })).toBeNull()
  })

  it('C28: names every step that is missing, each with the way there', async () => {
    const { desk } = await deskWith('Teacher')
    await showAt(desk, `${AT}/decide`, SCREENS)
    expect(await screen.findByText('No area is chosen to teach again.')).toBeTruthy()
    expect(screen.getByText('There is no retest with a day yet.')).toBeTruthy()
    const link = screen.getByRole('link', { name: 'Go to the retest' })
    expect(link.getAttribute('href')).toBe(`${AT}/retest`)
    // Going on without a step is for senior leaders.
    expect(screen.queryByText('Go on without a step')).toBeNull()
  })

  it('C28: a step is waived by a senior leader with a reason, and not without one', async () => {
    const { desk } = await deskWith('Head')
    await showAt(desk, `${AT}/decide`, SCREENS)
    await userEvent.click(await screen.findByText('Go on without a step'))
    await userEvent.click(screen.getByRole('radio', { name: 'Go on without a retest' }))
    const waive = screen.getByRole('button', { name: 'Waive this step' })
    expect(waive.hasAttribute('disabled')).toBe(true)
    await userEvent.type(screen.getByRole('textbox', { name: /^Reason/ }), 'School shut by snow')
    await userEvent.click(waive)
    expect(screen.queryByText('There is no retest with a day yet.')).toBeNull()
    expect(screen.getByText(/Headteacher, .*: School shut by snow$/)).toBeTruthy()
    expect(await desk.kept(SITTING, waiverRecord)).toMatchObject([
      { what: 'retest', reason: 'School shut by snow', by: 'p03', role: 'Headteacher' },
    ])
  })
})

describe('teaching an area again', () => {
  it('names who lost marks on it, counts PPG, and sends back who comes to an area that is gone', async () => {
    const { desk, keyOf } = await deskWith()
    const area = { name: '4F10a', items: [keyOf('36')], way: 'small_group' }
    await desk.put(SITTING, areaRecord, 'area1', area)
    await showAt(desk, `${AT}/decide/area1`, SCREENS)
    await screen.findByRole('heading', { level: 1, name: 'Reteach: 4F10a' })
    const names = within(screen.getByRole('list', { name: 'Pupils in the group' }))
    expect(names.getAllByRole('listitem')).toHaveLength(17)
    expect(screen.getByText(/^17 pupils, of them PPG: \d+\. The list names pupils/)).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Print the group' })).toBeTruthy()
    cleanup()
    await showAt(desk, `${AT}/decide/gone`, SCREENS)
    expect((await screen.findByRole('link', { name: 'Go to Decide' })).getAttribute('href')).toBe(
      `${AT}/decide`,
    )
  })
})

describe('the retest', () => {
  const retest = async () => {
    const { desk, of, keyOf, pupils } = await deskWith()
    const fields = {
      items: [keyOf('28'), keyOf('33')],
      open: { [keyOf('28')]: pupils('Y6-01'), [keyOf('33')]: pupils('Y6-01', 'Y6-02') },
      on: '2026-11-20',
    }
    await desk.put(SITTING, retestRecord, 'retest1', fields)
    await showAt(desk, `${AT}/retest`, SCREENS)
    await screen.findByRole('heading', { level: 2, name: 'Questions 28 and 33' })
    return { desk, of }
  }
  const boxes = () =>
    within(screen.getAllByRole('table')[0] ?? document.body).getAllByRole('textbox')

  it('opens only the cells of pupils who lost marks there', async () => {
    await retest()
    expect(boxes().map((box) => box.getAttribute('aria-label'))).toEqual([
      'Alder Acornby, question 28, of 1; first mark 0',
      'Alder Acornby, question 33, of 2; first mark 0',
      'Bramble Bucketfield, question 33, of 2; first mark 0',
    ])
    expect(screen.getByText('Not asked again')).toBeTruthy()
  })

  it('HC01: refuses more than the maximum where it is typed, and Enter goes on to the next box', async () => {
    await retest()
    const [first, second] = boxes()
    if (!first) throw new Error('No box')
    await userEvent.type(first, '3')
    expect(first.getAttribute('aria-invalid')).toBe('true')
    expect(screen.getByText(/at most: 3 is too many/)).toBeTruthy()
    await userEvent.clear(first)
    await userEvent.type(first, '1{Enter}')
    expect(document.activeElement).toBe(second)
    expect(screen.getByText(/^1 of 3 marks in\./)).toBeTruthy()
  })
})

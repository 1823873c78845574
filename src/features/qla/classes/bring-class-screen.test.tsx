// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { chooseTable, LONG } from '../../../../test/helpers/bring-table.ts'
import { CLASS, qlaDesk, showAt } from '../../../../test/helpers/qla-desk.tsx'
import { pupilRecord } from '../../../domain/qla/classes.ts'
import BringClassScreen from './bring-class-screen.tsx'

afterEach(cleanup)

const URN = CLASS.split('/')[1] ?? ''
const TABLE = `Local ID,First name,Surname,Year group,Class
A1,Ida,Fenwick,8,8X
A2,Omar,Larkspur,8,8X
`

it('pupils that the storage does not take are not called brought in; the same press brings them later, once', async () => {
  const desk = await qlaDesk('p12', 'Teacher')
  const open = desk.documents.open.bind(desk.documents)
  let answers = true
  const opened = new Set<string>()
  desk.documents.open = (name) => {
    opened.add(name)
    return answers ? open(name) : Promise.reject(new Error('closed'))
  }
  await showAt(desk, `/qla/classes/${URN}/bring-in`, {
    '/qla/classes/$urn/bring-in': BringClassScreen,
  })
  await screen.findByRole('heading', { level: 1, name: 'Bring in pupils' })
  chooseTable(TABLE)
  const bring = await screen.findByRole('button', { name: 'Bring in 2 pupils' }, LONG)
  answers = false
  await act(async () => fireEvent.click(bring))
  expect(await screen.findByText('Not every pupil was brought in')).toBeTruthy()
  expect(screen.queryByText('2 pupils brought in')).toBeNull()
  answers = true
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Bring in 2 pupils' })))
  expect(await screen.findByText('2 pupils brought in')).toBeTruthy()
  const lists = [...opened].filter((name) => name.startsWith('class/'))
  cleanup()
  const pupils = (await Promise.all(lists.map((name) => desk.kept(name, pupilRecord)))).flat()
  expect(pupils.map(({ localId }) => localId)).toEqual(['A1', 'A2'])
})

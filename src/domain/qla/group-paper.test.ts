import { expect, it } from 'vitest'
import { groupPaper } from './group-paper.ts'

it('F4: a group is printed with names for the teacher, and PPG as a count beside nobody', () => {
  const sheet = groupPaper('Group to teach again', 'Year 6', [
    {
      area: '6C7b',
      questions: 'Questions 25 and 33',
      day: '',
      teacher: 'Juno Paperclip',
      resource: '',
      misconception: 'The remainder is left out',
      names: ['Birch Clothespeg', 'Cedar Dustsheet'],
      ppg: 1,
    },
  ])
  expect(sheet.foot).toContain('For the teacher only')
  expect(sheet.blocks).toEqual([
    { kind: 'heading', text: '6C7b' },
    {
      kind: 'facts',
      rows: [
        ['Questions', 'Questions 25 and 33'],
        ['Teacher', 'Juno Paperclip'],
        ['Misconception', 'The remainder is left out'],
        ['Pupils', '2, of them PPG: 1'],
      ],
    },
    { kind: 'list', lines: ['Birch Clothespeg', 'Cedar Dustsheet'] },
  ])
})

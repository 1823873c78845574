import { describe, expect, it } from 'vitest'
import { compareSchools, withRow } from './compare.ts'
import { giasJob, schoolOf, schoolsOf, trustsIn } from './gias.ts'
import { schoolRowSchema } from './facts.ts'

const HEADINGS =
  'URN,LA (code),LA (name),EstablishmentNumber,EstablishmentName,TypeOfEstablishment (name),EstablishmentStatus (code),EstablishmentStatus (name),PhaseOfEducation (code),PhaseOfEducation (name),StatutoryLowAge,StatutoryHighAge,SchoolCapacity,NumberOfPupils,PercentageFSM,TrustSchoolFlag (name),Trusts (code),Trusts (name),UKPRN'.split(
    ',',
  )
const line = (text: string) => text.split(',')
const rows = [
  HEADINGS,
  line(
    '900001,999,Nowhere,2001,Rookery Pond Primary School,Academy converter,1,Open,2,Primary,4,11,210,190,12.5,Supported,99999,Larkspur and Lantern Learning Trust,10999991',
  ),
  line(
    '900006,999,Nowhere,45,Harebell Lane Nursery,Academy,3,"Open,2,Nursery,2,4,60,,,,99999,Larkspur and Lantern Learning Trust,',
  ),
  line(
    '900007,999,Nowhere,2007,Old Mill School,Academy,2,Closed,2,Primary,4,11,100,0,,,99999,Larkspur,',
  ),
  line(
    '900008,999,Nowhere,2008,Elsewhere School,Academy,1,Open,4,Secondary,11,16,900,870,,,88888,Other Trust,',
  ),
  line('9000,999,Nowhere,2009,Short Number,Academy,1,Open,2,Primary,4,11,1,1,,,99999,L,'),
]
rows[2]?.splice(7, 1, 'Open, but proposed to close')

const guess = giasJob.guess(rows)
const { good, bad } = giasJob.read(rows, guess.headings, guess.mapping)
const read = good.map(({ value }) => value)

describe('schools from the register', () => {
  it('finds its columns and gives back what is no school', () => {
    const place = (heading: string) => HEADINGS.indexOf(heading)
    expect(guess.mapping).toMatchObject({
      name: place('EstablishmentName'),
      phase: place('PhaseOfEducation (name)'),
      status: place('EstablishmentStatus (name)'),
      trustCode: place('Trusts (code)'),
      trustName: place('Trusts (name)'),
      la: place('LA (code)'),
    })
    expect(bad.map(({ line: at, faults }) => [at, faults[0]?.words])).toEqual([
      [6, 'URN: “9000” is not 6 digits.'],
    ])
  })

  it('takes the open schools of the trust that is chosen', () => {
    expect(trustsIn(read)).toEqual(
      [
        { code: '99999', name: 'Larkspur and Lantern Learning Trust', schools: 2 },
        { code: '88888', name: 'Other Trust', schools: 1 },
      ].sort((a, b) => a.name.localeCompare(b.name)),
    )
    expect(schoolsOf(read, '99999').map(({ urn }) => urn)).toEqual(['900001', '900006'])
    expect(schoolsOf(read, null)).toHaveLength(3)
  })

  it('makes the LAESTAB of three and four digits, noughts in front included', () => {
    const schools = schoolsOf(read, '99999').map(schoolOf)
    expect(schools.map(({ laestab }) => laestab)).toEqual(['9992001', '9990045'])
    for (const school of schools) expect(schoolRowSchema.parse(school)).toEqual(school)
  })

  it('says what would change before anything does, and takes nothing away for a blank cell', () => {
    const schools = schoolsOf(read, '99999').map(schoolOf)
    const first = schools[0]
    if (!first) throw new Error('no school')
    const here = { ...first, roll: 182, ukprn: '' }
    const away = { ...first, urn: '900009', name: 'Not in the file' }
    expect(compareSchools(schools, [here, away])).toEqual({
      added: [schools[1]],
      changed: [
        {
          urn: '900001',
          name: 'Rookery Pond Primary School',
          changes: [
            { label: 'UKPRN', from: 'nothing', to: '10999991' },
            { label: 'Pupils on roll', from: '182', to: '190' },
          ],
        },
      ],
      same: 0,
      notInFile: ['Not in the file'],
    })
    expect(withRow(here, { ...first, roll: null, phase: '' })).toMatchObject({
      roll: 182,
      phase: 'Primary',
    })
    expect(compareSchools([first], [first])).toMatchObject({ added: [], changed: [], same: 1 })
  })
})

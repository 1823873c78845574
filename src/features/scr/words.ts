import type {
  NoReference,
  Recorded,
  RoleGroup,
  SCR_COMPANIONS,
  ScrCheck,
} from '../../domain/checks/scr.ts'
import type { ScrErrorKind } from '../../domain/checks/scr-errors.ts'

export const checkNames: Record<ScrCheck, string> = {
  identity: 'Identity',
  barred_list: 'Barred list',
  enhanced_dbs: 'Enhanced DBS',
  prohibition_from_teaching: 'Prohibition from teaching',
  overseas: 'Checks abroad',
  qualifications: 'Qualifications',
  right_to_work: 'Right to work',
  section_128: 'Section 128',
}

export const groupNames: Record<RoleGroup, string> = {
  teacher: 'Teacher',
  ta: 'Teaching assistant',
  head: 'Headteacher',
  office: 'Office',
  site: 'Site team',
  kitchen: 'Kitchen',
  governor: 'Governor or trustee',
  supply: 'Supply',
  trainee: 'Trainee teacher',
  volunteer: 'Volunteer',
}

export const companions: readonly {
  readonly value: (typeof SCR_COMPANIONS)[number]
  readonly label: string
}[] = [
  { value: 'dsl', label: 'DSL' },
  { value: 'head', label: 'Headteacher' },
  { value: 'office', label: 'School office' },
  { value: 'nobody', label: 'Nobody' },
]

export const answers: readonly {
  readonly value: Recorded
  readonly label: string
  /** Sets it from the keyboard. */
  readonly key: string
}[] = [
  { value: 'yes', label: 'Yes', key: 'y' },
  { value: 'no', label: 'No', key: 'n' },
  { value: 'n/a', label: 'n/a', key: 'a' },
]

export const errorNames: Record<ScrErrorKind, string> = {
  check_missing: 'Check missing',
  date_missing: 'Date missing',
  date_in_future: 'Date in the future',
}

export const noReference: Record<NoReference, string> = {
  empty: 'Write the number of the row in the record, for example 7.',
  words: 'Only the number of the row, for example 7 or SCR-07. Never a name.',
  'long-number':
    'That number is too long for a row. Never write a certificate number or a birthday.',
}

import type { Role } from './roles.ts'

const LONG: Partial<Record<Role, string>> = {
  Head: 'Headteacher',
  HoS: 'Head of School',
  EHT: 'Executive Headteacher',
  CEO: 'Chief Executive (CEO)',
  CFO: 'Chief Finance Officer (CFO)',
  COO: 'Chief Operations Officer (COO)',
  'Central AHT': 'Central Assistant Headteacher',
  SIP: 'School Improvement Partner (SIP)',
  DSL: 'Designated Safeguarding Lead (DSL)',
  'Trust DSL': 'Trust Designated Safeguarding Lead',
  SENDCO: 'SENDCo',
  TIL: 'Trust Improvement Leader (TIL)',
  'LSB Chair': 'Chair of the local board',
  'E&S Chair': 'Chair, Education and Standards',
  'F&R Rep': 'Finance and Risk representative',
  TA: 'Teaching assistant',
  Site: 'Site manager',
  'AP Achievement': 'Assistant Principal, achievement',
  APF: 'Action plan facilitator',
}

/** A role as people say it. */
export const roleName = (role: Role): string => LONG[role] ?? role

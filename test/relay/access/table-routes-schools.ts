import { only, type RouteRow } from './route-row.ts'
import { ADMINISTRATORS } from './table-routes-invitations.ts'

export const SCHOOL_ROUTES: readonly RouteRow[] = [
  only(ADMINISTRATORS, 'POST /api/schools', 'Bring in schools of the register', [200, 403], {
    path: '/api/schools',
    body: { schools: [{ urn: '990099', name: 'Teasel Lane Primary School', phase: 'Primary' }] },
  }),
]

import { open, only, type RouteRow, signedIn } from './route-row.ts'
import { LEADERS, NOBODY, type Who } from './table.ts'

/** The devices of the table are those of the notes' writer. */
export const MANAGERS: Who = { trust: LEADERS, team: ['writer'] }

const NO_SUCH = '0'.repeat(32)

/** Nothing but the device's own signature counts; whose session it is does not. */
const byKeyAlone = (asks: string, what: string): RouteRow => ({
  ...open(`POST /api/devices/:id/${asks}`, what, 401, {
    path: `/api/devices/{device}/${asks}`,
    absent: `/api/devices/${NO_SUCH}/${asks}`,
  }),
  who: NOBODY,
})

const enrolling = (device: string) => ({
  device,
  key: '{key}',
  name: 'Tablet',
  agent: 'test',
  app: 'test',
})

export const DEVICE_ROUTES: readonly RouteRow[] = [
  signedIn('GET /api/devices', 'The own devices, and a trust leader everybody’s', 200, {
    path: '/api/devices',
  }),
  signedIn('POST /api/devices', 'Make a new device known', 201, {
    path: '/api/devices',
    body: enrolling('{new}'),
  }),
  only(
    { team: ['writer'] },
    'POST /api/devices',
    'Make the writer’s device known, again or as one’s own',
    [201, 409],
    { path: '/api/devices', body: enrolling('{device}') },
  ),
  only(MANAGERS, 'PUT /api/devices/:id', 'Name a device of the writer', [200, 404], {
    path: '/api/devices/{device}',
    absent: `/api/devices/${NO_SUCH}`,
    body: { name: 'Ours' },
  }),
  only(MANAGERS, 'POST /api/devices/:id/lost', 'Report a device of the writer lost', [200, 404], {
    path: '/api/devices/{device}/lost',
    absent: `/api/devices/${NO_SUCH}/lost`,
  }),
  only(
    MANAGERS,
    'GET /api/devices/:id/report',
    'What was on the writer’s lost device',
    [200, 404],
    {
      path: '/api/devices/{lost-device}/report',
      absent: `/api/devices/${NO_SUCH}/report`,
    },
  ),
  open(
    'GET /api/devices/nonce',
    'A number that a device signs its next request with',
    200,
    { path: '/api/devices/nonce' },
    { chance: true },
  ),
  byKeyAlone('standing', 'Whether a device was reported lost, without its signature'),
  byKeyAlone('leftover', 'Hand over what a lost device had not sent, without its signature'),
  byKeyAlone('wiped', 'Say that a device has emptied itself, without its signature'),
]

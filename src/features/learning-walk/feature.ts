import { holdsKind } from '../../domain/access/documents-of.ts'
import type { Feature } from '../feature.ts'

const walk = '/walks/$urn/$year/$walk'

export default {
  id: 'learning-walk',
  nav: [
    {
      label: 'Walks',
      to: '/walks',
      icon: 'route',
      order: 50,
      who: (me) => holdsKind(me, ['walks', 'visited']),
    },
  ],
  routes: [
    { path: '/walks', screen: { load: () => import('./walks-screen.tsx') } },
    { path: '/walks/start', screen: { load: () => import('./start-screen.tsx') } },
    { path: '/walks/over-time', screen: { load: () => import('./over-time-screen.tsx') } },
    {
      path: '/walks/shared/$urn/$year/$person/$share',
      screen: { load: () => import('./shared-screen.tsx') },
    },
    { path: walk, screen: { load: () => import('./walk-screen.tsx') } },
    { path: `${walk}/plan`, screen: { load: () => import('./plan/plan-screen.tsx') } },
    { path: `${walk}/rooms`, screen: { load: () => import('./rooms/rooms-screen.tsx') } },
    { path: `${walk}/rooms/$room`, screen: { load: () => import('./rooms/room-screen.tsx') } },
    { path: `${walk}/books`, screen: { load: () => import('./rooms/books-screen.tsx') } },
    { path: `${walk}/pupils`, screen: { load: () => import('./pupils/pupils-screen.tsx') } },
    { path: `${walk}/study`, screen: { load: () => import('./study/study-screen.tsx') } },
    { path: `${walk}/together`, screen: { load: () => import('./grid-screen.tsx') } },
    { path: `${walk}/share`, screen: { load: () => import('./share/share-screen.tsx') } },
    { path: `${walk}/summary`, screen: { load: () => import('./summary-screen.tsx') } },
  ],
} satisfies Feature

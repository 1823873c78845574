import { holdsKind } from '../../domain/access/documents-of.ts'
import type { Feature } from '../feature.ts'

const RUN = '/checks/$kind/$urn/$year/$run'

export default {
  id: 'walkaround',
  nav: [
    {
      label: 'Checks',
      to: '/checks',
      icon: 'check',
      order: 40,
      who: (me) => holdsKind(me, ['checks', 'scr']),
    },
  ],
  today: { load: () => import('./today-checks.tsx') },
  routes: [
    { path: '/checks', screen: { load: () => import('./checks-screen.tsx') } },
    { path: '/checks/start/$urn', screen: { load: () => import('./start-screen.tsx') } },
    { path: RUN, screen: { load: () => import('./route-screen.tsx') } },
    { path: `${RUN}/zones/$zone`, screen: { load: () => import('./zone-screen.tsx') } },
    { path: `${RUN}/hazards/$defect`, screen: { load: () => import('./hazard-screen.tsx') } },
    { path: `${RUN}/finish`, screen: { load: () => import('./finish-screen.tsx') } },
  ],
} satisfies Feature

import type { Feature } from '../feature.ts'

export default {
  id: 'internal-control',
  routes: [
    { path: '/control', screen: { load: () => import('./visits-screen.tsx') } },
    { path: '/control/$urn/$date', screen: { load: () => import('./visit-screen.tsx') } },
  ],
} satisfies Feature
